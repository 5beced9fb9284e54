package io.muster.app.sandbox;

import java.util.List;

/** A user group that is there from the start. */
public record UsergroupSeed(String handle, String name, List<String> members) {
    public UsergroupSeed {
        members = List.copyOf(members);
    }

    public static UsergroupSeed of(String handle, String name, String... members) {
        return new UsergroupSeed(handle, name, List.of(members));
    }
}

package io.muster.app.sandbox;

import java.util.List;

/** Who and what is in the workspace before anybody does anything. {@code #general} always is. */
public record Seed(
        List<PersonSeed> people, List<ChannelSeed> channels, List<UsergroupSeed> usergroups) {

    public Seed {
        people = List.copyOf(people);
        channels = List.copyOf(channels);
        usergroups = List.copyOf(usergroups);
    }

    public static Seed of(PersonSeed... people) {
        return new Seed(List.of(people), List.of(), List.of());
    }

    public Seed with(ChannelSeed... more) {
        return new Seed(people, List.of(more), usergroups);
    }

    public Seed with(UsergroupSeed... more) {
        return new Seed(people, channels, List.of(more));
    }

    /** A handful of people around the world. */
    public static Seed small() {
        return of(
                PersonSeed.of("ana", "Ana Ruiz", "On-call engineer").in("Europe/Madrid"),
                PersonSeed.of("ben", "Ben Okafor", "Engineering lead").in("Africa/Lagos"),
                PersonSeed.of("chloe", "Chloe Martin", "Support").in("Europe/Paris"),
                PersonSeed.of("dev", "Dev Patel", "Security").in("Asia/Kolkata").asAdmin(),
                PersonSeed.of("eve", "Eve Lindqvist", "Legal").in("Europe/Stockholm"));
    }
}

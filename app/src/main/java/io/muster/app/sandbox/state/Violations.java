package io.muster.app.sandbox.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the app did that a test should fail for, though Slack may have let it pass. */
public final class Violations {
    private final List<String> found = new CopyOnWriteArrayList<>();

    public void add(String what) {
        found.add(what);
    }

    public List<String> found() {
        return List.copyOf(found);
    }
}

package io.muster.app.sandbox.state;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the app did that a test should fail for, though Slack may have let it pass. */
public final class Violations {
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    public void add(String what) {
        found.add(what);
    }

    public List<String> found() {
        return List.copyOf(found);
    }

    public void forget() {
        found.clear();
    }
}

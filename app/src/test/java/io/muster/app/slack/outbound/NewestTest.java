package io.muster.app.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One call at a time for each place, and of those that wait the newest. */
class NewestTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Newest newest = new Newest(tasks::add);
    private final List<String> made = new ArrayList<>();

    @Test
    void what_comes_while_another_call_is_made_waits_for_it_and_only_the_newest_is_made() {
        newest.run(
                "one",
                () -> {
                    newest.run("one", () -> made.add("second"));
                    newest.run("one", () -> made.add("third"));
                    made.add("first");
                });
        runAll();

        assertThat(made).containsExactly("first", "third");
    }

    @Test
    void one_place_does_not_wait_for_another() {
        newest.run("one", () -> made.add("one"));
        newest.run("other", () -> made.add("other"));

        assertThat(tasks).hasSize(2);
    }

    @Test
    void a_call_that_fails_holds_up_nothing() {
        newest.run(
                "one",
                () -> {
                    newest.run("one", () -> made.add("second"));
                    throw new IllegalStateException("no");
                });
        runAll();
        newest.run("one", () -> made.add("third"));
        runAll();

        assertThat(made).containsExactly("second", "third");
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}

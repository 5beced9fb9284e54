package io.muster.app.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class ProbeTest {
    @Test
    void one_that_fails_and_one_that_hangs_do_not_keep_the_others_from_being_looked_at() {
        CountDownLatch never = new CountDownLatch(1);
        List<Finding> found =
                Probe.run(
                        List.of(
                                Probe.of(
                                        "mail",
                                        () -> {
                                            throw new IOException("the line is cut\n\tat nowhere");
                                        }),
                                new Probe(
                                        "webhook",
                                        Duration.ofMillis(200),
                                        () -> {
                                            never.await();
                                            return List.of();
                                        }),
                                Probe.of("home", () -> List.of(Finding.ok("home", "is there")))));
        assertThat(found)
                .containsExactly(
                        Finding.toDo("mail", "the line is cut"),
                        Finding.toDo(
                                "webhook",
                                "no answer within 0 s; see whether it is up and can be reached"
                                        + " from here"),
                        Finding.ok("home", "is there"));
    }

    @Test
    void a_fault_without_words_is_called_by_its_name() {
        assertThat(
                        Probe.run(
                                List.of(
                                        Probe.of(
                                                "people",
                                                () -> {
                                                    throw new IllegalStateException();
                                                }))))
                .containsExactly(Finding.toDo("people", "failed with IllegalStateException"));
    }
}

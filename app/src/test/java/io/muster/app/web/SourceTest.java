package io.muster.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** From where a request comes, and how many of them are too many. */
@Tag("F16")
class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "127.0.0.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.5, '1.2.3.4, 198.51.100.1', 198.51.100.1",
        "fd00::5, 198.51.100.1, 198.51.100.1",
        "10.0.0.5, not-an-address.example, 10.0.0.5",
        "10.0.0.5, '', 10.0.0.5",
        "2001:db8:1:2:3:4:5:6, '', 2001:db8:1:2:0:0:0:0",
        "127.0.0.1, 2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0"
    })
    void only_a_proxy_of_ours_is_believed_when_it_says_for_whom_it_asks(
            String peer, String forwarded, String network) {
        assertThat(
                        Source.of(
                                new WebRequest(
                                        "POST",
                                        "/",
                                        "",
                                        Map.of("x-forwarded-for", List.of(forwarded)),
                                        new WebRequest.Body(new byte[0]),
                                        peer)))
                .isEqualTo(network);
    }

    @Test
    void one_network_uses_up_its_own_share_and_all_together_theirs() {
        AtomicLong now = new AtomicLong();
        SourcePace pace = new SourcePace(now::get, 2, 5);
        assertThat(pace.take("a")).isTrue();
        assertThat(pace.take("a")).isTrue();
        assertThat(pace.take("a")).isFalse();
        assertThat(pace.take("b")).isTrue();
        assertThat(pace.take("b")).isTrue();
        assertThat(pace.take("c")).isTrue();
        assertThat(pace.take("d")).as("too many in all").isFalse();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(pace.take("a")).isTrue();
    }
}

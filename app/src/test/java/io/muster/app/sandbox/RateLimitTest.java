package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.time.Duration;

class RateLimitTest extends SandboxTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return usual;
    }

    @ParameterizedTest
    @CsvSource({"users.list, 20", "team.info, 50", "users.info, 100", "conversations.create, 20"})
    void a_method_takes_its_tiers_calls_in_a_minute(String method, int calls) {
        for (int i = 0; i < calls; i++) {
            assertThat(api.raw(method).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> oneTooMany = api.raw(method);

        assertThat(oneTooMany.statusCode()).isEqualTo(429);
        assertThat(oneTooMany.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(oneTooMany.body()).contains("ratelimited");
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(200);

        clock.turn(Duration.ofSeconds(60));
        assertThat(api.raw(method).statusCode()).isEqualTo(200);
        assertThat(sandbox.violations()).noneMatch(what -> what.contains("Retry-After"));
    }

    @Test
    void the_minute_slides() {
        for (int i = 0; i < 20; i++) {
            api.raw("users.list");
            clock.turn(Duration.ofSeconds(2));
        }
        assertThat(api.raw("users.list").headers().firstValue("Retry-After")).hasValue("20");
    }

    @Test
    void a_channel_takes_one_post_a_second() {
        String one = room("one").id();
        String two = room("two").id();
        assertThat(post(one).statusCode()).isEqualTo(200);
        assertThat(post(two).statusCode()).isEqualTo(200);
        assertThat(post(one).headers().firstValue("Retry-After")).hasValue("1");

        clock.turn(Duration.ofSeconds(1));
        assertThat(post(one).statusCode()).isEqualTo(200);
    }

    @Test
    void calling_before_the_wait_is_over_is_a_violation() {
        sandbox.faults().rateLimit("auth.test", Duration.ofSeconds(30), 1);
        assertThat(api.raw("auth.test").headers().firstValue("Retry-After")).hasValue("30");
        assertThat(api.raw("users.info").statusCode()).isEqualTo(200);

        clock.turn(Duration.ofSeconds(29));
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(429);
        assertThat(sandbox.violations())
                .containsExactly("auth.test called before Retry-After ran out");

        clock.turn(Duration.ofSeconds(1));
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String channel) {
        return api.raw("chat.postMessage", "channel", channel, "text", "hello");
    }
}

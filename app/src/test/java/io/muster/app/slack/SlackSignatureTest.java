package io.muster.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

class SlackSignatureTest {
    // Computed apart from our code: printf 'v0:1700000000:%s' "$BODY" | openssl dgst -sha256 -hmac
    private static final String BODY = "token=x&team_id=T1&command=%2Fincident&text=declare";
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long SIGNED_AT = 1_700_000_000;
    private static final String SIGNATURE =
            "v0=7b982f9c72c768628bda3dab4b4305eaeadfaeb3596d5e7e3f0f6fb65a0dbd8e";

    @Test
    void a_known_signature_is_genuine() {
        assertThat(isGenuine(SIGNED_AT, "" + SIGNED_AT, SIGNATURE, BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false", "86400, false"})
    void it_is_good_for_five_minutes_either_way(long later, boolean genuine) {
        assertThat(isGenuine(SIGNED_AT + later, "" + SIGNED_AT, SIGNATURE, BODY))
                .isEqualTo(genuine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "-1", "99999999999999999999", "9223372036854775807", "1.7e9"})
    void a_stamp_that_is_no_time_is_refused(String stamp) {
        assertThat(isGenuine(SIGNED_AT, stamp, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void another_byte_another_stamp_or_another_signature_is_refused() {
        assertThat(isGenuine(SIGNED_AT, "" + SIGNED_AT, SIGNATURE, BODY + " ")).isFalse();
        assertThat(isGenuine(SIGNED_AT, "" + (SIGNED_AT + 1), SIGNATURE, BODY)).isFalse();
        assertThat(isGenuine(SIGNED_AT, "" + SIGNED_AT, SIGNATURE.substring(3), BODY)).isFalse();
        assertThat(isGenuine(SIGNED_AT, "" + SIGNED_AT, "", BODY)).isFalse();
    }

    private static boolean isGenuine(long now, String stamp, String signature, String body) {
        InstantSource clock = () -> Instant.ofEpochSecond(now);
        return new SlackSignature(new Secret(SECRET), clock)
                .isGenuine(stamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
}

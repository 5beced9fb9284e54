package io.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class HushTest {
    @Test
    void whatever_could_be_a_secret_is_struck_out_wherever_it_appears() {
        Hush hush =
                new Hush(
                        Map.of(
                                "SLACK_BOT_TOKEN", "xoxb-1-2-abc",
                                "MUSTER_SMTP_PASSWORD", "hunter22",
                                "MUSTER_DATABASE_URL",
                                        "jdbc:postgresql://db/m?user=u&password=s3cr&x=1",
                                "MUSTER_PROXY", "http://someone:letmein@proxy:8080/",
                                "PAGER", "R0UTE-R0UTE",
                                "MUSTER_ADMIN", "U0123"),
                        Set.of("PAGER"));
        assertThat(
                        hush.over(
                                "535 hunter22 is wrong; xoxb-1-2-abc; R0UTE-R0UTE; letmein; s3cr;"
                                        + " U0123"))
                .isEqualTo("535 (secret) is wrong; (secret); (secret); (secret); (secret); U0123");
    }
}

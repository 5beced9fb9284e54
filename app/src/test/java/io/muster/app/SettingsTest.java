package io.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.db.time.ClockKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SettingsTest {
    private static final Map<String, String> ENOUGH =
            Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "shh-shh-shh");

    @Test
    void what_is_not_set_has_the_promised_default() {
        Settings settings = ok(ENOUGH);
        assertThat(settings.slackApi()).isEqualTo(Settings.SLACK);
        assertThat(settings.port()).isEqualTo(3000);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.home()).endsWithRaw(java.nio.file.Path.of(".muster"));
        assertThat(settings.policy()).isEqualTo("featuresignals");
        assertThat(settings.team()).isEmpty();
        assertThat(settings.announceChannel()).isEqualTo("incidents");
        assertThat(settings.admins()).isEmpty();
        assertThat(settings.clock()).isEqualTo(ClockKind.REAL);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        List<String> problems =
                problems(
                        Map.of(
                                "SLACK_API_URL", "not an address",
                                "MUSTER_PORT", "a lot",
                                "MUSTER_CLOCK", "fast",
                                "MUSTER_DATABASE_URL", "postgres://user@host/db"));
        assertThat(problems)
                .hasSize(6)
                .anyMatch(p -> p.contains("SLACK_BOT_TOKEN"))
                .anyMatch(p -> p.contains("SLACK_SIGNING_SECRET"))
                .anyMatch(p -> p.contains("SLACK_API_URL"))
                .anyMatch(p -> p.contains("MUSTER_PORT") && p.contains("a lot"))
                .anyMatch(p -> p.contains("MUSTER_CLOCK") && p.contains("fast"))
                .anyMatch(p -> p.contains("MUSTER_DATABASE_URL"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://slack.example.com/api, https://slack.example.com/api/",
        "https://slack.example.com/api/, https://slack.example.com/api/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/"
    })
    void the_base_of_the_web_api_may_end_with_a_slash_or_not(String set, String used) {
        assertThat(ok(with("SLACK_API_URL", set)).slackApi()).hasToString(used);
    }

    @Test
    void admins_are_listed_with_commas_or_spaces() {
        assertThat(ok(with("MUSTER_ADMIN", "U1, U2 U3,,")).admins())
                .containsExactlyInAnyOrder(
                        new PersonId("U1"), new PersonId("U2"), new PersonId("U3"));
    }

    @Test
    void a_channel_may_be_written_with_its_hash_and_blanks_count_as_not_set() {
        assertThat(ok(with("MUSTER_ANNOUNCE_CHANNEL", "#ops")).announceChannel()).isEqualTo("ops");
        assertThat(ok(with("MUSTER_POLICY", "  ")).policy()).isEqualTo("featuresignals");
    }

    @Test
    void secrets_are_never_printed() {
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put("SLACK_APP_TOKEN", "xapp-1");
        environment.put("MUSTER_ALERT_SECRET", "sesame");
        environment.put(
                "MUSTER_DATABASE_URL", "jdbc:postgresql://db/muster?user=m&password=hush-hush");
        assertThat(ok(environment).toString())
                .doesNotContain("xoxb-1", "shh-shh-shh", "xapp-1", "sesame", "hush-hush");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put(name, value);
        return environment;
    }

    private static Settings ok(Map<String, String> environment) {
        return switch (Settings.readForSlack(environment)) {
            case Settings.Result.Ok(Settings settings) -> settings;
            case Settings.Result.Wrong(List<String> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(Map<String, String> environment) {
        return switch (Settings.readForSlack(environment)) {
            case Settings.Result.Ok(Settings settings) -> throw new AssertionError("" + settings);
            case Settings.Result.Wrong(List<String> problems) -> problems;
        };
    }
}

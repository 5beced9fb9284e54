package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.app.demo.DemoTeam;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Knock;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The process as whoever runs it meets it: how it starts, what it says, how it stops. */
class ServeStory {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path home;

    @Test
    void without_tokens_it_says_what_to_set_and_where_to_get_it() {
        try (Child child = Child.run(Map.of("MUSTER_HOME", home.toString()), "serve")) {
            assertThat(child.ended(SOON)).isEqualTo(2);
            assertThat(child.said())
                    .contains(
                            "SLACK_BOT_TOKEN is not set",
                            "api.slack.com/apps",
                            "SLACK_APP_TOKEN",
                            "SLACK_SIGNING_SECRET",
                            "connections:write")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/muster?user=a&password=top-secret, nothing answers there",
        "mysql://localhost/muster, must be a JDBC address of a PostgreSQL"
    })
    void with_a_wrong_database_address_it_says_so_in_one_sentence(String url, String words) {
        Map<String, String> environment = new HashMap<>(tokens());
        environment.put("MUSTER_DATABASE_URL", url);
        try (Child child = Child.run(environment, "serve")) {
            assertThat(child.ended(SOON)).isEqualTo(2);
            assertThat(child.said())
                    .contains(words)
                    .doesNotContain("Exception", "\tat ", "top-secret");
        }
    }

    @Test
    void with_a_taken_port_it_says_which_setting_to_change() throws IOException {
        Map<String, String> environment = new HashMap<>(tokens());
        environment.put("MUSTER_DATABASE_URL", TestPostgres.database().url());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("MUSTER_PORT", String.valueOf(taken.getLocalPort()));
            try (Child child = Child.run(environment, "serve")) {
                assertThat(child.ended(SOON)).isEqualTo(2);
                assertThat(child.said())
                        .contains("cannot listen on 127.0.0.1:", "MUSTER_PORT")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void the_demo_says_in_words_that_its_port_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Child child = Child.run(Map.of(), "demo", "--port", "" + taken.getLocalPort())) {
            assertThat(child.ended(SOON)).isEqualTo(2);
            assertThat(child.said())
                    .contains("something else listens there", "--port")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void it_serves_any_web_api_base_and_ends_in_time_when_it_is_told_to(String slash) {
        try (SlackSandbox sandbox = sandbox()) {
            Map<String, String> environment = environment(sandbox);
            environment.put(
                    "SLACK_API_URL", sandbox.webApi().toString().replaceFirst("/$", "") + slash);
            try (Child child = Child.run(environment, "serve").ready()) {
                sandbox.deliverTo(address(child));
                Person ana = sandbox.workspace().person("ana");
                Channel general = sandbox.workspace().channel("general");
                assertThat(ana.types(general, "/incident declare P1 Any base").text())
                        .contains("INC-1");
                await().atMost(SOON)
                        .until(() -> sandbox.workspace().findChannel("inc-1-any-base").isPresent());
                long start = System.nanoTime();
                child.terminate();
                assertThat(child.ended(Duration.ofSeconds(10))).isIn(0, 143);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(10));
                assertThat(child.said()).doesNotContain("\tat ", sandbox.botToken());
            }
            assertThat(sandbox.violations()).isEmpty();
        }
    }

    @Test
    void told_to_stop_it_finishes_what_it_holds_even_if_slack_is_slow() {
        try (SlackSandbox sandbox = sandbox()) {
            sandbox.faults().latency("conversations.create", Duration.ofSeconds(3));
            try (Child child = Child.run(environment(sandbox), "serve").ready()) {
                sandbox.deliverTo(address(child));
                Knock knock =
                        sandbox.inbound()
                                .command(
                                        sandbox.workspace().person("ana"),
                                        sandbox.workspace().channel("general"),
                                        "/incident",
                                        "declare P1 Slow end");
                assertThat(knock.send().status()).isEqualTo(200);
                await().atMost(SOON).until(() -> !sandbox.calls("conversations.create").isEmpty());
                child.terminate();
                assertThat(child.ended(Duration.ofSeconds(10))).isIn(0, 143);
                assertThat(child.said()).doesNotContain("still on their way");
            }
            assertThat(sandbox.workspace().findChannel("inc-1-slow-end")).isPresent();
        }
    }

    @Test
    void the_trial_clock_is_pushed_from_a_second_process() {
        try (SlackSandbox sandbox = sandbox()) {
            Map<String, String> environment = environment(sandbox);
            environment.put("MUSTER_CLOCK", "adjustable");
            try (Child child = Child.run(environment, "serve").ready()) {
                assertThat(child.said()).contains("TRIAL");
                sandbox.deliverTo(address(child));
                Person ana = sandbox.workspace().person("ana");
                ana.types(sandbox.workspace().channel("general"), "/incident declare P0 On trial");
                await().atMost(SOON)
                        .until(() -> sandbox.workspace().findChannel("inc-1-on-trial").isPresent());
                try (Child push = Child.run(environment, "clock", "advance", "PT15M")) {
                    assertThat(push.ended(SOON)).isZero();
                }
                Channel room = sandbox.workspace().channel("inc-1-on-trial");
                await().atMost(SOON)
                        .until(() ->
                                room.messages().stream()
                                        .anyMatch(m ->
                                                m.plainText().contains("Escalation: Acknowl")));
                try (Child push = Child.run(environment, "clock", "advance", "an hour")) {
                    assertThat(push.ended(SOON)).isEqualTo(2);
                    assertThat(push.said()).contains("PT60M");
                }
            }
        }
    }

    @Test
    void a_database_that_began_with_real_time_is_never_pushed() {
        try (SlackSandbox sandbox = sandbox()) {
            Map<String, String> environment = environment(sandbox);
            try (Child child = Child.run(environment, "serve").ready()) {
                child.terminate();
                child.ended(Duration.ofSeconds(10));
            }
            environment.put("MUSTER_CLOCK", "adjustable");
            for (List<String> verb :
                    List.of(List.of("clock", "advance", "PT1H"), List.of("serve"))) {
                try (Child child = Child.run(environment, verb.toArray(String[]::new))) {
                    assertThat(child.ended(SOON)).isEqualTo(2);
                    assertThat(child.said()).contains("real time").doesNotContain("\tat ");
                }
            }
        }
    }

    @Test
    void with_an_embedded_database_it_survives_being_killed() {
        try (SlackSandbox sandbox = sandbox()) {
            Map<String, String> environment = environment(sandbox);
            environment.remove("MUSTER_DATABASE_URL");
            environment.put("MUSTER_HOME", home.toString());
            Person ana = sandbox.workspace().person("ana");
            Channel general = sandbox.workspace().channel("general");
            for (int n = 1; n <= 3; n++) {
                try (Child child = Child.run(environment, "serve").ready()) {
                    sandbox.deliverTo(address(child));
                    assertThat(ana.types(general, "/incident declare P2 Round " + n).text())
                            .contains("INC-" + n);
                    child.kill();
                }
            }
            try (Child child = Child.run(environment, "serve").ready()) {
                sandbox.deliverTo(address(child));
                for (int n = 1; n <= 3; n++) {
                    String name = "inc-" + n + "-round-" + n;
                    await().atMost(SOON)
                            .until(() -> sandbox.workspace().findChannel(name).isPresent());
                }
                try (Child verify = Child.run(environment, "verify")) {
                    assertThat(verify.ended(SOON)).as(verify.said()).isZero();
                }
                child.terminate();
                child.ended(Duration.ofSeconds(10));
            }
            assertThat(sandbox.violations()).isEmpty();
        }
    }

    private static Map<String, String> tokens() {
        return Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1-test",
                "SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef",
                "SLACK_API_URL", "http://127.0.0.1:1/api/");
    }

    private static Map<String, String> environment(SlackSandbox sandbox) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SLACK_BOT_TOKEN", sandbox.botToken());
        environment.put("SLACK_SIGNING_SECRET", sandbox.signingSecret());
        environment.put("SLACK_API_URL", sandbox.webApi().toString());
        environment.put("MUSTER_PORT", "0");
        environment.put("MUSTER_DATABASE_URL", TestPostgres.database().url());
        return environment;
    }

    private static SlackSandbox sandbox() {
        return SlackSandbox.start(
                SandboxOptions.builder()
                        .seed(DemoTeam.seed())
                        .manifest(Path.of("..", "manifest.yml"))
                        .socketMode(false)
                        .build());
    }

    private static URI address(Child child) {
        String said = child.said();
        int at = said.indexOf("http://127.0.0.1:", said.indexOf("Muster is ready"));
        return URI.create(said.substring(at).lines().findFirst().orElseThrow() + "/slack/events");
    }
}

package io.muster.app.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.Secret;
import io.muster.app.checkup.Finding;
import io.muster.app.demo.DemoTeam;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.ChannelSeed;
import io.muster.app.sandbox.Plan;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.UsergroupSeed;
import io.muster.core.policy.Policy;
import io.muster.core.roster.Team;

import okhttp3.FormBody;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;

/** What doctor says of Slack, well and not well. */
class CheckupsTest {
    private static final Path MANIFEST = Path.of("..", "manifest.yml");

    @Test
    @Tag("M6")
    void an_app_made_from_the_manifest_has_the_right_token_and_the_right_scopes() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(examine(slack))
                    .extracting(Finding::mark)
                    .containsExactly(Finding.Mark.OK, Finding.Mark.OK, Finding.Mark.OK);
            assertThat(examine(slack))
                    .extracting(Finding::about)
                    .containsExactly("bot token", "scopes", "clock");
        }
    }

    @Test
    @Tag("M6")
    void scopes_that_are_missing_left_out_or_too_many_are_named() {
        Path manifest =
                manifest(text ->
                        text.replaceAll(" {6}- (pins:write|usergroups:\\w+).*\n", "")
                                .replaceFirst(
                                        "      - reactions:read",
                                        "      - users.profile:read\n      - reactions:read"));
        try (SlackSandbox slack = sandbox(manifest, Plan.PAID)) {
            assertThat(examine(slack))
                    .anyMatch(f ->
                            f.mark() == Finding.Mark.DO
                                    && f.words().startsWith("missing pins:write: put the new"))
                    .anyMatch(f ->
                            f.mark() == Finding.Mark.WARN
                                    && f.words()
                                            .startsWith(
                                                    "left out usergroups:read, usergroups:write"))
                    .anyMatch(f ->
                            f.mark() == Finding.Mark.WARN
                                    && f.words().endsWith("take away users.profile:read"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xapp-1-2-3, 'is an app-level token, which belongs into SLACK_APP_TOKEN'",
        "xoxp-1-2-3, is a user token",
        "hello, does not begin with xoxb-"
    })
    void a_token_of_another_kind_is_told_before_slack_is_asked(String token, String words) {
        assertThat(
                        SlackCheckup.examine(
                                URI.create("http://127.0.0.1:1/api/"),
                                new Secret(token),
                                AppManifest.ours()))
                .singleElement()
                .satisfies(f ->
                        assertThat(f.words())
                                .contains(words, "Bot User OAuth Token")
                                .doesNotContain(token));
    }

    @Test
    void a_token_that_was_taken_back_and_a_slack_that_is_down_are_told_apart() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            slack.faults().revokeToken();
            assertThat(examine(slack).getFirst().words())
                    .contains("Slack refuses it (token_revoked)", "install the app again");
            slack.faults().clear();
            slack.faults().down(true);
            assertThat(examine(slack).getFirst().words()).contains("status.slack.com");
        }
    }

    @Test
    void a_clock_that_differs_from_slacks_is_told() throws IOException {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(400).atOffset(ZoneOffset.UTC));
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(door, date));
            List<Finding> findings =
                    SlackCheckup.examine(
                            URI.create("http://127.0.0.1:" + door.getLocalPort() + "/api/"),
                            new Secret("xoxb-1"),
                            AppManifest.ours());
            assertThat(findings)
                    .anyMatch(f ->
                            f.mark() == Finding.Mark.DO
                                    && f.about().equals("clock")
                                    && f.words().contains("Slack's clock is 6 min ahead"))
                    .anyMatch(f -> f.words().equals("Slack did not say what the token may do"));
        }
    }

    @Test
    void over_socket_mode_slack_is_asked_for_a_connection() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(events(slack, slack.appToken()))
                    .isEqualTo(
                            Finding.ok(
                                    "events", "Socket Mode is on, and 127.0.0.1 can be reached"));
            assertThat(events(slack, "xapp-1-2-3").words())
                    .contains("Slack refuses SLACK_APP_TOKEN (invalid_auth)");
            assertThat(events(slack, slack.botToken()).words())
                    .contains("does not begin with xapp-")
                    .doesNotContain(slack.botToken());
        }
        try (SlackSandbox off =
                SlackSandbox.start(
                        SandboxOptions.builder().manifest(MANIFEST).socketMode(false).build())) {
            assertThat(events(off, off.appToken()).words()).contains("switch Socket Mode on");
        }
    }

    @Test
    void the_channel_of_the_announcements_is_found_joined_archived_or_missing() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(channel(slack, "incidents").words())
                    .isEqualTo(
                            "#incidents is there; Muster is not in it and announces from outside");
            assertThat(channel(slack, "nowhere").mark()).isEqualTo(Finding.Mark.WARN);
            assertThat(channel(slack, "nowhere").words()).contains("made with the first incident");
            assertThat(channel(slack, "alarms"))
                    .isEqualTo(Finding.ok("channel", "incidents are announced in #alarms"));
            Channel room = slack.workspace().channel("alarms");
            assertThat(channel(slack, room.id()).mark()).isEqualTo(Finding.Mark.OK);
            archive(slack, room);
            assertThat(channel(slack, "alarms").mark()).isEqualTo(Finding.Mark.DO);
            assertThat(channel(slack, "alarms").words()).contains("#alarms is archived");
            assertThat(channel(slack, "C99999999").words()).contains("Muster cannot see C99999999");
        }
    }

    @Test
    @Tag("F08")
    void where_there_are_no_canvases_the_document_is_a_pinned_message() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(canvases(slack).mark()).isEqualTo(Finding.Mark.OK);
        }
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.FREE)) {
            assertThat(canvases(slack).mark()).isEqualTo(Finding.Mark.WARN);
            assertThat(canvases(slack).words()).contains("pinned message");
        }
        Path without = manifest(text -> text.replaceAll(" {6}- canvases:\\w+.*\n", ""));
        try (SlackSandbox slack = sandbox(without, Plan.PAID)) {
            assertThat(canvases(slack).words()).contains("add canvases:read and canvases:write");
        }
    }

    @Test
    @Tag("F05")
    void user_groups_are_there_or_not_as_plan_and_scopes_allow() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(groups(slack, "oncall").mark()).isEqualTo(Finding.Mark.OK);
            assertThat(groups(slack, "nobody").words())
                    .contains("Slack has no such user group that is switched on; make it there");
        }
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.FREE)) {
            assertThat(groups(slack, "oncall").words())
                    .contains("this workspace's plan has no user groups");
        }
        Path without = manifest(text -> text.replaceAll(" {6}- usergroups:\\w+.*\n", ""));
        try (SlackSandbox slack = sandbox(without, Plan.PAID)) {
            assertThat(groups(slack, "oncall").words()).contains("add the optional scopes");
        }
    }

    @Test
    void people_are_known_or_have_left_or_are_somebody_else() {
        try (SlackSandbox slack = sandbox(manifest(text -> text), Plan.PAID)) {
            assertThat(people(slack, team(file -> file)))
                    .containsExactly(Finding.ok("people", "Slack knows all 10 people of the team"));
            Team other =
                    team(file ->
                            file.replaceFirst("email: ana@[^,}]+", "slack: U0NOBODY")
                                    .replaceFirst("email: ben@[^,}]+", "email: bea@board.example")
                                    .replaceFirst(
                                            "email: ciro@[^,}]+",
                                            "slack: " + slack.workspace().person("ciro").id()));
            slack.workspace().deactivate(slack.workspace().person("ciro"));
            assertThat(people(slack, other))
                    .extracting(f -> f.mark() + " " + f.words())
                    .anyMatch(w -> w.startsWith("DO Slack does not know Ana Ruiz (user_not_found)"))
                    .anyMatch(
                            w -> w.startsWith("WARN Slack does not know the address of Ben Okafor"))
                    .anyMatch(w -> w.startsWith("DO Ciro Vitale left this workspace"))
                    .hasSize(3);
        }
    }

    private static SlackSandbox sandbox(Path manifest, Plan plan) {
        return SlackSandbox.start(
                SandboxOptions.builder()
                        .seed(
                                DemoTeam.seed()
                                        .with(
                                                ChannelSeed.open("incidents"),
                                                ChannelSeed.open("alarms").andApp())
                                        .with(UsergroupSeed.of("oncall", "On call", "otto")))
                        .manifest(manifest)
                        .plan(plan)
                        .build());
    }

    private static Path manifest(UnaryOperator<String> change) {
        try {
            Path file = Files.createTempFile("manifest", ".yml");
            return Files.writeString(file, change.apply(Files.readString(MANIFEST)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Team team(UnaryOperator<String> change) {
        Policy policy = PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();
        return TeamFiles.read(change.apply(DemoTeam.file(policy)), policy).ifSound().orElseThrow();
    }

    private static Secret bot(SlackSandbox slack) {
        return new Secret(slack.botToken());
    }

    private static void archive(SlackSandbox slack, Channel room) {
        try (SlackClient client = new SlackClient(slack.webApi(), bot(slack))) {
            FormBody.Builder form = new FormBody.Builder().add("channel", room.id());
            assertThat(client.call("conversations.archive", form))
                    .isInstanceOf(SlackAnswer.Ok.class);
        }
    }

    private static List<Finding> examine(SlackSandbox slack) {
        return SlackCheckup.examine(slack.webApi(), bot(slack), AppManifest.ours());
    }

    private static Finding events(SlackSandbox slack, String token) {
        return EventsCheckup.examine(slack.webApi(), new Secret(token)).getFirst();
    }

    private static Finding channel(SlackSandbox slack, String name) {
        return PlacesCheckup.channel(slack.webApi(), bot(slack), name).getFirst();
    }

    private static Finding canvases(SlackSandbox slack) {
        return PlacesCheckup.canvases(slack.webApi(), bot(slack)).getFirst();
    }

    private static Finding groups(SlackSandbox slack, String group) {
        Team team =
                team(file ->
                        file.replace("  on-call: [ana, ben]\n", "  on-call: {rotation: primary}\n")
                                + """
                                rotations:
                                  primary:
                                    zone: UTC
                                    people: [ben, ana]
                                    every: 12 hours
                                    starts: 2026-01-05 09:00
                                    user-group: %s
                                """
                                        .formatted(group));
        return PeopleCheckup.groups(slack.webApi(), bot(slack), team).getFirst();
    }

    private static List<Finding> people(SlackSandbox slack, Team team) {
        return PeopleCheckup.people(slack.webApi(), bot(slack), team);
    }

    /** Slack with a wrong clock, which the sandbox does not have. */
    private static void answer(ServerSocket door, String date) {
        String body = "{\"ok\":true,\"team\":\"T\",\"bot_id\":\"B1\"}";
        try (Socket socket = door.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream()
                    .write(
                            ("HTTP/1.1 200 OK\r\nDate: "
                                            + date
                                            + "\r\nContent-Length: "
                                            + body.length()
                                            + "\r\nConnection: close\r\n\r\n"
                                            + body)
                                    .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the test sees that nothing was answered
        }
    }
}

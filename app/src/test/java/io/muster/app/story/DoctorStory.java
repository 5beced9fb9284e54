package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.demo.DemoTeam;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.UsergroupSeed;
import io.muster.db.DatabaseAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code doctor}, as whoever sets Muster up reads it. */
class DoctorStory {
    private static final String PASSWORD = "pass-word-of-mail";

    @TempDir private Path home;
    private final AtomicInteger status = new AtomicInteger(200);
    private final Map<String, String> environment = new HashMap<>();
    private SlackSandbox slack;
    private DatabaseAddress database;
    private GreenMail mail;
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        slack =
                SlackSandbox.start(
                        SandboxOptions.builder()
                                .seed(
                                        DemoTeam.seed()
                                                .with(
                                                        UsergroupSeed.of(
                                                                "oncall", "On call", "otto")))
                                .manifest(Path.of("..", "manifest.yml"))
                                .build());
        database = TestPostgres.database();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        mail.setUser("muster@northwind.example", "muster", PASSWORD);
        mail.start();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status.get(), -1);
                    exchange.close();
                });
        site.start();
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_APP_TOKEN", slack.appToken());
        environment.put("SLACK_API_URL", slack.webApi().toString());
        environment.put("MUSTER_DATABASE_URL", database.url());
        environment.put("MUSTER_HOME", home.toString());
        environment.put("MUSTER_TEAM", team("yes", "").toString());
        environment.put("MUSTER_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        environment.put("MUSTER_MAIL_FROM", "muster@northwind.example");
        environment.put("MUSTER_SMTP_USER", "muster");
        environment.put("MUSTER_SMTP_PASSWORD", PASSWORD);
        environment.put("MUSTER_ALERT_SECRET", "secret-of-all-alerts");
        environment.put("PAGER_KEY", "R0UTE-R0UTE");
        environment.put("BACKUPS_SECRET", "hush-hush");
    }

    @AfterEach
    void close() {
        slack.close();
        mail.stop();
        site.stop(0);
        TestPostgres.drop(database);
    }

    @Test
    void where_all_is_set_up_each_line_is_ok() {
        Said said = doctor();
        assertThat(said.lines())
                .contains(
                        "ok    settings: Socket Mode",
                        "ok    policy: featuresignals can be used",
                        "ok    outbox: 0 messages waiting",
                        "ok    privileges: works under a role that can add to the journal and never"
                                + " change it",
                        "ok    clock: the database's clock agrees with this machine's",
                        "ok    clock: Slack's clock agrees with this machine's",
                        "ok    events: Socket Mode is on, and 127.0.0.1 can be reached",
                        "ok    canvases: they can be used for the documents of incidents",
                        "ok    user groups: oncall follows whoever is on call",
                        "ok    people: Slack knows all 10 people of the team",
                        "ok    webhook: pager has its secret, and an address that is known",
                        "ok    alerts: /alerts/backups takes alerts of Backups",
                        "ok    health check: website answers as it should")
                .anyMatch(l -> l.startsWith("ok    home: " + home + " can be written to"))
                .anyMatch(l -> l.startsWith("ok    database: PostgreSQL "))
                .anyMatch(l -> l.startsWith("ok    bot token: accepted in the workspace Sandbox"))
                .anyMatch(l -> l.startsWith("ok    scopes: all "))
                .anyMatch(l -> l.startsWith("warn  channel: #incidents is there; Muster is not in"))
                .anyMatch(l -> l.startsWith("ok    mail: ") && l.endsWith("takes the password"))
                .anyMatch(l -> l.startsWith("ok    on call: rotation primary: "))
                .noneMatch(l -> l.startsWith("do"));
        assertThat(said.code()).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void where_everything_is_wrong_each_line_says_what_to_do_and_none_stops_the_next() {
        slack.faults().down(true);
        mail.stop();
        status.set(503);
        environment.put("MUSTER_HOME", home.resolve("team.yml").resolve("home").toString());
        environment.put(
                "MUSTER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/m?user=u&password=s3cret-db");
        environment.put("MUSTER_TEAM", team("no", "    only: mon-fri 09:00-17:00\n").toString());
        environment.remove("BACKUPS_SECRET");
        Said said = doctor();
        assertThat(said.code()).isEqualTo(1);
        for (String start :
                List.of(
                        "do    home: ",
                        "do    database: Muster cannot use the database at jdbc:postgresql://127",
                        "do    bot token: ",
                        "do    events: ",
                        "warn  slack: channel, canvases, user groups and people were not looked at",
                        "do    mail: 127.0.0.1:",
                        "do    webhook: pager: its address lies in a private network",
                        "do    alerts: /alerts/backups is closed; to open it, set BACKUPS_SECRET",
                        "warn  health check: website: It answered with 503 instead of 200.",
                        "do    on call: ")) {
            assertThat(said.lines()).anyMatch(line -> line.startsWith(start));
        }
        assertThat(said.lines().getLast()).contains("things to do");
    }

    @Test
    void without_settings_it_says_what_to_set_and_still_looks_at_the_rest() {
        environment.remove("SLACK_BOT_TOKEN");
        environment.put("MUSTER_PORT", "many");
        Said said = doctor();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .anyMatch(l -> l.startsWith("do    settings: SLACK_BOT_TOKEN is not set"))
                .anyMatch(l -> l.startsWith("do    settings: MUSTER_PORT must be a number"))
                .anyMatch(l -> l.startsWith("ok    database: PostgreSQL"))
                .anyMatch(l -> l.startsWith("ok    mail: "));
    }

    @Test
    void a_user_group_named_by_an_id_is_looked_up_too() throws IOException {
        Path file = home.resolve("team.yml");
        Files.writeString(
                file,
                Files.readString(file).replace("user-group: oncall", "user-group: S0614TZR7"));
        assertThat(doctor().lines())
                .contains(
                        "do    user groups: S0614TZR7: Slack has no such user group that is"
                                + " switched on; make it there or correct the team file");
    }

    @Test
    void over_http_the_muster_that_runs_is_asked_whether_it_has_the_same_secret() {
        try (Story story = Story.begin()) {
            environment.remove("SLACK_APP_TOKEN");
            environment.put("SLACK_SIGNING_SECRET", story.sandbox().signingSecret());
            environment.put("MUSTER_PORT", String.valueOf(story.muster().address().getPort()));
            assertThat(doctor().lines())
                    .anyMatch(l ->
                            l.startsWith("ok    events: the Muster on 127.0.0.1:")
                                    && l.contains("shows \"Verified\" beside the request URL"));
            environment.put("SLACK_SIGNING_SECRET", "another-secret");
            assertThat(doctor().lines())
                    .anyMatch(l -> l.contains("has another SLACK_SIGNING_SECRET"));
        }
        environment.put("MUSTER_PORT", "1");
        assertThat(doctor().lines())
                .anyMatch(l -> l.startsWith("warn  events: no Muster answers on 127.0.0.1:1"));
    }

    /** What it says never holds a secret, so that it can be pasted into a ticket. */
    private Said doctor() {
        StringWriter words = new StringWriter();
        int code =
                Cli.run(
                        new Console(environment, new PrintWriter(words), new PrintWriter(words)),
                        "doctor");
        assertThat(words.toString())
                .doesNotContain(
                        slack.botToken(),
                        slack.appToken(),
                        PASSWORD,
                        "secret-of-all-alerts",
                        "R0UTE-R0UTE",
                        "hush-hush",
                        "s3cret-db",
                        "another-secret",
                        "Exception");
        return new Said(code, words.toString().lines().toList());
    }

    private record Said(int code, List<String> lines) {}

    /** A team file whose webhook may be on this machine, or may not; {@code more} of a rotation. */
    private Path team(String privately, String more) {
        String text =
                DemoTeam.file(PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow())
                        .replace("  on-call: [ana, ben]\n", "  on-call: {rotation: primary}\n");
        String scheme = privately.equals("yes") ? "http" : "https";
        String sections =
                """
                rotations:
                  primary:
                    zone: UTC
                    people: [ben, ana]
                    every: 12 hours
                    starts: 2026-01-05 09:00
                    user-group: oncall
                webhooks:
                  pager: {format: pagerduty, secret-from: PAGER_KEY, url: "%3$s://127.0.0.1:%1$d/", private-addresses: %2$s}
                alerts:
                  sources:
                    backups: {name: Backups, secret-from: BACKUPS_SECRET, title: /name}
                watch: {website: {url: "http://127.0.0.1:%1$d/", every: 1 minute}}
                """
                        .formatted(site.getAddress().getPort(), privately, scheme)
                        .replace("    user-group: oncall\n", more + "    user-group: oncall\n");
        try {
            return Files.writeString(home.resolve("team.yml"), text + sections);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

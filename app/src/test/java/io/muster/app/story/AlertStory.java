package io.muster.app.story;

import static io.muster.app.story.Alerts.One.firing;
import static io.muster.app.story.Alerts.alertmanager;
import static io.muster.app.story.Alerts.post;
import static io.muster.app.story.Alerts.send;
import static io.muster.app.story.Alerts.signoz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.muster.app.Muster;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;
import io.muster.db.Archive;
import io.muster.db.journal.ChainAudit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An incident that begins with an alarm. */
@Tag("F04")
class AlertStory {
    private static final String RULES =
            """
            alerts:
              sources:
                backups:
                  name: Backups
                  secret-from: BACKUPS_SECRET
                  signature: X-Signature
                  per-minute: 20
                  title: /check/name
                  fingerprint: /check/id
                  status: /state
                  resolved: [ok]
                  severity: /level
                  details: /text
              rules:
                - match: {service: "vault*"}
                  severity: P1
                  kind: security
                  private: yes
                - match: {alertname: "Test*"}
                  dismiss: Somebody tries out alerts
            """;

    @Test
    @Tag("F03")
    void what_signoz_reports_is_an_incident_and_what_is_over_is_noted() {
        try (Story story = Story.begin()) {
            assertThat(send(story, "signoz", signoz("Checkout error rate is high", true)))
                    .isEqualTo(200);
            Channel room = story.soon("inc-1-checkout-error-rate-is-high");
            Message card = story.card(room);
            assertThat(card.plainText())
                    .contains("P0", "Open in SigNoz", "service checkout", "current value: 7.3");
            story.soon(room, "Monitoring alert from SigNoz: Checkout error rate is high");
            story.soon(story.channel("incidents"), "Checkout error rate is high");
            story.eventually("on-call is called", () -> room.has(story.person("ana")));

            assertThat(send(story, "signoz", signoz("Checkout error rate is high", false)))
                    .isEqualTo(200);
            Message over = story.soon(room, "SigNoz says that it is over");
            assertThat(over.buttons()).containsExactly("Resolve");
            assertThat(story.card(room).plainText()).contains("Reported, nobody has acknowledged");

            story.person("ana").clicks(over, "Resolve");
            story.soon(room, "Resolved by");
            story.eventually(
                    "the proposal is settled",
                    () -> story.soon(room, "SigNoz says that it is over").buttons().isEmpty());
            story.settle();
        }
    }

    @Test
    void it_fires_again_while_resolved_and_anew_after_it_was_closed() {
        try (Story story = Story.begin()) {
            Alerts.One slow = firing("Slow", "checkout");
            send(story, "alertmanager", alertmanager("Slow", slow));
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            Person cleo = story.person("cleo");
            cleo.types(room, "/incident resolve all is well");
            story.soon(room, "Resolved by");

            send(story, "alertmanager", alertmanager("Slow", slow));
            Message back = story.soon(room, "although INC-1 is resolved");
            assertThat(back.buttons()).containsExactly("It came back");
            story.eventually(
                    "the commander is told",
                    () ->
                            cleo.directMessages().stream()
                                    .anyMatch(m ->
                                            m.plainText().contains("although INC-1 is resolved")));

            cleo.types(room, "/incident close override: it was a test");
            story.soon(room, "Closed by");
            send(story, "alertmanager", alertmanager("Slow", slow));
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(1);

            send(story, "alertmanager", alertmanager("Slow", slow.over()));
            send(
                    story,
                    "alertmanager",
                    alertmanager("Slow", slow.since(story.muster().now().plusSeconds(1))));
            Channel second = story.soonStartingWith("inc-2");
            story.soon(second, "the same alert made INC-1");
            story.settle();
            assertThat(fates(story)).isEqualTo("declared returned over cleared declared");
            assertIntact(story);
        }
    }

    @Test
    void a_graver_alert_of_the_same_group_calls_people_who_can_raise_it_with_one_press() {
        try (Story story = Story.begin()) {
            Alerts.One warning = firing("Slow", "checkout").as("warning");
            send(story, "alertmanager", alertmanager("Slow", warning));
            Channel room = story.soonStartingWith("inc-1");
            assertThat(story.card(room).plainText()).doesNotContain("P0");
            story.settle();

            send(story, "alertmanager", alertmanager("Slow", warning, firing("Slow", "payments")));
            Message worse = story.soon(room, "is at P0 now");
            assertThat(worse.buttons()).containsExactly("Change severity");
            Person ana = story.person("ana");
            story.eventually(
                    "on-call is called",
                    () ->
                            ana.directMessages().stream()
                                    .anyMatch(m ->
                                            m.plainText().contains("until somebody raises it")));

            ana.clicks(worse, "Change severity");
            ana.submits(ana.modal().orElseThrow(), Map.of("Why?", "Nobody can pay"));
            story.eventually(
                    "it is what was proposed", () -> story.card(room).plainText().contains("P0"));
            story.eventually(
                    "the proposal is settled",
                    () -> story.soon(room, "is at P0 now").buttons().isEmpty());
        }
    }

    @Test
    void a_storm_is_one_incident_for_each_group_and_a_quiet_channel() {
        try (Story story = Story.begin()) {
            IntStream.range(0, 500)
                    .forEach(n -> {
                        String group = n % 2 == 0 ? "Slow" : "Down";
                        assertThat(
                                        send(
                                                story,
                                                "alertmanager",
                                                alertmanager(group, firing(group, "s" + n))))
                                .isEqualTo(200);
                    });
            Channel slow = story.soonStartingWith("inc-1-slow");
            Channel down = story.soonStartingWith("inc-2-down");
            story.card(slow);
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(2);
            assertThat(number(story, "select count(*) from alert")).isEqualTo(500);
            assertThat(story.count(slow, "more alert")).isLessThanOrEqualTo(2);
            assertThat(story.count(down, "more alert")).isLessThanOrEqualTo(2);
            assertThat(story.card(slow).plainText()).contains("250 alerts");
            assertIntact(story);
        }
    }

    @Test
    void the_same_that_arrives_many_times_at_once_is_one_incident() throws Exception {
        try (Story story = Story.begin();
                ExecutorService senders = Executors.newFixedThreadPool(8)) {
            String body = alertmanager("Slow", firing("Slow", "checkout"));
            List<Future<Integer>> answers =
                    IntStream.range(0, 24)
                            .mapToObj(n -> senders.submit(() -> send(story, "alertmanager", body)))
                            .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            story.card(story.soonStartingWith("inc-1"));
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(1);
            assertThat(number(story, "select count(*) from alert where fate = 'repeated'"))
                    .isEqualTo(23);
            assertIntact(story);
        }
    }

    @Test
    void two_nodes_that_get_the_same_at_the_same_time_make_one_incident() throws Exception {
        try (Story story = Story.begin();
                Muster other = story.another();
                ExecutorService senders = Executors.newFixedThreadPool(8)) {
            String body = alertmanager("Slow", firing("Slow", "checkout"));
            CountDownLatch all = new CountDownLatch(1);
            List<Future<Integer>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(n -> n % 2 == 0 ? story.muster() : other)
                            .map(node ->
                                    senders.submit(() -> {
                                        all.await();
                                        return post(
                                                        node,
                                                        "alertmanager",
                                                        body,
                                                        "Authorization",
                                                        "Bearer " + Alerts.SECRET)
                                                .statusCode();
                                    }))
                            .toList();
            all.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(1);
            assertThat(fates(story)).startsWith("declared repeated").doesNotContain("declared d");
            assertThat(room.pins()).as("one card, whichever node made it").hasSize(1);
            assertThat(
                            story.sandbox().workspace().channels().stream()
                                    .filter(c -> c.name().startsWith("inc-")))
                    .hasSize(1);
            assertThat(story.count(story.channel("incidents"), "Slow of checkout")).isEqualTo(1);
            assertIntact(story);
        }
    }

    @Test
    void what_comes_and_goes_many_times_is_one_incident_and_a_quiet_channel() {
        try (Story story = Story.begin()) {
            Alerts.One slow = firing("Slow", "checkout");
            send(story, "alertmanager", alertmanager("Slow", slow));
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            story.settle();
            int before = room.messages().size();
            send(story, "alertmanager", alertmanager("Slow", slow.over()));
            story.soon(room, "says that it is over");
            for (int flap = 0; flap < 25; flap++) {
                send(story, "alertmanager", alertmanager("Slow", slow));
                send(story, "alertmanager", alertmanager("Slow", slow.over()));
            }
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(1);
            assertThat(number(story, "select count(*) from journal where type = 'alert-cleared'"))
                    .as("the record has each")
                    .isEqualTo(26);
            assertThat(room.messages().size() - before)
                    .as("messages that disturb people")
                    .isEqualTo(1);
            story.eventually(
                    "it says how it stands now",
                    () ->
                            story.soon(room, "says that it is over")
                                    .plainText()
                                    .contains("Over again, and it came back 25 times"));
            story.push("PT11M");
            send(story, "alertmanager", alertmanager("Slow", slow));
            send(story, "alertmanager", alertmanager("Slow", slow.over()));
            story.eventually(
                    "after a while it is told anew, with its button",
                    () -> story.soon(room, "says that it is over").buttons().contains("Resolve"));
            assertIntact(story);
        }
    }

    @Test
    void a_private_alert_shows_nothing_to_those_who_may_not_see_it() {
        try (Story story = Story.beginWithTeam(RULES)) {
            String canary = "zanzibar";
            assertThat(
                            send(
                                    story,
                                    "alertmanager",
                                    alertmanager(
                                            "Logins",
                                            firing(canary, "vault-1"),
                                            firing("Logins", "shop"))))
                    .isEqualTo(200);
            Channel open = story.soonStartingWith("inc");
            Channel room = story.soonStartingWith("sec");
            assertThat(room.isPrivate()).isTrue();
            story.card(open);
            story.card(room);
            story.settle();
            for (Channel channel : story.sandbox().workspace().channels()) {
                if (!channel.name().equals(room.name())) {
                    assertThat(story.count(channel, canary)).as(channel.name()).isZero();
                }
            }
            Reply otto = story.person("otto").types(open, "/incident alerts");
            assertThat(otto.text()).contains("Logins of shop").doesNotContain(canary);
            assertIntact(story);
        }
    }

    @Test
    void a_storm_of_private_alerts_hides_none_of_the_others() {
        try (Story story = Story.beginWithTeam(RULES)) {
            send(story, "alertmanager", alertmanager("Test", firing("TestAlert", "shop")));
            for (int n = 0; n < 205; n++) {
                Alerts.One login = firing("Login" + n, "vault-1");
                assertThat(send(story, "alertmanager", alertmanager("Logins", login)))
                        .isEqualTo(200);
            }
            assertThat(number(story, "select count(*) from alert")).isEqualTo(206);
            Reply otto = story.person("otto").types(story.channel("general"), "/incident alerts");
            assertThat(otto.text()).contains("TestAlert of shop").doesNotContain("Login");
            story.settle();
        }
    }

    @Test
    void what_a_rule_dismissed_is_listed_and_can_be_declared() {
        try (Story story = Story.beginWithTeam(RULES)) {
            send(story, "alertmanager", alertmanager("Test", firing("TestAlert", "shop")));
            assertThat(number(story, "select count(*) from incident")).isZero();
            Person ben = story.person("ben");
            Channel general = story.channel("general");
            Reply list = ben.types(general, "/incident alerts");
            assertThat(list.text())
                    .contains("TestAlert of shop", "dismissed", "Somebody tries out alerts");

            ben.clicks(list.message().orElseThrow(), "Declare an incident");
            Channel room = story.soonStartingWith("inc-1-testalert");
            story.card(room);
            assertThat(ben.types(general, "/incident alerts").text()).contains("declared INC-1");
            ben.clicks(list.message().orElseThrow(), "Declare an incident");
            story.settle();
            assertThat(number(story, "select count(*) from incident")).isEqualTo(1);
            assertIntact(story);
        }
    }

    @Test
    void any_json_is_read_by_its_description_and_its_signature() {
        try (Story story = Story.beginWithTeam(RULES)) {
            String failed =
                    """
                    {"check": {"id": 7, "name": "Nightly backup"}, "state": "failed",
                     "level": "high", "text": "disk full <!channel>"}
                    """;
            assertThat(signed(story, failed).statusCode()).isEqualTo(200);
            Channel room = story.soon("inc-1-nightly-backup");
            assertThat(story.card(room).plainText()).contains("P1", "disk full", "Backups");
            assertThat(signed(story, failed.replace("failed", "OK")).statusCode()).isEqualTo(200);
            story.soon(room, "Backups says that it is over");
            assertThat(signed(story, "{\"state\": \"failed\"}").body()).contains("/check/name");
            assertThat(post(story, "backups", failed, "X-Signature", "00").statusCode())
                    .isEqualTo(401);
            assertThat(send(story, "backups", failed)).as("only signed").isEqualTo(401);
            IntStream.range(0, 20).forEach(n -> signed(story, failed));
            HttpResponse<String> tooMany = signed(story, failed);
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
            story.settle();
        }
    }

    @Test
    @Tag("S01")
    void what_nobody_should_send_changes_nothing_and_is_told_why() {
        try (Story story = Story.begin()) {
            String good = alertmanager("Slow", firing("Slow", "shop"));
            assertThat(post(story, "signoz", good, "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(post(story, "signoz", good, "X-Nothing", "x").statusCode()).isEqualTo(401);
            assertThat(send(story, "unheard-of", good)).isEqualTo(404);
            assertThat(send(story, "signoz", " ".repeat(1024 * 1024) + good)).isEqualTo(413);
            for (String bad :
                    new String[] {
                        "",
                        "hello",
                        "[1]",
                        "{\"alerts\": []}",
                        "{\"alerts\": [7]}",
                        "[".repeat(20_000),
                        good.substring(0, 60),
                        "\u0000"
                    }) {
                HttpResponse<String> answer =
                        post(story, "signoz", bad, "Authorization", "Bearer secret");
                assertThat(answer.statusCode()).as(bad).isEqualTo(400);
                assertThat(answer.body()).contains("\"error\":\"").doesNotContain("Exception");
            }
            assertThat(number(story, "select count(*) from alert")).isZero();
        }
    }

    @Test
    @Tag("F03")
    void an_address_that_fails_is_an_incident_and_its_recovery_is_noted() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer site = site(status);
        String watch =
                "watch: {website: {url: 'http://127.0.0.1:%d/', every: 1 minute, failures: 2}}\n"
                        .formatted(site.getAddress().getPort());
        try (Story story = Story.beginWithTeam(watch)) {
            story.eventually("it was asked", () -> asked(story, 0));
            status.set(302);
            story.push("PT1M");
            story.eventually("it failed once", () -> asked(story, 1));
            assertThat(number(story, "select count(*) from alert")).isZero();
            story.push("PT1M");
            Channel room = story.soonStartingWith("inc-1-website");
            assertThat(story.card(room).plainText())
                    .contains("It answered with 302 instead of 200", "Health check");
            story.soon(room, "Failed health check from Health check");
            status.set(200);
            story.push("PT1M");
            story.soon(room, "says that it is over");
            story.settle();
            assertIntact(story);
        } finally {
            site.stop(0);
        }
    }

    /** It says how it is and then hangs: the status counts, nobody waits for the rest. */
    private static HttpServer site(AtomicInteger status) throws IOException {
        HttpServer site =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status.get(), 1_000_000);
                    exchange.getResponseBody().write('<');
                    exchange.getResponseBody().flush();
                });
        site.start();
        return site;
    }

    private static boolean asked(Story story, int failures) {
        return number(story, "select count(*) from watch where failures = " + failures) == 1;
    }

    private static HttpResponse<String> signed(Story story, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String hex =
                    HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return post(story, "backups", body, "X-Signature", "sha256=" + hex);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Story story, String sql) {
        return TestDatabase.number(story.database(), sql);
    }

    private static String fates(Story story) {
        return TestDatabase.word(
                story.database(), "select string_agg(fate, ' ' order by number) from alert");
    }

    private static void assertIntact(Story story) {
        try (Archive archive = Archive.open(story.database(), 1)) {
            assertThat(ChainAudit.check(archive).broken()).isEmpty();
        }
    }
}

package io.muster.app.story;

import static io.muster.app.story.Alerts.send;
import static io.muster.app.story.Alerts.signoz;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People are reached beside Slack, through a real SMTP server and real webhooks. */
class MailStory {
    private static final String BEN = "email: ben@";
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer hook;
    private GreenMail server;
    private int port;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = mailServer();
        server.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    calls.add(exchange.getRequestURI().getPath() + " " + body);
                    boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
                    if (redirect) {
                        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
                    }
                    exchange.sendResponseHeaders(redirect ? 302 : 202, -1);
                    exchange.close();
                });
        hook.start();
    }

    @AfterEach
    void close() {
        server.stop();
        hook.stop(0);
    }

    @Test
    @Tag("F04")
    @Tag("F05")
    @Tag("F06")
    @Tag("F09")
    void from_the_alert_to_the_page_to_the_missed_acknowledgment_to_the_escalation_to_the_mail() {
        try (Story story = begin("featuresignals", "/pagerduty")) {
            assertThat(send(story, "signoz", signoz("Nobody answers", true))).isEqualTo(200);
            Channel room = story.soon("inc-1-nobody-answers");
            story.card(room);
            Person ana = story.person("ana");
            story.eventually(
                    "on-call is called",
                    () ->
                            ana.directMessages().stream()
                                    .anyMatch(m -> m.plainText().contains("You are called as")));
            story.settle();
            assertThat(subjects()).as("nobody wants mail at once").isEmpty();
            story.push("PT15M");
            story.soon(room, "Escalation: Acknowledgment");
            story.settle();
            assertThat(subjects()).as("Ben has two minutes").isEmpty();
            story.push("PT2M");
            story.eventually("Ben has a mail", () -> subjects().size() == 1);
            assertThat(subjects().getFirst()).isEqualTo("[INC-1] P0 page: Nobody answers");
            assertThat(text(0))
                    .contains(
                            "/incident ack INC-1",
                            "https://slack.com/app_redirect?channel=" + room.id(),
                            "Replies to this mail are not read");
            story.push("PT3M");
            story.eventually("his pager rings", () -> !calls.isEmpty());
            assertThat(calls.getFirst())
                    .contains(
                            "\"event_action\":\"trigger\"",
                            "\"routing_key\":\"R0UTE\"",
                            "INC-1",
                            "\"severity\":\"critical\"");
            ana.types(room, "/incident ack");
            story.eventually("it is silenced", () -> calls.size() == 2);
            assertThat(calls.get(1)).contains("\"event_action\":\"acknowledge\"");
            ana.types(room, "/incident timeline");
            ana.closesEverything();
            story.push("PT4H");
            story.settle();
            assertThat(subjects()).hasSize(1);
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from journal where type = 'reach-delivered'"))
                    .isEqualTo(3);
        }
    }

    @Test
    @Tag("F05")
    @Tag("F06")
    void who_is_called_after_the_acknowledgment_hears_it_ring_anew_and_can_answer() {
        try (Story story = begin("featuresignals", "/pagerduty")) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident declare P0 Nobody answers");
            Channel room = story.soon("inc-1-nobody-answers");
            story.card(room);
            story.push("PT15M");
            story.soon(room, "Escalation: Acknowledgment");
            story.push("PT5M");
            story.eventually("Ben's pager rings", () -> calls.size() == 1);
            Person ana = story.person("ana");
            ana.types(room, "/incident ack");
            story.eventually("it is silenced", () -> calls.size() == 2);
            assertThat(key(calls.get(1))).isEqualTo(key(calls.get(0)));

            Person ben = story.person("ben");
            ana.types(room, "/incident assign on-call @ben");
            ana.types(room, "/incident page on-call");
            story.eventually("Ben is called", () -> called(ben).findAny().isPresent());
            story.settle();
            story.push("PT5M");
            story.eventually("it rings once more", () -> calls.size() == 3);
            assertThat(calls.get(2)).contains("\"event_action\":\"trigger\"");
            assertThat(key(calls.get(2))).as("so that it is heard").isNotEqualTo(key(calls.get(0)));
            ben.clicks(called(ben).findFirst().orElseThrow(), "I have seen it");
            story.eventually("and is silenced", () -> calls.size() == 4);
            assertThat(calls.get(3)).contains("\"event_action\":\"acknowledge\"");
            assertThat(key(calls.get(3))).isEqualTo(key(calls.get(2)));
        }
    }

    private static Stream<Message> called(Person person) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains("You are called as"));
    }

    private static String key(String call) {
        return call.replaceFirst("(?s).*\"dedup_key\":\"([^\"]+)\".*", "$1");
    }

    @Test
    @Tag("S04")
    void a_mail_server_that_is_down_for_an_hour_gets_the_mail_once_when_it_is_back() {
        try (Story story = outsider()) {
            server.stop();
            Channel room = declared(story);
            story.push("PT30M");
            matrix(story, room, "A mail is on its way since");
            story.push("PT60M");
            server = mailServer();
            server.start();
            story.eventually("it has come", () -> !subjects().isEmpty());
            story.soon(room, "Board chair told by e-mail");
            story.settle();
            story.push("PT4H");
            story.settle();
            assertThat(subjects()).containsExactly("[INC-1] P1 Database breached");
        }
    }

    @Test
    @Tag("S04")
    void a_refused_recipient_comes_back_to_be_done_by_hand_with_the_reason() throws IOException {
        server.stop();
        try (RefusingServer refusing = new RefusingServer(port);
                Story story = outsider()) {
            Channel room = declared(story);
            story.push("PT30M");
            Message line = story.soon(room, "The e-mail to Board chair was not delivered");
            assertThat(line.plainText())
                    .contains("550", "no such user", "/incident matrix told board-chair <how>")
                    .doesNotContain("@board.example");
            matrix(story, room, "To do by hand, the mail failed (550");
            assertThat(refusing.asked()).as("asked once").isEqualTo(1);
        }
    }

    @Test
    @Tag("F05")
    void a_webhook_that_redirects_to_a_loopback_address_fails_and_people_hear_of_it() {
        try (Story story = begin("featuresignals", "/redirect")) {
            story.person("otto")
                    .types(story.channel("general"), "/incident declare P0 Nobody answers");
            Channel room = story.soon("inc-1-nobody-answers");
            story.card(room);
            story.push("PT15M");
            story.soon(room, "Escalation: Acknowledgment");
            story.push("PT2M");
            story.eventually("his mail was sent first", () -> subjects().size() == 1);
            story.settle();
            story.push("PT3M");
            Message line = story.soon(room, "The webhook pager was not called");
            assertThat(line.plainText()).contains("not followed", "Reach them by hand");
        }
    }

    @Test
    @Tag("F05")
    void a_page_arrives_by_mail_while_slack_is_down() {
        try (Story story = begin("featuresignals", "/pagerduty")) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident declare P0 Nobody answers");
            story.card(story.soon("inc-1-nobody-answers"));
            story.settle();
            story.sandbox().faults().down(true);
            story.push("PT15M");
            story.eventually(
                    "the clock has knocked",
                    () ->
                            TestDatabase.number(
                                            story.database(),
                                            "select count(*) from journal where type = 'reach-planned'")
                                    == 1);
            story.push("PT2M");
            story.eventually("the mail has come all the same", () -> !subjects().isEmpty());
            assertThat(subjects()).containsExactly("[INC-1] P0 page: Nobody answers");
            story.sandbox().faults().down(false);
            story.settle();
        }
    }

    @Test
    @Tag("S04")
    void of_a_private_incident_no_mail_says_what_it_is_about() throws Exception {
        try (Story story = begin("featuresignals", "/pagerduty", "email: sam@")) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident report zanzibar-canary");
            otto.modal().ifPresent(form -> otto.submits(form, Map.of()));
            story.eventually(
                    "it is on record",
                    () ->
                            TestDatabase.number(story.database(), "select count(*) from incident")
                                    == 1);
            story.settle();
            story.push("PT10M");
            story.eventually("Sam was called by mail as well", () -> !subjects().isEmpty());
            story.eventually("and by the pager", () -> !calls.isEmpty());
            story.push("PT1H");
            story.settle();
            for (MimeMessage mail : server.getReceivedMessages()) {
                assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("zanzibar");
            }
            assertThat(calls).noneMatch(call -> call.contains("zanzibar"));
        }
    }

    @Test
    @Tag("S10")
    void a_released_notice_is_mailed_to_each_alone_and_then_recorded_as_sent() throws Exception {
        try (Story story = begin("featuresignals", "/pagerduty")) {
            Person dora = story.person("dora");
            dora.types(story.channel("general"), "/incident declare P1 Odd logins");
            Channel room = story.soon("inc-1-odd-logins");
            story.card(room);
            release(story, room);
            Message released = story.soon(room, "may be sent now");
            dora.clicks(released, "Read all");
            dora.clicksIn(dora.modal().orElseThrow(), "draft-mail");
            story.eventually(
                    "the form of the mail opens",
                    () ->
                            dora.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains("exactly as it was approved"));
            Modal form = dora.modal().orElseThrow();
            dora.submits(form, Map.of("To whom?", "one@x.example\ntwo@y.example"));
            story.eventually("both have it", () -> subjects().size() == 2);
            story.eventually(
                    "it is recorded",
                    () ->
                            TestDatabase.number(
                                            story.database(),
                                            "select count(*) from journal where type = 'draft-sent'")
                                    == 1);
            for (MimeMessage mail : server.getReceivedMessages()) {
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getHeader("Cc")).isNull();
                assertThat(GreenMailUtil.getBody(mail).replace("\r", "").strip())
                        .isEqualTo("We had odd logins. No action needed.");
            }
        }
    }

    private static void release(Story story, Channel room) {
        Person dora = story.person("dora");
        dora.types(room, "/incident draft customer-breach");
        Map<String, String> words = new HashMap<>();
        words.put("To whom?", "all customers");
        words.put("By which way?", "email");
        words.put("Subject", "What happened");
        words.put("Text", "We had odd logins. No action needed.");
        words.put("When this is saved", "Ask for review at once");
        dora.submits(dora.modal().orElseThrow(), words);
        Person lena = story.person("lena");
        story.eventually("Lena is asked", () -> asked(lena).findAny().isPresent());
        lena.clicks(asked(lena).findFirst().orElseThrow(), "Approve");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        Person cleo = story.person("cleo");
        cleo.clicks(story.soon(room, "it can be released"), "Release");
        cleo.submits(cleo.modal().orElseThrow(), Map.of());
    }

    private static Stream<Message> asked(Person person) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains("Your approval is needed"));
    }

    private static void matrix(Story story, Channel room, String words) {
        Person ana = story.person("ana");
        story.eventually(
                words,
                () -> {
                    ana.types(room, "/incident matrix");
                    boolean there =
                            ana.modal().filter(m -> m.plainText().contains(words)).isPresent();
                    ana.closesEverything();
                    return there;
                });
    }

    private static Channel declared(Story story) {
        story.person("ana")
                .types(story.channel("general"), "/incident declare P1 Database breached");
        Channel room = story.soon("inc-1-database-breached");
        story.card(room);
        story.settle();
        return room;
    }

    private GreenMail mailServer() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    }

    /** Under the second plan, with a board chair who is not in Slack. */
    private Story outsider() {
        return Story.begin(
                "soc2-irp-001",
                settings(),
                team ->
                        withoutMail(team)
                                .replace(
                                        "roles:\n",
                                        "  bea: {name: Bea Board, email: bea@board.example}\nroles:\n")
                                .replaceFirst("board-chair: \\[eli\\]", "board-chair: [bea]"));
    }

    /** Ben wants a mail after two minutes and his pager after five. */
    private Story begin(String policy, String path) {
        return begin(policy, path, BEN);
    }

    /** Whoever has this address wants a mail after two minutes and a pager after five. */
    private Story begin(String policy, String path, String who) {
        String reach = ", reach: [slack, email after 2 minutes, webhook pager after 5 minutes]}";
        String webhook =
                "\nwebhooks:\n  pager: {format: pagerduty, secret-from: PAGER_KEY, url:"
                        + " \"http://127.0.0.1:"
                        + hook.getAddress().getPort()
                        + path
                        + "\", private-addresses: yes}\n";
        return Story.begin(
                policy,
                settings(),
                team ->
                        withoutMail(team).replaceFirst("(" + who + "[^}]*)\\}", "$1" + reach)
                                + webhook);
    }

    /** Nobody wants mail unless a story says so. */
    private static String withoutMail(String team) {
        return team.replace(", reach: [slack, email after 2 minutes]", "");
    }

    private ReachSettings settings() {
        return ReachSettings.read(
                Map.of(
                        "MUSTER_SMTP_URL", "smtp://127.0.0.1:" + port,
                        "MUSTER_MAIL_FROM", "muster@northwind.example",
                        "PAGER_KEY", "R0UTE"));
    }

    private List<String> subjects() {
        return Stream.of(server.getReceivedMessages()).map(MailStory::subject).toList();
    }

    private String text(int number) {
        try {
            return String.valueOf(server.getReceivedMessages()[number].getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public follows the status page by mail, and other pages follow it by webhook. */
@Tag("F16")
class SubscriberStory {
    private static final String EVE = "eve@reader.example";
    private static final String SECRET = "Stolen token of Initech";
    private static final String UNDER = "https://status.northwind.example/status";
    private static final Pattern LINK =
            Pattern.compile(Pattern.quote(UNDER) + "(/[a-z]+)\\?t=([A-Za-z0-9_-]{43})");

    private final HttpClient world = HttpClient.newHttpClient();
    private final List<JsonNode> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer hook;
    private GreenMail server;
    private int port;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean isDown = refusals.getAndDecrement() > 0;
                    if (!isDown) {
                        calls.add(new JsonMapper().readTree(body));
                        signatures.add(exchange.getRequestHeaders().getFirst("Muster-Signature"));
                    }
                    exchange.sendResponseHeaders(isDown ? 503 : 202, -1);
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
    void a_reader_subscribes_confirms_reads_what_was_published_and_leaves_with_one_click() {
        try (Story story = begin()) {
            assertThat(get(story, "/status").body())
                    .contains("action=\"status/subscribe\"", "your address is deleted")
                    .doesNotContain("<script");
            subscribe(story, EVE);
            story.eventually("Eve is asked", () -> mailsTo(EVE).size() == 1);
            String invitation = text(mailsTo(EVE).getFirst());
            assertThat(invitation).contains("If it was not you, do nothing", "48 hours");
            String yes = link(invitation, "/confirm");
            assertThat(database(story, "select count(*) from status_token")).isEqualTo(2);
            assertThat(get(story, path(yes)).body()).contains("Confirm subscription");
            assertThat(count(story)).as("a link alone changes nothing").startsWith("0 subscribers");
            HttpResponse<String> confirmed = post(story, "/status/confirm", "t=" + token(yes));
            assertThat(confirmed.body()).contains("You are subscribed");
            assertThat(post(story, "/status/confirm", "t=" + token(yes)).body())
                    .as("twice is once")
                    .contains("You are subscribed");
            assertThat(count(story)).startsWith("1 subscriber gets");

            Channel room = declared(story);
            publish(story, room, "Identified", "A disk is full.\n\nWe are making room.");
            story.eventually("Eve has it", () -> mailsTo(EVE).size() == 2);
            MimeMessage mail = mailsTo(EVE).get(1);
            assertThat(subject(mail))
                    .isEqualTo("[Northwind status] Identified: Trouble with orders");
            assertThat(text(mail))
                    .contains("Checkout: Major outage", "A disk is full.\n\nWe are making room.")
                    .doesNotContain(SECRET, "INC-1", "Ana", "inc-1");
            String bye = link(text(mail), "/unsubscribe");
            assertThat(header(mail, "List-Unsubscribe")).isEqualTo("<" + bye + ">");
            assertThat(header(mail, "List-Unsubscribe-Post"))
                    .isEqualTo("List-Unsubscribe=One-Click");
            assertThat(header(mail, "Message-ID")).doesNotContain("INC-");
            publish(story, room, "Resolved", "It is over.");
            story.eventually("Eve has that too", () -> mailsTo(EVE).size() == 3);
            assertThat(text(mailsTo(EVE).get(2)))
                    .contains("It is over.")
                    .doesNotContain("Checkout", "Major outage");

            assertThat(get(story, path(bye)).body()).contains(">Unsubscribe</button>");
            assertThat(count(story)).startsWith("1 subscriber gets");
            HttpResponse<String> left = post(story, path(bye), "List-Unsubscribe=One-Click");
            assertThat(left.statusCode()).isEqualTo(200);
            assertThat(post(story, path(bye), "List-Unsubscribe=One-Click").body())
                    .isEqualTo(left.body());
            assertThat(count(story)).startsWith("0 subscribers");
            assertThat(database(story, "select count(*) from status_token")).isZero();
            assertThat(database(story, "select count(*) from status_subscriber")).isZero();
            publish(story, room, "Monitoring", "Room is made.");
            story.settle();
            assertThat(mailsTo(EVE)).hasSize(3);
            assertThat(
                            database(
                                    story,
                                    "select count(*) from outbox where body::text like '%reader%'"))
                    .as("the address was nowhere else")
                    .isZero();
        }
    }

    @Test
    void nobody_learns_whether_an_address_is_known_and_no_address_is_flooded() {
        try (Story story = begin()) {
            subscriber(story, EVE);
            server.reset();
            story.push("PT16M");
            HttpResponse<String> known = subscribe(story, EVE);
            HttpResponse<String> fresh = subscribe(story, "new@reader.example");
            HttpResponse<String> again = subscribe(story, "new@reader.example");
            assertThat(fresh.body()).isEqualTo(known.body()).isEqualTo(again.body());
            assertThat(fresh.statusCode()).isEqualTo(known.statusCode());
            assertThat(shown(fresh)).isEqualTo(shown(known));
            story.eventually("both are written to", () -> mails().size() == 2);
            story.settle();
            assertThat(mailsTo(EVE)).hasSize(1);
            assertThat(text(mailsTo(EVE).getFirst())).contains("You get them already");
            assertThat(mailsTo("new@reader.example")).hasSize(1);
            for (int i = 0; i < 30; i++) {
                subscribe(story, "many" + i + "@reader.example");
            }
            assertThat(subscribe(story, "late@reader.example").statusCode()).isEqualTo(429);
            assertThat(subscribe(story, EVE).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void what_is_no_address_gets_no_mail_and_begins_no_header() {
        try (Story story = begin()) {
            for (String bad :
                    List.of(
                            "",
                            "nobody",
                            "a@x.example\r\nBcc: b@x.example",
                            "a@x.example,b@x.example",
                            "\"a\"@x.example",
                            "<a@x.example>",
                            "a@x.example\u0000",
                            "x".repeat(70) + "@x.example")) {
                HttpResponse<String> answer = subscribe(story, bad);
                assertThat(answer.statusCode()).as(bad).isEqualTo(400);
                assertThat(answer.body()).contains("That is not an address");
            }
            assertThat(post(story, "/status/subscribe", "email=" + "a".repeat(5_000)).statusCode())
                    .isEqualTo(400);
            story.settle();
            assertThat(mails()).isEmpty();
            assertThat(database(story, "select count(*) from status_subscriber")).isZero();
        }
    }

    @Test
    void a_link_is_good_for_two_days_and_who_does_not_confirm_is_forgotten() {
        try (Story story = begin()) {
            subscribe(story, EVE);
            story.eventually("Eve is asked", () -> mailsTo(EVE).size() == 1);
            String yes = link(text(mailsTo(EVE).getFirst()), "/confirm");
            story.push("PT49H");
            assertThat(get(story, path(yes)).statusCode()).isEqualTo(410);
            assertThat(post(story, "/status/confirm", "t=" + token(yes)).body())
                    .contains("This link is no longer good");
            story.eventually(
                    "the address is deleted",
                    () -> database(story, "select count(*) from status_subscriber") == 0);
        }
    }

    @Test
    void without_a_mail_server_or_an_address_for_links_there_is_no_form() {
        try (Story story =
                Story.begin(
                        ThirdPolicyStory.POLICY, ReachSettings.NONE, SubscriberStory::withPage)) {
            assertThat(get(story, "/status").body()).doesNotContain("<form");
            assertThat(get(story, "/status").headers().firstValue("content-security-policy"))
                    .hasValueSatisfying(csp -> assertThat(csp).contains("form-action 'none'"));
            assertThat(subscribe(story, EVE).statusCode()).isEqualTo(404);
            assertThat(count(story)).contains("MUSTER_SMTP_URL");
        }
    }

    @Test
    void those_who_publish_are_told_how_many_follow_and_others_are_not() {
        try (Story story = Story.begin("featuresignals", settings(), this::withEverything)) {
            subscribe(story, EVE);
            String otto =
                    story.person("otto")
                            .types(story.channel("general"), "/incident status subscribers")
                            .text();
            assertThat(otto).contains("told to those who approve words", "Legal counsel");
            String lena =
                    story.person("lena")
                            .types(story.channel("general"), "/incident statuspage subscribers")
                            .text();
            assertThat(lena).contains("0 subscribers get", "1 more asked and have not confirmed");
        }
    }

    @Test
    void of_a_private_incident_no_subscriber_and_no_webhook_hears() {
        try (Story story = begin()) {
            subscriber(story, EVE);
            server.reset();
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident report " + SECRET);
            ana.modal().ifPresent(form -> ana.submits(form, Map.of()));
            ana.types(story.channel("general"), "/incident statuspage INC-1");
            story.settle();
            assertThat(mails()).isEmpty();
            assertThat(calls).isEmpty();
            assertThat(
                            database(
                                    story,
                                    "select count(*) from outbox where effect in ('SpreadStatus',"
                                            + " 'StatusLetter', 'StatusCall', 'CallStatusHooks')"))
                    .isZero();
        }
    }

    @Test
    void who_follows_the_page_hears_of_maintenance_and_that_it_is_called_off() {
        try (Story story = begin()) {
            subscriber(story, EVE);
            server.reset();
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident maintenance");
            long begin = story.muster().now().getEpochSecond() / 60 * 60 + 3_600;
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of(
                            "What is done?", "Move of the database",
                            "Which components are affected?", "API",
                            "When does it begin?", String.valueOf(begin),
                            "When will it be over?", String.valueOf(begin + 7_200),
                            "What will people notice?", "Orders are slower."));
            story.eventually("Eve has it", () -> mailsTo(EVE).size() == 1);
            MimeMessage mail = mailsTo(EVE).getFirst();
            assertThat(subject(mail))
                    .isEqualTo("[Northwind status] Maintenance: Move of the database");
            assertThat(text(mail))
                    .contains("Affects API", "Orders are slower.", " UTC to ")
                    .doesNotContain("Ana");
            assertThat(header(mail, "List-Unsubscribe"))
                    .isEqualTo("<" + link(text(mail), "/unsubscribe") + ">");
            ana.types(story.channel("general"), "/incident maintenance");
            ana.clicksIn(ana.modal().orElseThrow(), "Call off");
            story.eventually("Eve has that too", () -> mailsTo(EVE).size() == 2);
            assertThat(subject(mailsTo(EVE).get(1)))
                    .isEqualTo("[Northwind status] Maintenance called off: Move of the database");
            story.settle();
            assertThat(mailsTo(EVE)).hasSize(2);
        }
    }

    @Test
    void what_was_changed_behind_its_hash_does_not_leave() {
        try (Story story = begin()) {
            subscriber(story, EVE);
            server.stop();
            Channel room = declared(story);
            publish(story, room, "Identified", "A disk is full.");
            story.eventually(
                    "the mail waits",
                    () ->
                            database(
                                            story,
                                            "select count(*) from outbox where effect ="
                                                    + " 'StatusLetter' and attempts > 0 and state = 'pending'")
                                    == 1);
            TestDatabase.execute(
                    story.database(), "update status_update set words = 'All data is lost.'");
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
            server.start();
            story.settle();
            assertThat(mails()).isEmpty();
            assertThat(
                            database(
                                    story,
                                    "select count(*) from outbox where effect = 'StatusLetter' and"
                                            + " state = 'skipped'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void each_of_many_subscribers_gets_one_mail_and_whoever_responds_does_not_wait_for_them() {
        try (Story story = begin()) {
            TestDatabase.execute(
                    story.database(),
                    "insert into status_subscriber (address, asked_at, confirmed_at) select 's' || n"
                            + " || '@reader.example', now(), now() from generate_series(1, 70) n");
            Channel room = declared(story);
            publish(story, room, "Identified", "A disk is full.");
            story.eventually("the first have it", () -> !mails().isEmpty());
            story.person("ana").types(room, "/incident note All hands here");
            story.soon(room, "All hands here");
            assertThat(mails().size()).as("the others still wait").isLessThan(70);
            story.restart();
            story.settle();
            story.eventually("all have it", () -> mails().size() >= 69);
            List<String> to = mails().stream().map(SubscriberStory::recipient).toList();
            assertThat(to).as("never twice").doesNotHaveDuplicates();
            assertThat(database(story, "select count(*) from outbox where effect = 'StatusLetter'"))
                    .isEqualTo(70);
        }
    }

    @Test
    void a_status_page_elsewhere_is_told_in_order_even_if_it_was_down() {
        try (Story story = begin()) {
            refusals.set(2);
            Channel room = declared(story);
            publish(story, room, "Identified", "A disk is full.");
            publish(story, room, "Resolved", "It is over.");
            story.eventually("it has all of it", () -> calls.size() == 4);
            story.settle();
            assertThat(calls).hasSize(4);
            assertThat(calls.get(0).at("/incident/status").asString()).isEqualTo("identified");
            assertThat(calls.get(0).at("/incident/name").asString())
                    .isEqualTo("Trouble with orders");
            assertThat(calls.get(0).toString()).doesNotContain(SECRET, "INC-1");
            assertThat(calls.get(1).at("/component_update/new_status").asString())
                    .isEqualTo("major_outage");
            assertThat(calls.get(2).at("/incident/status").asString()).isEqualTo("resolved");
            assertThat(calls.get(2).at("/incident/id")).isEqualTo(calls.get(0).at("/incident/id"));
            assertThat(calls.get(2).at("/incident/incident_updates")).hasSize(2);
            assertThat(calls.get(3).at("/component/status").asString()).isEqualTo("operational");
            assertThat(signatures).allMatch(s -> s.startsWith("v1="));
        }
    }

    @Test
    void a_component_that_another_incident_keeps_down_is_not_told_as_working() {
        try (Story story = begin()) {
            Channel room = declared(story);
            publish(story, room, "Identified", "A disk is full.");
            story.person("ana")
                    .types(story.channel("general"), "/incident declare noir Slow queries");
            Channel other = story.soonStartingWith("inc-2");
            publish(story, other, "Investigating", "Queries are slow.");
            publish(story, other, "Resolved", "Queries are fast again.");
            publish(story, room, "Resolved", "There is room again.");
            story.eventually("it has all of it", () -> calls.size() == 6);
            story.settle();
            assertThat(calls)
                    .filteredOn(call -> call.has("component_update"))
                    .extracting(call -> call.at("/component_update/new_status").asString())
                    .containsExactly("major_outage", "operational");
            assertThat(calls)
                    .filteredOn(call -> call.at("/incident/status").asString().equals("resolved"))
                    .extracting(call -> call.at("/page/status_indicator").asString())
                    .containsExactly("critical", "none");
        }
    }

    private Story begin() {
        return Story.begin(ThirdPolicyStory.POLICY, settings(), this::withEverything);
    }

    private String withEverything(String team) {
        return withPage(team)
                + "\nwebhooks:\n  world: {format: statuspage, secret-from: PAGE_KEY, url:"
                + " \"http://127.0.0.1:"
                + hook.getAddress().getPort()
                + "/in\", private-addresses: yes}\n";
    }

    private static String withPage(String team) {
        return team.replace(", reach: [slack, email after 2 minutes]", "")
                .replace(
                        "  title: Northwind status\n",
                        "  title: Northwind status\n  subscribe: " + UNDER + "\n");
    }

    private ReachSettings settings() {
        return ReachSettings.read(
                Map.of(
                        "MUSTER_SMTP_URL", "smtp://127.0.0.1:" + port,
                        "MUSTER_MAIL_FROM", "muster@northwind.example",
                        "PAGE_KEY", "s3cret"));
    }

    private void subscriber(Story story, String address) {
        subscribe(story, address);
        story.eventually("they are asked", () -> mailsTo(address).size() == 1);
        String yes = link(text(mailsTo(address).getFirst()), "/confirm");
        post(story, "/status/confirm", "t=" + token(yes));
    }

    private static Channel declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare noir " + SECRET);
        return story.soonStartingWith("inc-1");
    }

    private static void publish(Story story, Channel room, String state, String text) {
        Person ana = story.person("ana");
        ana.types(room, "/incident statuspage");
        Map<String, String> form = new HashMap<>();
        form.put("What shall the public call it?", "Trouble with orders");
        form.put("Where does it stand?", state);
        if (!state.equals("Resolved")) { // over, nobody touches the components
            form.put("Checkout", "Major outage");
        }
        form.put("What do people notice, and what do you do?", text);
        ana.submits(ana.modal().orElseThrow(), form);
        Message said = story.soon(room, text.lines().findFirst().orElseThrow());
        assertThat(said.plainText()).contains(state);
    }

    private static String count(Story story) {
        return story.person("ana")
                .types(story.channel("general"), "/incident status subscribers")
                .text();
    }

    private static long database(Story story, String sql) {
        return TestDatabase.number(story.database(), sql);
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private List<MimeMessage> mailsTo(String address) {
        return mails().stream().filter(m -> recipient(m).equals(address)).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            assertThat(mail.getAllRecipients()).hasSize(1);
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
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

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null).replaceAll("\\s", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent()).replace("\r", "");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String link(String text, String kind) {
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            if (links.group(1).equals(kind)) {
                return links.group();
            }
        }
        throw new AssertionError("no link to " + kind + " in " + text);
    }

    private static String token(String link) {
        return link.substring(link.indexOf("?t=") + 3);
    }

    /** As a proxy hands it on. */
    private static String path(String link) {
        return "/status" + link.substring(UNDER.length());
    }

    private static Map<String, List<String>> shown(HttpResponse<String> response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    private HttpResponse<String> subscribe(Story story, String address) {
        return post(
                story,
                "/status/subscribe",
                "email=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(Story story, String path) {
        return send(request(story, path).GET());
    }

    private HttpResponse<String> post(Story story, String path, String body) {
        return send(
                request(story, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(Story story, String path) {
        return HttpRequest.newBuilder(story.muster().address().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return world.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

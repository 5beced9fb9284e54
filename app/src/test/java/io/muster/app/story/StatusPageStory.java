package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.demo.DemoTeam;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.core.policy.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From Slack to the public page. Dora writes, Lena is Legal, Cleo commands, the world reads. */
class StatusPageStory {
    private static final String SECRET = "Stolen token of Initech";

    private final HttpClient world = HttpClient.newHttpClient();

    @Test
    @Tag("F16")
    @Tag("F18")
    @Tag("S10")
    void what_was_approved_and_released_is_on_the_page_and_keeps_the_promise() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            assertThat(get(story, "/status").body()).contains("All systems operational");
            Person dora = story.person("dora");
            dora.types(room, "/incident statuspage");
            Modal form = dora.modal().orElseThrow();
            assertThat(form.plainText())
                    .contains("Only what you write here becomes public", "releases it")
                    .doesNotContain(SECRET);
            dora.submits(form, entry("Investigating", "Orders fail. We are looking into it."));
            Message asked = dm(story, "lena", "Your approval is needed");
            assertThat(asked.plainText())
                    .contains("Status page: Investigating; Checkout: Major outage");
            Person lena = story.person("lena");
            lena.clicks(asked, "Approve");
            lena.submits(lena.modal().orElseThrow(), Map.of());
            Message approved = story.soon(room, "it can be released");
            assertThat(get(story, "/status").body()).doesNotContain("Orders fail");
            Person cleo = story.person("cleo");
            cleo.clicks(approved, "Release");
            cleo.submits(cleo.modal().orElseThrow(), Map.of());
            Message said = story.soon(room, "On the status page:");
            assertThat(said.plainText()).contains("Checkout: Major outage", "released as N-1");
            story.eventually(
                    "the page shows it",
                    () -> get(story, "/status").body().contains("Orders fail"));
            String html = get(story, "/status").body();
            assertThat(html)
                    .contains("<title>Northwind status: Major outage</title>")
                    .doesNotContain(SECRET, "INC-1", "Initech", "Dora", "Lena", "Cleo", "inc-1");
            assertThat(json(story).getAsJsonArray("incidents")).hasSize(1);
            assertThat(json(story).toString()).doesNotContain(SECRET, "Initech", "Dora");
            assertThat(get(story, "/status.atom").body())
                    .contains("Investigating: ")
                    .doesNotContain(SECRET, "Initech");
            story.push("PT31M");
            story.settle();
            assertThat(story.count(room, "Reminder: Status page")).isZero();
        }
    }

    @Test
    @Tag("F16")
    void under_a_policy_without_the_purpose_it_is_worldat_once_until_it_is_over() {
        try (Story story = Story.begin(ThirdPolicyStory.POLICY, Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare noir " + SECRET);
            Channel room = story.soonStartingWith("inc-1");
            ana.types(room, "/incident statuspage");
            Modal form = ana.modal().orElseThrow();
            assertThat(form.plainText()).contains("as soon as you publish it");
            ana.submits(form, entry("Identified", "Orders fail."));
            story.eventually(
                    "the page shows it",
                    () -> get(story, "/status").body().contains("Major outage"));
            ana.types(room, "/incident statuspage");
            Modal again = ana.modal().orElseThrow();
            ana.submits(
                    again,
                    Map.of(
                            "Where does it stand?", "Resolved",
                            "Checkout", "Operational",
                            "What do people notice, and what do you do?", "It works again."));
            story.eventually(
                    "the page says that it is over",
                    () -> get(story, "/status").body().contains("All systems operational"));
            assertThat(json(story).getAsJsonArray("past")).hasSize(1);
            assertThat(get(story, "/status").body()).contains("Resolved", "2 updates");
            exported(story);
            story.push("P91D");
            story.eventually(
                    "after 90 days it is gone", () -> json(story).getAsJsonArray("past").isEmpty());
        }
    }

    @Test
    @Tag("F16")
    void what_was_published_meanwhile_is_read_before_it_is_overwritten() {
        try (Story story = Story.begin(ThirdPolicyStory.POLICY, Transport.HTTP)) {
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            ana.types(story.channel("general"), "/incident declare noir " + SECRET);
            Channel room = story.soonStartingWith("inc-1");
            ben.joins(room);
            ana.types(room, "/incident statuspage");
            ben.types(room, "/incident statuspage");
            ben.submits(ben.modal().orElseThrow(), entry("Identified", "Orders fail."));
            story.eventually(
                    "the page shows it",
                    () -> get(story, "/status").body().contains("Major outage"));
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of(
                            "What shall the public call it?", "Slow",
                            "What do people notice, and what do you do?", "It is slow."));
            Modal again = ana.modal().orElseThrow();
            assertThat(again.plainText())
                    .contains("Somebody published while you were writing", "Orders fail.");
            assertThat(again.value("Checkout").toString()).contains("Major outage");
            assertThat(again.value("What do people notice, and what do you do?").toString())
                    .contains("It is slow.");
            ana.submits(again, Map.of());
            story.eventually(
                    "the page says both",
                    () -> get(story, "/status").body().contains("It is slow."));
            assertThat(get(story, "/status").body())
                    .contains("Major outage", "Trouble with orders");
        }
    }

    @Test
    @Tag("F18")
    void a_private_incident_never_appears() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident report " + SECRET);
            story.settle();
            String answer =
                    ana.types(story.channel("general"), "/incident statuspage INC-1").text();
            assertThat(answer).contains("is private, so nothing of it goes on the status page");
            assertThat(ana.modal()).isEmpty();
            assertThat(get(story, "/status").body()).doesNotContain(SECRET);
        }
    }

    @Test
    @Tag("F16")
    void whoever_begins_an_entry_among_the_notices_gets_the_form_of_the_page() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person dora = story.person("dora");
            dora.types(room, "/incident draft");
            Modal which = dora.modal().orElseThrow();
            dora.submits(which, Map.of("What is it for?", "Status page entry"));
            Modal form = dora.modal().orElseThrow();
            assertThat(form.plainText())
                    .contains("Where does it stand?", "/incident draft status-page elsewhere");
            dora.submits(form, entry("Investigating", "Orders fail."));
            assertThat(dm(story, "lena", "Your approval is needed").plainText())
                    .contains("Status page: Investigating; Checkout: Major outage");
            dora.types(room, "/incident draft status-page elsewhere");
            assertThat(dora.modal().orElseThrow().plainText())
                    .contains("By which way?")
                    .doesNotContain("Where does it stand?");
        }
    }

    @Test
    @Tag("F16")
    void when_it_is_over_the_card_still_leads_to_the_page_that_says_otherwise() {
        try (Story story = Story.begin(ThirdPolicyStory.POLICY, Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare noir " + SECRET);
            Channel room = story.soonStartingWith("inc-1");
            ana.types(room, "/incident statuspage");
            ana.submits(ana.modal().orElseThrow(), entry("Identified", "Orders fail."));
            story.soon(room, "On the status page:");
            ana.types(room, "/incident resolve Room was made");
            assertThat(story.soon(room, "The status page still says Identified").plainText())
                    .contains("/incident statuspage");
        }
    }

    @Test
    void maintenance_is_announced_and_called_off_by_those_who_speak_for_the_house() {
        try (Story story = Story.begin()) {
            assertThat(
                            story.person("otto")
                                    .types(story.channel("general"), "/incident maintenance")
                                    .text())
                    .contains("public at once", "Legal counsel");
            Person dora = story.person("dora");
            dora.types(story.channel("general"), "/incident maintenance");
            long begin = story.muster().now().getEpochSecond() / 60 * 60 + 3_600;
            Map<String, String> form = new LinkedHashMap<>();
            form.put("What is done?", "Move of the database");
            form.put("Which components are affected?", "API");
            form.put("When does it begin?", String.valueOf(begin));
            form.put("When will it be over?", String.valueOf(begin - 60));
            Modal modal = dora.modal().orElseThrow();
            assertThat(dora.submits(modal, form).fieldErrors().toString())
                    .contains("end after it begins");
            form.put("When will it be over?", String.valueOf(begin + 7_200));
            dora.submits(dora.modal().orElseThrow(), form);
            story.eventually(
                    "the page announces it",
                    () -> get(story, "/status").body().contains("Move of the database"));
            assertThat(
                            story.soon(
                                            story.soon("incidents"),
                                            "Maintenance announced on the status page")
                                    .plainText())
                    .contains("Move of the database", "API", "@Dora Quinn");
            assertThat(get(story, "/status.atom").body())
                    .contains("Maintenance: Move of the database", "Affects API");
            dora.types(story.channel("general"), "/incident maintenance");
            assertThat(dora.submits(dora.modal().orElseThrow(), form).fieldErrors().toString())
                    .contains("announced already");
            story.push("PT90M");
            story.eventually(
                    "it is under way",
                    () -> get(story, "/status").body().contains("Maintenance under way"));
            dora.types(story.channel("general"), "/incident maintenance");
            dora.clicksIn(dora.modal().orElseThrow(), "Call off");
            story.eventually(
                    "the page is as before",
                    () -> !get(story, "/status").body().contains("Move of the database"));
            story.soon(story.soon("incidents"), "Maintenance called off on the status page");
            assertThat(get(story, "/status.atom").body())
                    .contains("Maintenance called off: Move of the database");
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from journal where incident = 0 and type like"
                                            + " 'maintenance-%'"))
                    .as("each is in the record once")
                    .isEqualTo(2);
        }
    }

    @Test
    void the_page_is_cached_and_allows_no_script() {
        try (Story story = Story.begin()) {
            HttpResponse<String> first = get(story, "/status");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("content-type"))
                    .contains("text/html; charset=utf-8");
            assertThat(first.headers().firstValue("content-security-policy").orElseThrow())
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .doesNotContain("script-src", "unsafe");
            String tag = first.headers().firstValue("etag").orElseThrow();
            HttpResponse<String> second = get(story, "/status", "If-None-Match", "W/" + tag);
            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(get(story, "/status", "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
            Instant start = Instant.now();
            for (int i = 0; i < 500; i++) {
                assertThat(get(story, "/status.json").statusCode()).isEqualTo(200);
            }
            assertThat(Instant.now()).isBefore(start.plusSeconds(20));
        }
    }

    private void exported(Story story) {
        try {
            Path folder = Files.createTempDirectory("status");
            Path team = folder.resolve("team.yml");
            Policy policy =
                    PolicyFiles.load(ThirdPolicyStory.POLICY).reading().ifSound().orElseThrow();
            Files.writeString(team, DemoTeam.file(policy));
            StringWriter said = new StringWriter();
            Console console =
                    new Console(
                            Map.of(
                                    "MUSTER_DATABASE_URL", story.database().url(),
                                    "MUSTER_POLICY", ThirdPolicyStory.POLICY,
                                    "MUSTER_TEAM", team.toString()),
                            new PrintWriter(said),
                            new PrintWriter(said));
            Path target = folder.resolve("public");
            assertThat(Cli.run(console, "status", "export", target.toString()))
                    .as(said.toString())
                    .isZero();
            assertThat(Files.readString(target.resolve("index.html")))
                    .isEqualTo(get(story, "/status").body());
            assertThat(Files.readString(target.resolve("status.json")))
                    .isEqualTo(get(story, "/status.json").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> entry(String state, String text) {
        return Map.of(
                "What shall the public call it?",
                "Trouble with orders",
                "Where does it stand?",
                state,
                "Checkout",
                "Major outage",
                "What do people notice, and what do you do?",
                text);
    }

    private static Channel declared(Story story) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare P0 " + SECRET);
        Channel room = story.soonStartingWith("inc-1");
        ana.types(room, "/incident assign commander @cleo");
        ana.types(room, "/incident assign comms @dora");
        ana.types(room, "/incident confirm operational");
        return room;
    }

    private static Message dm(Story story, String handle, String words) {
        story.eventually(
                handle + " hears “" + words + "”", () -> heard(story, handle, words).isPresent());
        return heard(story, handle, words).orElseThrow();
    }

    private static Optional<Message> heard(Story story, String handle, String words) {
        return story.person(handle).directMessages().stream()
                .filter(m -> m.plainText().contains(words))
                .reduce((first, second) -> second);
    }

    private JsonObject json(Story story) {
        return JsonParser.parseString(get(story, "/status.json").body()).getAsJsonObject();
    }

    private HttpResponse<String> get(Story story, String path, String... headers) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(story.muster().address().resolve(path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return world.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

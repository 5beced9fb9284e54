package io.muster.app.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.Secret;
import io.muster.app.SecretVariables;
import io.muster.core.roster.TicketSystem;
import io.muster.core.roster.Ticketing;
import io.muster.core.ticket.TicketStep;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Each ticket system in its own tongue: what it gets, what it refuses, what is found again. */
@Tag("S03")
class TrackerTest {
    private static final Instant SINCE = Instant.parse("2026-03-04T10:00:00Z");
    private static final Sheet SHEET =
            new Sheet(
                    "muster-inc-42-here",
                    "INC-42 P1: @ana broke #12",
                    List.of(
                            "See @ana, #12 and [~admin] at https://x.example/1\nGH-7 *now*",
                            "Due: soon"),
                    SINCE);

    private final FakeTracker fake = FakeTracker.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_opened_has_a_number_and_an_address_and_is_found_again(
            TicketSystem.Product product) {
        Tracker tracker = tracker(product);
        Reply.Opened opened = (Reply.Opened) tracker.open(SHEET);
        assertThat(opened.key()).isIn("SEC-1", "#1", "T1");
        assertThat(opened.url()).startsWith(fake.address()).endsWith("1");
        assertThat(tracker.find(SHEET)).isEqualTo(opened);
        assertThat(fake.issues()).hasSize(1);
        assertThat(tracker.check()).isEqualTo(new Reply.Done());
    }

    @ParameterizedTest
    @EnumSource(names = {"JIRA_CLOUD", "JIRA_SERVER", "GITHUB"})
    void another_ticket_is_not_taken_for_it(TicketSystem.Product product) {
        Tracker tracker = tracker(product);
        tracker.open(new Sheet("muster-inc-4-here", "INC-4", List.of("other"), SINCE));
        assertThat(tracker.find(SHEET)).isEqualTo(new Reply.Absent());
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_answer_is_unknown_and_the_ticket_stands_there_once(TicketSystem.Product product) {
        Tracker tracker = tracker(product);
        fake.losesTheNextAnswer();
        assertThat(tracker.open(SHEET)).isInstanceOf(Reply.Lost.class);
        assertThat(tracker.find(SHEET)).isInstanceOf(Reply.Opened.class);
        assertThat(fake.issues()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_slow_system_is_not_waited_for(TicketSystem.Product product) {
        fake.answersAfter(5_000);
        assertThat(tracker(product).open(SHEET)).isInstanceOf(Reply.Lost.class);
        fake.answersAfter(0);
        assertThat(tracker(product).find(SHEET)).isInstanceOf(Reply.Opened.class);
        assertThat(fake.issues()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"JIRA_CLOUD", "JIRA_SERVER", "GITHUB"})
    void what_is_said_there_is_found_by_its_mark(TicketSystem.Product product) {
        Tracker tracker = tracker(product);
        String key = ((Reply.Opened) tracker.open(SHEET)).key();
        assertThat(tracker.told(key, "muster-note-7-here", SINCE)).isEqualTo(new Reply.Absent());
        assertThat(tracker.tell(key, "Severity raised from P2 to P1.", "muster-note-7-here"))
                .isEqualTo(new Reply.Done());
        assertThat(tracker.told(key, "muster-note-7-here", SINCE)).isEqualTo(new Reply.Done());
        assertThat(tracker.told(key, "muster-note-8-here", SINCE)).isEqualTo(new Reply.Absent());
        assertThat(fake.issues().getFirst().comments.getFirst()).contains("Severity raised");
    }

    @ParameterizedTest
    @EnumSource(names = {"JIRA_CLOUD", "JIRA_SERVER"})
    void jira_moves_by_the_name_of_the_way_or_of_where_it_leads(TicketSystem.Product product) {
        Tracker tracker = tracker(product);
        String key = ((Reply.Opened) tracker.open(SHEET)).key();
        tracker.move(key, TicketStep.RESOLVED, "m", false);
        assertThat(fake.issues().getFirst().status).isEqualTo("Done");
        assertThat(tracker.move(key, TicketStep.RESOLVED, "m", false)).isEqualTo(new Reply.Done());
        tracker.move(key, TicketStep.REOPENED, "m", false);
        assertThat(fake.issues().getFirst().status).isEqualTo("To Do");
        assertThat(tracker.move(key, TicketStep.CLOSED, "m", false))
                .isEqualTo(
                        new Reply.Refused("there is no way called \"Archive\" out of \"To Do\""));
        assertThat(tracker.move(key, TicketStep.CLOSED, "m", true)).isEqualTo(new Reply.Done());
        assertThat(tracker.move(key, TicketStep.DISMISSED, "m", false)).isEqualTo(new Reply.Done());
    }

    @Test
    void github_closes_with_the_incident_and_opens_again_with_it() {
        Tracker tracker = tracker(TicketSystem.Product.GITHUB);
        String key = ((Reply.Opened) tracker.open(SHEET)).key();
        tracker.move(key, TicketStep.RESOLVED, "m", false);
        assertThat(fake.issues().getFirst().status).isEqualTo("To Do");
        tracker.move(key, TicketStep.CLOSED, "m", false);
        assertThat(fake.issues().getFirst().status).isEqualTo("closed completed");
        tracker.move(key, TicketStep.REOPENED, "m", false);
        assertThat(fake.issues().getFirst().status).isEqualTo("open reopened");
    }

    @Test
    void no_words_of_an_incident_call_strangers_on_github() {
        tracker(TicketSystem.Product.GITHUB).open(SHEET);
        FakeTracker.Issue issue = fake.issues().getFirst();
        assertThat(issue.title).doesNotContain("@ana", "#12").contains("ana", "12");
        assertThat(issue.text)
                .doesNotContain("@ana", "#12", "https://", "GH-7", "*now*")
                .contains("@&#8203;ana", "#&#8203;12", "https:&#8203;//", "\\*now\\*")
                .contains("<!-- muster-inc-42-here -->");
        assertThat(GitHubWords.escaped("<!-- x --> <b>&#64;ana</b> `@ana`"))
                .doesNotContain("<", "&#64;", " `");
    }

    @Test
    void no_words_of_an_incident_call_strangers_in_jira() {
        tracker(TicketSystem.Product.JIRA_SERVER).open(SHEET);
        assertThat(fake.issues().getFirst().text)
                .doesNotContain("[~admin]", "*now*")
                .contains("\\[\\~admin\\]", "\\*now\\*");
        assertThat(JiraWords.wiki(List.of("h1. a\\b {code}")))
                .isEqualTo("h1\\. a&#92;b \\{code\\}");
        assertThat(JiraWords.document(List.of("[~admin]\n@ana")).toString())
                .contains("\"text\":\"[~admin]\"", "hardBreak", "\"text\":\"@ana\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_is_not_accepted_is_a_refusal(TicketSystem.Product product) {
        Tracker tracker =
                TicketOffice.tracker(
                        system(product, true), new Secret("wrong"), Duration.ofSeconds(2));
        assertThat(tracker.open(SHEET))
                .isEqualTo(new Reply.Refused("it does not accept the token (401)"));
        assertThat(fake.issues()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"JIRA_CLOUD", "GITHUB"})
    void what_is_wrong_for_good_is_refused_in_its_own_words(TicketSystem.Product product) {
        Sheet nameless = new Sheet("muster-inc-42-here", "", List.of("x"), SINCE);
        assertThat(tracker(product).open(nameless))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        no -> assertThat(no.why()).containsAnyOf("summary", "title"));
        fake.fails(404, Map.of());
        assertThat(tracker(product).open(SHEET)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void what_it_wants_us_to_wait_for_is_waited_for() {
        Tracker tracker = tracker(TicketSystem.Product.GITHUB);
        fake.fails(429, Map.of("Retry-After", "7"));
        assertThat(tracker.open(SHEET))
                .isInstanceOfSatisfying(
                        Reply.Later.class, later -> assertThat(later.after()).hasSeconds(7));
        fake.fails(403, Map.of("x-ratelimit-remaining", "0"));
        assertThat(tracker.open(SHEET)).isInstanceOf(Reply.Later.class);
        fake.fails(503, Map.of());
        assertThat(tracker.open(SHEET)).isInstanceOf(Reply.Lost.class);
        assertThat(tracker.find(SHEET)).isInstanceOf(Reply.Later.class);
        fake.close();
        assertThat(tracker(TicketSystem.Product.GITHUB).open(SHEET))
                .isInstanceOf(Reply.Later.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_to_a_loopback_address_is_not_followed(TicketSystem.Product product) {
        fake.fails(307, Map.of("Location", fake.address() + "/hook"));
        assertThat(tracker(product).open(SHEET))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.why()).contains("not followed"));
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void an_address_in_a_private_network_is_knocked_at_only_where_the_file_says_so() {
        Tracker tracker =
                TicketOffice.tracker(
                        system(TicketSystem.Product.GITHUB, false),
                        new Secret("hush"),
                        Duration.ofSeconds(2));
        assertThat(tracker.open(SHEET))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        no -> assertThat(no.why()).contains("private-addresses"));
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void doctor_says_what_is_missing() {
        TicketSystem system = system(TicketSystem.Product.JIRA_CLOUD, true);
        assertThat(TicketCheckup.examine(system, SecretVariables.NONE).words())
                .contains("set TICKET_TOKEN");
        SecretVariables right = new SecretVariables(Map.of("TICKET_TOKEN", "hush"));
        assertThat(TicketCheckup.examine(system, right).ok()).isTrue();
        SecretVariables wrong = new SecretVariables(Map.of("TICKET_TOKEN", "old"));
        TicketCheckup.Line line = TicketCheckup.examine(system, wrong);
        assertThat(line.ok()).isFalse();
        assertThat(line.words()).contains("does not accept the token").doesNotContain("old ");
    }

    private Tracker tracker(TicketSystem.Product product) {
        return TicketOffice.tracker(
                system(product, true), new Secret("hush"), Duration.ofMillis(1_500));
    }

    private TicketSystem system(TicketSystem.Product product, boolean here) {
        SequencedMap<String, String> moves = new LinkedHashMap<>();
        moves.put("resolved", "Done");
        moves.put("reopened", "back to work");
        moves.put("closed", "Archive");
        boolean hook = product == TicketSystem.Product.WEBHOOK;
        return new TicketSystem(
                product,
                fake.address() + (hook ? "/hook" : ""),
                product.isJira() ? "SEC" : hook ? "" : "acme/incidents",
                "Task",
                product == TicketSystem.Product.JIRA_CLOUD
                        ? Optional.of("bot@example.com")
                        : Optional.empty(),
                "TICKET_TOKEN",
                here,
                moves,
                hook
                        ? new TicketSystem.Answer("/data/link", "/data/name")
                        : TicketSystem.Answer.USUAL,
                new Ticketing(true, Set.of(), Set.of(), false, false));
    }
}

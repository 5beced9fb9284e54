package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.ticket.FakeTracker;
import io.muster.db.Archive;
import io.muster.db.journal.ChainAudit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** The incident in the team's own ticket system, opened and followed by Muster. */
@Tag("S03")
class TicketStory {
    private final FakeTracker fake = FakeTracker.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void declared_it_has_a_ticket_and_resolved_the_ticket_says_so() {
        try (Story story = Story.beginWithTeam(jira("severities: [P0, P1]"))) {
            Person cleo = story.person("cleo");
            cleo.types("/incident declare P1 Checkout is down for @everyone");
            Channel room = story.soonStartingWith("inc-1");
            story.soon(room, "Ticket opened");
            story.eventually(
                    "the card shows the link",
                    () -> story.card(room).plainText().contains("SEC-1"));
            FakeTracker.Issue issue = fake.issues().getFirst();
            assertThat(issue.title).isEqualTo("INC-1 P1: Checkout is down for @everyone");
            assertThat(issue.label).startsWith("muster-inc-1-");
            assertThat(issue.text).contains("Severity: P1").doesNotContain("Cleo", "cleo");

            cleo.types(room, "/incident severity P0 nobody can pay");
            cleo.types(room, "/incident resolve Rolled back");
            story.eventually("the ticket says so", () -> issue.comments.size() >= 2);
            story.eventually("the ticket is moved", () -> issue.status.equals("Done"));
            assertThat(issue.comments.toString())
                    .contains("Severity raised from P1 to P0.", "Resolved.")
                    .doesNotContain("nobody can pay", "Rolled back");
            assertThat(cleo.types(room, "/incident ticket").text()).contains("SEC-1");
            story.settle();
            assertThat(fake.issues()).hasSize(1);
            assertIntact(story);
        }
    }

    @Test
    void a_lost_answer_is_looked_up_and_there_is_one_ticket() {
        fake.losesTheNextAnswer();
        try (Story story = Story.beginWithTeam(jira("actions: on-request"))) {
            story.person("cleo").types("/incident declare P1 Checkout is down");
            Channel room = story.soonStartingWith("inc-1");
            story.soon(room, "Ticket opened");
            assertThat(fake.issues()).hasSize(1);
            assertThat(fake.requests()).contains("POST /rest/api/3/search/jql");
            fake.losesTheNextAnswer();
            story.person("cleo").types(room, "/incident severity P2 less than we thought");
            story.settle();
            assertThat(fake.issues().getFirst().comments).hasSize(1);
        }
    }

    @Test
    void what_is_refused_is_said_in_the_channel_and_slack_is_not_held_up() {
        fake.fails(401, Map.of());
        try (Story story = Story.beginWithTeam(jira("actions: on-request"))) {
            Person cleo = story.person("cleo");
            cleo.types("/incident declare P1 Checkout is down");
            Channel room = story.soonStartingWith("inc-1");
            story.soon(room, "The ticket could not be created: it does not accept the token (401)");
            assertThat(story.card(room).plainText()).doesNotContain("SEC-");

            fake.fails(0, Map.of());
            assertThat(cleo.types(room, "/incident ticket open").text()).contains("being opened");
            story.soon(room, "Ticket opened");
            assertThat(cleo.types(room, "/incident ticket open").text()).contains("already");
            assertThat(fake.issues()).hasSize(1);
        }
    }

    @Test
    void a_private_incident_is_known_there_only_if_the_team_says_so_and_then_by_its_number() {
        String secret = "Payroll lies in a public bucket";
        try (Story story = Story.beginWithTeam(jira("private: neutral"))) {
            story.person("otto").types(story.channel("general"), "/incident report " + secret);
            story.eventually("there is a ticket", () -> !fake.issues().isEmpty());
            FakeTracker.Issue issue = fake.issues().getFirst();
            assertThat(issue.title).isEqualTo("INC-1: private incident");
            assertThat(issue.text).doesNotContain("Payroll", "bucket", "Otto");
            story.settle();
        }
        try (Story story = Story.beginWithTeam(jira("actions: always"))) {
            story.person("otto").types(story.channel("general"), "/incident report " + secret);
            story.settle();
            assertThat(fake.issues()).hasSize(1);
        }
    }

    @Test
    void an_action_item_gets_its_own_from_its_form() {
        try (Story story = Story.beginWithTeam(jira("severities: [P0]"))) {
            Person cleo = story.person("cleo");
            cleo.types("/incident declare P2 Disk is full");
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            cleo.types(room, "/incident action add Alert when a disk is full @ben by in 2 weeks");
            cleo.types(room, "/incident action list");
            cleo.clicksIn(cleo.modal().orElseThrow(), "Change");
            story.eventually(
                    "the form opens",
                    () -> cleo.modal().orElseThrow().buttons().contains("Open a ticket"));
            cleo.clicksIn(cleo.modal().orElseThrow(), "Open a ticket");
            story.eventually(
                    "it says what happens",
                    () -> cleo.modal().orElseThrow().plainText().contains("is being opened"));
            Message opened = story.soon(room, "Ticket of action item 1 opened");
            assertThat(opened.plainText()).contains("SEC-1");
            FakeTracker.Issue issue = fake.issues().getFirst();
            assertThat(issue.title).isEqualTo("INC-1 action item 1: Alert when a disk is full");

            cleo.closesEverything();
            cleo.types(room, "/incident action list");
            assertThat(cleo.modal().orElseThrow().plainText()).contains("SEC-1");
            cleo.types(room, "/incident action done 1 it rings");
            story.eventually("the ticket says so", () -> !issue.comments.isEmpty());
            assertThat(issue.comments.toString()).contains("Done").doesNotContain("it rings");
            story.settle();
        }
    }

    private String jira(String more) {
        return """
        tickets:
          system: jira-cloud
          address: %s
          project: SEC
          user: bot@example.com
          token-from: BACKUPS_SECRET
          private-addresses: yes
          moves: {resolved: Done}
          %s
        """
                .formatted(fake.address(), more);
    }

    private static void assertIntact(Story story) {
        try (Archive archive = Archive.open(story.database(), 1)) {
            assertThat(ChainAudit.check(archive).broken()).isEmpty();
        }
    }
}

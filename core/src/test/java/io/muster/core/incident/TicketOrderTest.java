package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.action.ActionKind;
import io.muster.core.notice.Effect;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Ticketing;
import io.muster.core.ticket.TicketStep;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which incidents and action items get a ticket, and what the ticket hears afterwards. */
@Tag("S03")
class TicketOrderTest {
    private static final String URL = "https://tickets.example/browse/SEC-7";
    private static final Ticketing GRAVE =
            new Ticketing(true, Set.of(new SeverityName("P1")), Set.of(), false, false);
    private static final Ticketing ALL = new Ticketing(true, Set.of(), Set.of(), false, true);

    private final Scene scene = Scene.under("soc2-irp-001").withTickets(GRAVE);

    @Test
    void a_grave_incident_gets_a_ticket_at_once_and_a_small_one_when_it_becomes_grave() {
        scene.declares("P1", "Data is gone");
        assertThat(scene.effects()).contains(new Effect.OpenTicket(0));
        scene.declares("P2", "Odd logins");
        assertThat(opened()).isEmpty();
        scene.by(Scene.SAM)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P1"), FreeText.of("more")));
        assertThat(scene.effects()).contains(new Effect.OpenTicket(0));
        scene.does(new IncidentCommand.AddNote(FreeText.of("a note")));
        assertThat(opened()).as("asked for once").isEmpty();
    }

    @Test
    void a_drill_and_a_private_incident_get_none_by_themselves() {
        scene.declares(declare(true, false));
        assertThat(opened()).isEmpty();
        scene.isRefused(
                new TicketCommand.OrderTicket(0), "is private", "/incident ticket <address>");
        scene.declares(declare(false, true));
        assertThat(opened()).isEmpty();
        scene.withTickets(new Ticketing(true, Set.of(), Set.of(), true, false));
        scene.declares(declare(true, false));
        assertThat(opened()).hasSize(1);
    }

    @Test
    void what_was_opened_is_linked_and_ticks_the_item_of_the_plan() {
        scene.declares("P1", "Data is gone");
        scene.does(new TicketCommand.RecordTicketOpened(0, "SEC-7", URL));
        assertThat(scene.incident().dossier().ticket().orElseThrow().link().text()).isEqualTo(URL);
        assertThat(scene.incident().checklists().done(new ItemName("ticket"))).isTrue();
        assertThat(scene.said()).anyMatch(line -> line.contains("SEC-7") && line.contains(URL));
        scene.isRefused(new TicketCommand.RecordTicketOpened(0, "SEC-8", URL), "any more");
        scene.isRefused(new TicketCommand.OrderTicket(0), "has a ticket already");
    }

    @Test
    void what_was_refused_is_said_with_what_to_do_and_can_be_asked_again() {
        scene.declares("P1", "Data is gone");
        scene.isRefused(new TicketCommand.OrderTicket(0), "being opened");
        scene.does(new TicketCommand.RecordTicketRefused(0, "it does not accept the token (401)"));
        assertThat(scene.said())
                .anyMatch(line ->
                        line.contains("could not be created: it does not accept the token")
                                && line.contains("/incident ticket <address>"));
        scene.does(new IncidentCommand.AddNote(FreeText.of("a note")));
        assertThat(opened()).as("not tried again by itself").isEmpty();
        scene.does(new TicketCommand.OrderTicket(0));
        assertThat(opened()).hasSize(1);
        assertThat(scene.incident().dossier().tickets().order(0).orElseThrow().times())
                .isEqualTo(2);
    }

    @Test
    void the_ticket_hears_where_the_incident_stands_and_no_words_of_people() {
        scene.declares("P1", "Data is gone");
        scene.does(new TicketCommand.RecordTicketOpened(0, "SEC-7", URL));
        scene.by(Scene.SAM)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P2"), FreeText.of("secret")));
        assertThat(scene.effects())
                .contains(new Effect.TellTicket(0, "Severity lowered from P1 to P2."));
        scene.does(new IncidentCommand.Dismiss(FreeText.of("secret")));
        assertThat(scene.effects())
                .containsSubsequence(
                        new Effect.TellTicket(0, "Dismissed: it was not an incident."),
                        new Effect.MoveTicket(0, TicketStep.DISMISSED));
        scene.isRefused(new TicketCommand.OrderTicket(0), "");
    }

    @Test
    void a_ticket_that_was_linked_by_hand_is_left_alone() {
        scene.declares("P1", "Data is gone");
        scene.does(new TicketCommand.LinkTicket(FreeText.of("https://other.example/1")));
        scene.isRefused(new TicketCommand.RecordTicketOpened(0, "SEC-7", URL), "any more");
        scene.by(Scene.SAM)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P2"), FreeText.of("less")));
        assertThat(told()).isEmpty();
    }

    @Test
    void an_action_item_gets_its_own_when_asked_or_always() {
        scene.declares("P2", "Odd logins").does(action("Alert when a disk is full"));
        assertThat(opened()).isEmpty();
        scene.does(new TicketCommand.OrderTicket(1));
        assertThat(scene.effects()).contains(new Effect.OpenTicket(1));
        scene.does(new TicketCommand.RecordTicketOpened(1, "SEC-9", URL));
        assertThat(scene.incident().dossier().actions().find(1).orElseThrow().ticket().text())
                .isEqualTo(URL);
        assertThat(scene.incident().dossier().ticket()).isEmpty();
        scene.isRefused(new TicketCommand.OrderTicket(1), "has a ticket already");
        scene.isRefused(new TicketCommand.OrderTicket(2), "no action item 2");
        scene.does(new ActionCommand.FinishAction(1, FreeText.of("secret")));
        assertThat(told()).containsExactly(new Effect.TellTicket(1, "Done; not verified yet."));
        scene.withTickets(ALL).does(action("Rotate the keys of the backups"));
        assertThat(scene.effects()).contains(new Effect.OpenTicket(2));
    }

    @Test
    void the_ticket_of_an_action_item_ends_when_the_work_is_verified_or_given_up() {
        scene.declares("P2", "Odd logins").does(action("Alert when a disk is full"));
        scene.does(new TicketCommand.OrderTicket(1));
        scene.does(new TicketCommand.RecordTicketOpened(1, "SEC-9", URL));
        scene.does(new ActionCommand.FinishAction(1, FreeText.NONE));
        assertThat(moved()).as("somebody still has to look").isEmpty();
        scene.by(Scene.SAM).does(new ActionCommand.VerifyAction(1, FreeText.of("seen")));
        assertThat(moved()).containsExactly(new Effect.MoveTicket(1, TicketStep.CLOSED));
        scene.does(new ActionCommand.ReopenAction(1, FreeText.of("it came back")));
        assertThat(moved()).containsExactly(new Effect.MoveTicket(1, TicketStep.REOPENED));
        scene.does(new ActionCommand.DropAction(1, FreeText.of("the disk is gone")));
        assertThat(moved()).containsExactly(new Effect.MoveTicket(1, TicketStep.DISMISSED));
    }

    @Test
    void an_action_item_whose_ticket_somebody_names_gets_no_second_one() {
        String theirs = "https://tickets.example/browse/SEC-44";
        scene.declares("P2", "Odd logins").does(action("Alert when a disk is full"));
        scene.does(new TicketCommand.OrderTicket(1)).does(kept(theirs));
        scene.isRefused(new TicketCommand.RecordTicketOpened(1, "SEC-9", URL), "any more");
        assertThat(scene.incident().dossier().actions().find(1).orElseThrow().ticket().text())
                .isEqualTo(theirs);
        scene.does(new ActionCommand.FinishAction(1, FreeText.NONE));
        assertThat(told()).as("it is not ours to write in").isEmpty();
    }

    private static ActionCommand kept(String address) {
        return new ActionCommand.DescribeAction(
                1,
                FreeText.of("Alert when a disk is full"),
                ActionKind.PREVENT,
                FreeText.NONE,
                FreeText.of(address));
    }

    private List<Effect> moved() {
        return scene.effects().stream().filter(Effect.MoveTicket.class::isInstance).toList();
    }

    @Test
    void without_a_ticket_system_somebody_links_by_hand() {
        scene.withTickets(Ticketing.NONE).declares("P1", "Data is gone");
        assertThat(opened()).isEmpty();
        scene.isRefused(
                new TicketCommand.OrderTicket(0), "not connected", "/incident ticket <address>");
        scene.by(Scene.SAM)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P2"), FreeText.of("less")));
        assertThat(told()).isEmpty();
    }

    private List<Effect> opened() {
        return scene.effects().stream().filter(Effect.OpenTicket.class::isInstance).toList();
    }

    private List<Effect> told() {
        return scene.effects().stream().filter(Effect.TellTicket.class::isInstance).toList();
    }

    private static ActionCommand action(String text) {
        return new ActionCommand.AddAction(
                FreeText.of(text),
                ActionKind.PREVENT,
                Optional.of(Scene.BEN),
                Optional.of(LocalDate.parse("2026-03-20")),
                FreeText.NONE,
                FreeText.NONE);
    }

    /** The booleans of a declaration: private, suspicion, drill. */
    private static IncidentCommand.Declare declare(boolean isPrivate, boolean drill) {
        return new IncidentCommand.Declare(
                FreeText.of("Data is gone"),
                FreeText.NONE,
                new SeverityName("P1"),
                Optional.empty(),
                isPrivate,
                false,
                drill,
                Source.EMPLOYEE,
                Optional.empty());
    }
}

package io.muster.app.slack.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.json.Json;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;
import io.muster.core.statuspage.PageState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whoever looks at the card in the worst hour of their year finds the next act at once. */
class CardButtonsTest {
    private static final PersonId ANA = new PersonId("UANA");
    private static final FreeText WHY = new FreeText("a full disk");
    private static final Policy POLICY =
            PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();

    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private Incident incident = declared(false);

    @Test
    void a_reported_incident_wants_to_be_acknowledged_and_commanded() {
        assertThat(first())
                .containsExactly("*Acknowledge*", "Assign roles", "Confirm", "Dismiss", "Escalate");
        assertThat(menu()).containsExactly("Change severity", "Post update", "Who must know");
        does(new IncidentCommand.AssignRole(Role.COMMANDER, ANA));
        assertThat(first())
                .containsExactly("*Acknowledge*", "Confirm", "Dismiss", "Escalate", "Assign roles");
    }

    @Test
    void what_is_in_triage_wants_to_be_confirmed() {
        does(new IncidentCommand.AssignRole(Role.COMMANDER, ANA));
        does(new IncidentCommand.Acknowledge());
        assertThat(first())
                .containsExactly("*Confirm*", "Dismiss", "Post update", "Resolve", "Escalate");
        assertThat(menu()).containsExactly("Assign roles", "Change severity", "Who must know");
    }

    @Test
    void work_under_way_wants_updates() {
        does(new IncidentCommand.AssignRole(Role.COMMANDER, ANA));
        does(new IncidentCommand.Confirm(Optional.empty()));
        assertThat(first())
                .containsExactly(
                        "*Post update*", "Escalate", "Resolve", "Assign roles", "Change severity");
        assertThat(row("card-record"))
                .containsExactly("Checklist", "Evidence", "Notices", "Facts", "Timeline");
        assertThat(menu()).containsExactly("Who must know", "Status page");
    }

    @Test
    void what_is_resolved_is_written_up_while_it_is_watched_and_then_closed() {
        does(new IncidentCommand.Resolve(WHY));
        assertThat(first())
                .containsExactly(
                        "*Post-mortem*", "It came back", "Post update", "Close", "Assign roles");
        now = now.plus(Duration.ofHours(24));
        assertThat(first())
                .containsExactly(
                        "*Close*", "Post-mortem", "It came back", "Post update", "Assign roles");
        does(new IncidentCommand.Close(FreeText.NONE));
        assertThat(first()).containsExactly("*Post-mortem*", "Reopen");
        does(new IncidentCommand.Reopen(WHY));
        assertThat(first()).startsWith("*Post update*", "Assign roles", "Escalate", "Resolve");
    }

    @Test
    @Tag("F16")
    void the_status_page_is_offered_until_the_public_was_told_that_it_is_over() {
        does(new IncidentCommand.Confirm(Optional.empty()));
        happens(published(PageState.INVESTIGATING));
        does(new IncidentCommand.Resolve(WHY));
        assertThat(all()).contains("Status page");
        now = now.plus(Duration.ofHours(24));
        does(new IncidentCommand.Close(FreeText.NONE));
        assertThat(all()).contains("Status page");
        happens(published(PageState.RESOLVED));
        assertThat(all()).doesNotContain("Status page");
    }

    @Test
    void what_was_dismissed_can_be_reopened_and_read() {
        does(new IncidentCommand.Dismiss(WHY));
        assertThat(first()).containsExactly("Reopen");
        assertThat(row("card-record")).startsWith("Checklist", "Evidence", "Notices", "Facts");
        assertThat(row("card-phases")).isEmpty();
    }

    @Test
    void a_drill_is_ended_and_not_closed() {
        incident = declared(true);
        assertThat(first()).contains("End the drill");
        does(new IncidentCommand.Acknowledge());
        assertThat(all()).contains("End the drill");
        does(new IncidentCommand.Confirm(Optional.empty()));
        assertThat(first()).contains("End the drill");
        does(new IncidentCommand.Resolve(WHY));
        assertThat(first()).startsWith("*End the drill*").doesNotContain("Close");
    }

    @Test
    void slack_takes_every_card_and_no_row_is_long() {
        List<IncidentCommand> life =
                List.of(
                        new IncidentCommand.Acknowledge(),
                        new IncidentCommand.Confirm(Optional.empty()),
                        new IncidentCommand.Resolve(WHY),
                        new IncidentCommand.Reopen(WHY),
                        new IncidentCommand.AssignRole(Role.COMMANDER, ANA),
                        new IncidentCommand.Resolve(WHY));
        for (boolean drill : new boolean[] {false, true}) {
            incident = declared(drill);
            for (IncidentCommand next : life) {
                assertTaken();
                does(next);
            }
            assertTaken();
        }
    }

    private void assertTaken() {
        List<LayoutBlock> rows = rows();
        assertThat(BlockKit.checkMessage(Json.of(SlackJson.of(rows)), "/blocks").messages())
                .isEmpty();
        assertThat(first()).hasSizeBetween(1, 5);
        assertThat(first().stream().filter(label -> label.startsWith("*"))).hasSizeLessThan(2);
        assertThat(row("card-record").size() + menu().size()).isLessThan(12);
        assertThat(all()).as("nothing is there twice").doesNotHaveDuplicates();
        if (incident.status().isActive()) {
            assertThat(all())
                    .contains("Escalate", "Assign roles", "Change severity", "Who must know");
        }
    }

    private List<LayoutBlock> rows() {
        CardButtons buttons = new CardButtons(new IncidentView(incident, POLICY, now));
        List<LayoutBlock> rows = new ArrayList<>(List.of(buttons.next()));
        rows.addAll(buttons.rest());
        return rows;
    }

    private List<String> first() {
        return row("card-do");
    }

    private List<String> row(String id) {
        return elements(id).stream()
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .map(b ->
                        Objects.equals(b.getStyle(), "primary")
                                ? "*" + b.getText().getText() + "*"
                                : b.getText().getText())
                .toList();
    }

    private List<String> menu() {
        return elements("card-record").stream()
                .filter(OverflowMenuElement.class::isInstance)
                .flatMap(m -> ((OverflowMenuElement) m).getOptions().stream())
                .map(option -> option.getText().getText())
                .toList();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(first());
        all.addAll(row("card-record"));
        all.addAll(menu());
        return all.stream().map(label -> label.replace("*", "")).toList();
    }

    private List<BlockElement> elements(String id) {
        return rows().stream()
                .map(ActionsBlock.class::cast)
                .filter(row -> row.getBlockId().equals(id))
                .flatMap(row -> row.getElements().stream())
                .toList();
    }

    private void does(IncidentCommand command) {
        Decision decision = IncidentRules.decide(incident, command, moment());
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        incident =
                incident.applyAll(((Decision.Accepted) decision).events(), Actor.person(ANA), now);
    }

    private void happens(IncidentEvent event) {
        incident = incident.applyAll(List.of(event), Actor.person(ANA), now);
    }

    private static IncidentEvent published(PageState state) {
        return new StatusPageEvent.StatusPublished(
                new FreeText("Orders fail"),
                state,
                List.of(),
                new FreeText("We are looking."),
                "aaaa",
                Optional.empty(),
                false);
    }

    private Incident declared(boolean drill) {
        IncidentCommand.Declare command =
                new IncidentCommand.Declare(
                        new FreeText("Down"),
                        FreeText.NONE,
                        new SeverityName("P0"),
                        Optional.empty(),
                        false,
                        false,
                        drill,
                        Source.EMPLOYEE,
                        Optional.empty());
        List<IncidentEvent> events =
                ((Decision.Accepted) IncidentRules.declare(command, moment())).events();
        Actor ana = Actor.person(ANA);
        return Incident.declared(new IncidentId(1), new Happened(events.getFirst(), ana, now))
                .applyAll(events.subList(1, events.size()), ana, now);
    }

    private Moment moment() {
        return new Moment(now, Actor.person(ANA), POLICY, new Roster(Map.of(), Set.of(ANA)));
    }
}

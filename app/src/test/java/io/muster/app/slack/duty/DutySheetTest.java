package io.muster.app.slack.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.json.Json;
import io.muster.app.slack.approval.DutyDrafts;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Decision;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.policy.Policy;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** However many laws are enabled, Slack takes the sheet and the form. */
class DutySheetTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final String PREVIOUS = "duty-page:previous";
    private static final Actor ANA = Actor.person(new PersonId("UANA"));

    @Test
    void every_law_at_once_fits_into_the_sheet_and_the_form() {
        IncidentView view = declared(everyLaw());
        View sheet = new DutySheet(view, new DutyDrafts()).view();
        assertThat(sheet.getBlocks()).hasSizeBetween(50, 100);
        assertThat(DutyForms.answer(view).getBlocks()).hasSizeBetween(20, 100);
    }

    @Test
    void whatever_runs_stands_on_one_page_and_no_more() {
        IncidentView view = declared(everyLaw());
        DutySheet sheet = new DutySheet(view, new DutyDrafts());
        List<String> seen = new ArrayList<>(duties(sheet.view()));
        assertThat(buttons(sheet.view())).contains("duty-page:next").doesNotContain(PREVIOUS);
        int page = 0;
        while (buttons(sheet.page(page)).contains("duty-page:next")) {
            View next = sheet.page(++page);
            assertThat(next.getBlocks()).hasSizeBetween(5, 100);
            assertThat(buttons(next)).contains(PREVIOUS);
            seen.addAll(duties(next));
        }
        assertThat(duties(sheet.page(page + 1))).isEqualTo(duties(sheet.page(page)));
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        DutyCase.all(view.incident(), view.policy()).stream()
                                .filter(duty -> duty.running().isPresent())
                                .map(duty -> duty.rule().name().value())
                                .toList());
    }

    private static List<String> duties(View page) {
        return buttons(page).stream()
                .filter(action -> action.startsWith("duty-waive:"))
                .map(action -> action.substring("duty-waive:".length()))
                .toList();
    }

    private static List<String> buttons(View page) {
        return Json.of(SlackJson.of(page)).findValuesAsString("action_id");
    }

    @Test
    void a_policy_that_owes_nobody_anything_says_so() {
        String text = PolicyFiles.load("featuresignals").text();
        int from = text.indexOf("notifications:\n");
        int to = text.indexOf("closing: {");
        IncidentView view = declared(text.substring(0, from) + text.substring(to));
        assertThat(SlackJson.of(new DutySheet(view, new DutyDrafts()).view()))
                .contains("knows no duty to notify");
    }

    private static String everyLaw() {
        String text = PolicyFiles.load("featuresignals").text();
        String known =
                PolicyFiles.read("x", text.replace("[gdpr-33, gdpr-34, dora]", "[nobody]"))
                        .reading()
                        .problems()
                        .getFirst()
                        .remedy();
        String laws =
                known.lines()
                        .flatMap(line -> Pattern.compile("`([a-z0-9-]+)`").matcher(line).results())
                        .map(match -> match.group(1))
                        .filter(id -> !id.equals("duties"))
                        .collect(Collectors.joining(", "));
        return text.replace("[gdpr-33, gdpr-34, dora]", "[" + laws + "]");
    }

    private static IncidentView declared(String text) {
        Policy policy = PolicyFiles.read("x", text).reading().ifSound().orElseThrow();
        Moment moment = new Moment(NOW, ANA, policy, Roster.EMPTY);
        IncidentCommand.Declare command =
                new IncidentCommand.Declare(
                        new FreeText("Down"),
                        FreeText.NONE,
                        new SeverityName("P0"),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Source.EMPLOYEE,
                        Optional.empty());
        List<IncidentEvent> events =
                ((Decision.Accepted) IncidentRules.declare(command, moment)).events();
        Incident born =
                Incident.declared(new IncidentId(1), new Happened(events.getFirst(), ANA, NOW));
        Incident incident = born.applyAll(events.subList(1, events.size()), ANA, NOW);
        return new IncidentView(incident, policy, NOW);
    }
}

package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionKind;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.PhaseName;
import io.muster.core.postmortem.Chapter;
import io.muster.core.postmortem.PostMortem;
import io.muster.core.roster.Actor;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PostMortemTest {
    private final List<Happened> story = new ArrayList<>();

    @Test
    @Tag("F22")
    void the_first_program_has_its_six_sections() {
        Scene scene = lived("featuresignals", "P0", "containment");
        assertThat(document(scene).chapters().stream().map(Chapter::title).toList())
                .containsExactly(
                        "Timeline",
                        "Root cause",
                        "Impact assessment",
                        "What went well",
                        "What went poorly",
                        "Action items",
                        "How long it took, from detection",
                        "Promises kept and missed");
    }

    @Test
    @Tag("S12")
    void the_second_program_has_the_eleven_fields_of_its_template() {
        Scene scene = lived("soc2-irp-001", "P1", "contain");
        assertThat(document(scene).chapters().stream().map(Chapter::title).limit(11).toList())
                .containsExactly(
                        "Summary",
                        "Detection Method",
                        "Timeline",
                        "Root Cause",
                        "Customer Impact",
                        "Containment Actions",
                        "Eradication Actions",
                        "Recovery Actions",
                        "Total Duration",
                        "Corrective Actions",
                        "Lessons Learned");
        assertThat(document(scene).plain(PersonId::value))
                .contains("INC-1", "P1 (Critical)", "2026-03-04 10:00 UTC");
    }

    @Test
    @Tag("F22")
    void the_timeline_is_made_from_the_record_minute_by_minute() {
        Scene scene = lived("featuresignals", "P0", "containment");
        List<String> lines = lines(scene, "timeline");
        assertThat(lines.getFirst())
                .isEqualTo(
                        "2026-03-04 09:40 UTC  First noticed (established later, because: the graph"
                                + " says so)");
        assertThat(lines)
                .anyMatch(l -> l.startsWith("2026-03-04 10:05 UTC") && l.contains("Acknowledged"));
        assertThat(lines.getLast()).contains("11:05 UTC", "Resolved");
        assertThat(String.join("\n", lines)).doesNotContain("Clock started", "Post-mortem");
        assertThat(lines.stream().map(l -> l.substring(0, 20)).toList())
                .as("one paragraph a minute")
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("S12")
    void its_length_runs_from_detection_to_full_resolution() {
        Scene scene = lived("soc2-irp-001", "P1", "contain");
        assertThat(lines(scene, "total-duration").getFirst()).startsWith("1 h 25 min, from");
    }

    @Test
    @Tag("F22")
    void what_is_known_begins_the_sections_until_somebody_writes_them() {
        Scene scene = lived("featuresignals", "P0", "containment");
        assertThat(chapter(scene, "root-cause").origin())
                .isInstanceOf(Chapter.Origin.Drafted.class);
        assertThat(lines(scene, "root-cause")).containsExactly("A cache had no limit");
        assertThat(lines(scene, "impact")).containsExactly("Customers: 212 of 4,000");
        assertThat(chapter(scene, "went-well").origin()).isInstanceOf(Chapter.Origin.Missing.class);
        does(scene, new ReviewCommand.WriteSection("root-cause", new FreeText("No limit\nset"), 0));
        assertThat(lines(scene, "root-cause")).containsExactly("No limit", "set");
        assertThat(chapter(scene, "root-cause").origin())
                .isInstanceOf(Chapter.Origin.Written.class);
    }

    @Test
    @Tag("S12")
    void the_steps_that_were_taken_come_from_what_was_ticked() {
        Scene scene = lived("soc2-irp-001", "P1", "contain");
        assertThat(chapter(scene, "containment-actions").paragraphs()).hasSize(1);
        assertThat(lines(scene, "containment-actions").getFirst())
                .contains("4 March 2026, 10:20 UTC")
                .doesNotContain("UANA");
        assertThat(lines(scene, "detection-method").getFirst()).startsWith("Employee, 4 March");
    }

    @Test
    @Tag("S14")
    void corrective_actions_stand_there_with_owners_and_due_dates() {
        Scene scene = lived("soc2-irp-001", "P1", "contain");
        does(
                scene,
                new ActionCommand.AddAction(
                        new FreeText("Alert when a disk is 80 % full"),
                        ActionKind.DETECT,
                        Optional.of(Scene.BEN),
                        Optional.of(LocalDate.parse("2026-03-20")),
                        new FreeText("A full disk pages"),
                        FreeText.NONE));
        assertThat(lines(scene, "corrective-actions"))
                .containsExactly(
                        "1. Alert when a disk is 80 % full (detect) · UBEN · due 20 Mar 2026 · open"
                                + " · done when: A full disk pages");
    }

    @Test
    @Tag("F22")
    void promises_kept_and_missed_and_lengths_are_reckoned() {
        Scene scene = lived("featuresignals", "P0", "containment");
        assertThat(lines(scene, "measures"))
                .containsExactly(
                        "Time to acknowledge: 25 min",
                        "Time to confirm: 40 min",
                        "Time to contain: not recorded",
                        "Time to restore: 1 h 25 min",
                        "Time to resolve: 1 h 25 min");
        assertThat(lines(scene, "clocks"))
                .anyMatch(l -> l.startsWith("✓ Acknowledgment") && l.endsWith("in time"))
                .noneMatch(l -> l.contains("Post-mortem"));
    }

    @Test
    void a_long_paragraph_is_cut_between_words_and_none_is_lost() {
        Scene scene = lived("featuresignals", "P0", "containment");
        String text = "word ".repeat(580).strip();
        does(scene, new ReviewCommand.WriteSection("went-well", new FreeText(text), 0));
        List<String> lines = lines(scene, "went-well");
        assertThat(lines).hasSize(2).allMatch(l -> l.length() <= 1500);
        assertThat(String.join(" ", lines)).isEqualTo(text);
    }

    private Scene lived(String policy, String severity, String containment) {
        Scene scene = Scene.under(policy).declares(severity, "Checkout is down");
        scene.happened()
                .forEach(e -> story.add(new Happened(e, Actor.person(Scene.ANA), scene.now())));
        does(scene.after("PT5M"), new IncidentCommand.Acknowledge());
        does(
                scene,
                new FactCommand.ClaimTime(
                        TimeName.DETECTED,
                        Instant.parse("2026-03-04T09:40:00Z"),
                        new FreeText("the graph says so")));
        does(scene.after("PT15M"), new IncidentCommand.StartPhase(new PhaseName(containment)));
        does(scene, new IncidentCommand.Tick(new ItemName("isolate")));
        does(
                scene,
                new FactCommand.RecordFinding(
                        FindingName.CAUSE, new FreeText("A cache had no limit")));
        does(
                scene,
                new FactCommand.RecordFinding(FindingName.CUSTOMERS, new FreeText("212 of 4,000")));
        does(scene.after("PT45M"), new IncidentCommand.Resolve(FreeText.NONE));
        return scene;
    }

    private void does(Scene scene, IncidentCommand command) {
        scene.does(command);
        scene.happened()
                .forEach(e -> story.add(new Happened(e, Actor.person(Scene.ANA), scene.now())));
    }

    private PostMortem document(Scene scene) {
        return PostMortem.of(scene.incident(), scene.policy(), story, scene.now()).orElseThrow();
    }

    private Chapter chapter(Scene scene, String name) {
        return document(scene).chapters().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines(Scene scene, String name) {
        return chapter(scene, name).paragraphs().stream()
                .map(p -> p.plain(PersonId::value))
                .toList();
    }
}

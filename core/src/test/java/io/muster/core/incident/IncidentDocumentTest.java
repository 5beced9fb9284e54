package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.document.Extent;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Markdown;
import io.muster.core.document.Subject;
import io.muster.core.fact.Answer;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in an incident's document. */
class IncidentDocumentTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/muster/core/document");
    private static final Map<PersonId, String> NAMES =
            Map.of(
                    Scene.ANA, "Ana Ruiz",
                    Scene.CLEO, "Cleo Marsh",
                    Scene.BEN, "Ben Okafor",
                    Scene.SAM, "Sam Lindqvist");

    @Test
    @Tag("F08")
    @Tag("F13")
    void a_whole_incident_reads_as_it_happened() throws IOException {
        assertGolden("inc-1.md", new Life(Scene.under("featuresignals"), "P0").whole().text());
    }

    @Test
    @Tag("S06")
    void it_speaks_the_words_of_the_policy() {
        String text = new Life(Scene.under("soc2-irp-001"), "P1").text();
        assertThat(text)
                .contains(
                        "**Are customers affected?** not answered yet",
                        "### Eradicate",
                        "SOC2-IRP-001 version 1.0");
    }

    @Test
    @Tag("F13")
    void what_nobody_has_established_yet_is_shown_as_open() {
        String text = new Life(Scene.under("featuresignals"), "P0").text();
        for (String open :
                List.of("Findings", "Affected systems", "Affected data", "Affected customers")) {
            assertThat(text).contains("- **" + open + ":** not recorded yet");
        }
        assertThat(text).contains("| Began | not recorded yet | – | – |");
    }

    @Test
    @Tag("F13")
    void a_claimed_time_stands_beside_the_recorded_one_and_a_correction_shows() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        life.does(
                Scene.CLEO,
                new FactCommand.ClaimTime(
                        TimeName.CONFIRMED,
                        Instant.parse("2026-03-04T09:55:00Z"),
                        new FreeText("agreed on the phone")));
        life.does(
                Scene.CLEO,
                new FactCommand.ClaimTime(
                        TimeName.CONFIRMED, Instant.parse("2026-03-04T09:58:00Z"), FreeText.NONE));
        assertThat(life.text())
                .contains(
                        "| Confirmed | 2026-03-04 09:58 UTC | 2026-03-04 10:06 UTC | Cleo Marsh,",
                        ", corrected once |");
    }

    @Test
    void where_there_is_no_room_for_all_the_newest_stand_and_the_rest_is_counted() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        for (int i = 1; i <= 30; i++) {
            life.does(Scene.ANA, new IncidentCommand.AddNote(new FreeText("note " + i)));
        }
        String text = life.text(Extent.newest(10));
        assertThat(text)
                .contains("earlier entries in the exported file: `/incident export`", "note 30")
                .doesNotContain("note 20 ");
        assertThat(life.text()).contains("note 1 ").doesNotContain("earlier entries");
    }

    @Test
    void many_turns_of_a_clock_are_summed_up_where_there_is_no_room() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        for (int i = 1; i <= 6; i++) {
            life.does(
                    Scene.ANA,
                    new IncidentCommand.PostUpdate(
                            new FreeText("update " + i), FreeText.NONE, FreeText.NONE));
        }
        assertThat(life.text(Extent.newest(10)))
                .contains("| 5 earlier turns | 5 met (0 of them late), 0 missed |");
        assertThat(life.text()).doesNotContain("earlier turn").contains("| Status update 6 |");
    }

    @Test
    void words_that_people_typed_are_never_markup() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        life.does(
                Scene.ANA,
                new IncidentCommand.AddNote(
                        new FreeText(
                                "x\n# Closed\n| a | b |\n![](@UCLEO) [pay](https://evil.example)"
                                        + " <!channel> **bold** https://evil.example `code`")));
        String line =
                life.text()
                        .lines()
                        .filter(l -> l.contains("evil"))
                        .reduce((a, b) -> a + b)
                        .orElseThrow();
        assertThat(line)
                .contains(
                        "x ⏎ # Closed ⏎ \\| a \\| b \\|",
                        "!\\[\\](@UCLEO)",
                        "\\[pay\\](https\\://evil.example)",
                        "\\<!channel\\>",
                        "\\*\\*bold\\*\\*",
                        "\\`code\\`");
    }

    @Test
    void a_name_may_not_play_tricks_either() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        String text =
                new Markdown(person -> "[boss](https://evil.example)")
                        .of(life.document(Extent.WHOLE));
        assertThat(text).doesNotContain("[boss]").contains("\\[boss\\](https\\://evil.example)");
    }

    @Test
    void no_table_has_more_cells_than_a_canvas_takes() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        for (int i = 1; i <= 120; i++) {
            life.does(
                    Scene.ANA,
                    new IncidentCommand.PostUpdate(
                            new FreeText("update " + i), FreeText.NONE, FreeText.NONE));
        }
        int longest = 0;
        int rows = 0;
        for (String line : life.text().lines().toList()) {
            rows = line.startsWith("|") ? rows + 1 : 0;
            longest = Math.max(longest, rows);
        }
        assertThat((longest - 1) * 4).isLessThanOrEqualTo(300);
    }

    @Test
    void everyone_who_is_named_in_it_can_be_asked_for() {
        IncidentDocument document =
                new Life(Scene.under("featuresignals"), "P0").document(Extent.WHOLE);
        assertThat(document.people()).contains(Scene.ANA, Scene.CLEO);
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /** One incident with all that happened in it. */
    private static final class Life {
        private final Scene scene;
        private final List<Happened> story = new ArrayList<>();

        Life(Scene scene, String severity) {
            this.scene = scene.declares(severity, "Checkout *is* down");
            keep(Actor.person(Scene.ANA));
        }

        Life does(PersonId by, IncidentCommand command) {
            scene.after("PT1M").by(by).does(command);
            keep(Actor.person(by));
            return this;
        }

        Life confirmed() {
            scene.after("PT5M");
            return does(Scene.ANA, new IncidentCommand.Confirm(java.util.Optional.empty()));
        }

        Life whole() {
            does(Scene.ANA, new IncidentCommand.RecordRoom("C1", "inc-1-checkout-is-down"));
            confirmed();
            does(
                    Scene.ANA,
                    new FactCommand.ClaimTime(
                            TimeName.OCCURRED,
                            Instant.parse("2026-03-04T09:12:00Z"),
                            new FreeText("first failed payment in the log")));
            does(
                    Scene.ANA,
                    new FactCommand.RecordFinding(
                            FindingName.CUSTOMERS, new FreeText("about 300, all in the EU")));
            does(
                    Scene.SAM,
                    new FactCommand.RecordFinding(
                            FindingName.DATA, new FreeText("order numbers | no cards")));
            scene.policy().questions().stream()
                    .findFirst()
                    .ifPresent(q -> answer(q.name(), Answer.NO));
            does(Scene.ANA, new IncidentCommand.StartPhase(new PhaseName("containment")));
            does(Scene.BEN, new IncidentCommand.Tick(new ItemName("isolate")));
            does(
                    Scene.CLEO,
                    new IncidentCommand.ChangeSeverity(
                            new SeverityName("P1"), new FreeText("only one region")));
            does(
                    Scene.CLEO,
                    new IncidentCommand.PostUpdate(
                            new FreeText("A disk is full"),
                            new FreeText("Failing over"),
                            FreeText.NONE));
            scene.after("PT3H").clockKnocks();
            keep(Actor.muster());
            return does(
                    Scene.CLEO,
                    new IncidentCommand.FinishPhase(
                            new PhaseName("containment"), new FreeText("nothing to secure")));
        }

        private void answer(QuestionName question, Answer answer) {
            does(Scene.SAM, new FactCommand.AnswerQuestion(question, answer, FreeText.NONE));
        }

        String text() {
            return text(Extent.WHOLE);
        }

        String text(Extent extent) {
            return new Markdown(person -> NAMES.getOrDefault(person, person.value()))
                    .of(document(extent));
        }

        IncidentDocument document(Extent extent) {
            return IncidentDocument.of(
                    new Subject(scene.incident(), scene.policy(), story, scene.now()), extent);
        }

        private void keep(Actor by) {
            scene.happened().forEach(e -> story.add(new Happened(e, by, scene.now())));
        }
    }
}

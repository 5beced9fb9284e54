package io.muster.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.document.Markdown;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.policy.Control;
import io.muster.core.policy.RecordKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an auditor is handed: all of the population, what proves each control, what does not. */
class ControlReportTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/muster/core/report/control-report.");
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

    private final ReportScene scene = Quarter.lived();
    private final ControlReport report =
            scene.report(ReportScene.QUARTER, incident -> false, LATER);

    @Test
    @Tag("F25")
    void the_population_is_every_incident_of_the_period_without_choice() {
        assertThat(report.population())
                .extracting(f -> f.incident().id().number())
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(report.carried())
                .extracting(f -> f.incident().id().number())
                .containsExactly(1L);
        assertThat(markdown(report))
                .contains("6, of which 1 drill, 1 dismissed, 1 private", "dismissed", "drill");
    }

    @Test
    @Tag("F25")
    void each_of_the_four_controls_has_its_proofs_with_entries_that_can_be_found() {
        assertThat(scene.policy().controls())
                .extracting(Control::id)
                .containsExactly("CC7.3", "CC7.4", "CC7.5", "CC9.2");
        assertThat(scene.policy().controls())
                .allSatisfy(control -> assertThat(report.proofs(control)).isNotEmpty());
        assertThat(report.proofs(control("CC9.2")))
                .extracting(p -> p.where().file().number())
                .containsOnly(5L);
        assertThat(report.proofs(control("CC9.2")))
                .extracting(p -> p.what().plain(PersonId::value))
                .anyMatch(what -> what.contains("Acme Storage, who told us 2026-03-01 07:30 UTC"));
        assertThat(report.proofs(control("CC7.5")))
                .filteredOn(Proof::drill)
                .as("the quarterly test is a proof of recovery")
                .anyMatch(p -> p.what().plain(PersonId::value).contains("concluded"));
        for (Proof proof : report.proofs()) {
            assertThat(proof.where().hash()).hasSize(64);
            assertThat(ReportScene.QUARTER.holds(proof.where().at())).isTrue();
        }
    }

    @Test
    @Tag("F25")
    void what_went_wrong_is_listed_with_its_control_and_its_entry() {
        List<String> triage = words(report.deviations(control("CC7.3")));
        assertThat(triage).anyMatch(w -> w.startsWith("Kept late: INC-3: Acknowledgment, due"));
        assertThat(triage).anyMatch(w -> w.contains("25 min late"));
        List<String> response = words(report.deviations(control("CC7.4")));
        assertThat(response)
                .anyMatch(w ->
                        w.startsWith("Gate overridden: INC-3: Remediation & Recovery finished"))
                .anyMatch(w -> w.contains("Nobody has the key"));
        assertThat(words(report.deviations(control("CC7.5"))))
                .anyMatch(w -> w.startsWith("Closed early: INC-3"))
                .anyMatch(w -> w.startsWith("Overdue: INC-3: Post-mortem"));
        assertThat(words(report.deviations()))
                .as("what went well is no exception, and a drill's clocks were played")
                .noneMatch(w -> w.contains("INC-2") || w.contains("INC-4"));
    }

    @Test
    @Tag("F25")
    void a_private_incident_is_counted_and_not_described() {
        String text = markdown(report);
        assertThat(text).contains("(private)").doesNotContain("Insider");
        assertThat(ReportRow.of(report, PersonId::value))
                .extracting(ReportRow::what)
                .noneMatch(what -> what.contains("Insider"));
        ControlReport operators = scene.report(ReportScene.QUARTER, incident -> true, LATER);
        assertThat(markdown(operators)).contains("Insider");
        assertThat(operators.proofs()).hasSameSizeAs(report.proofs());
    }

    @Test
    @Tag("F25")
    void the_report_of_a_period_that_is_over_never_changes() {
        String before = markdown(report);
        scene.at("2026-04-20T10:00:00Z")
                .does(new IncidentCommand.Confirm(Optional.empty()))
                .declares("P0", "After the quarter");
        ControlReport again =
                scene.report(ReportScene.QUARTER, incident -> false, LATER.plusSeconds(99_999));
        assertThat(markdown(again)).isEqualTo(before);
        assertThat(again.isFinal()).isTrue();
    }

    @Test
    @Tag("F25")
    void a_period_that_still_runs_says_so_and_a_quiet_one_too() {
        Instant midway = Instant.parse("2026-02-03T09:30:00Z");
        assertThat(markdown(scene.report(ReportScene.QUARTER, i -> true, midway)))
                .contains("this is preliminary");
        Period quiet = Period.parse("2027-01-01", "2027-01-31").orElseThrow();
        assertThat(markdown(scene.report(quiet, i -> true, quiet.end())))
                .contains("No real incident was declared in the period")
                .contains("The population is empty");
    }

    @Test
    @Tag("F25")
    void it_says_evidence_for_and_never_compliant() {
        assertThat(markdown(report))
                .contains("Evidence for CC7.3", "Evidence for CC9.2")
                .doesNotContainIgnoringCase("compliant");
    }

    @Test
    @Tag("F25")
    void the_report_is_written_as_it_always_was() throws IOException {
        golden("md", markdown(report));
        golden("html", new Page(PersonId::value).of(ReportText.of(report)));
        golden("csv", Csv.of(ReportRow.of(report, PersonId::value)));
    }

    @Test
    void what_people_typed_is_neither_markup_nor_a_formula() {
        String page =
                new Page(PersonId::value)
                        .of(ReportText.of(scene.report(ReportScene.QUARTER, i -> true, LATER)));
        assertThat(page).contains("Insider &lt;copies&gt; data").doesNotContain("<copies>");
        assertThat(markdown(report)).contains("Mails \\| are late");
        ReportRow row =
                new ReportRow("proof", "=1+1", "a,b", "say \"hi\"", 1, "now", "line\nbreak", "");
        assertThat(Csv.of(List.of(row)))
                .endsWith("proof,'=1+1,\"a,b\",\"say \"\"hi\"\"\",1,now,\"line\nbreak\",\r\n");
    }

    private Control control(String id) {
        return scene.policy().controls().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(List<Deviation> deviations) {
        return deviations.stream()
                .map(d ->
                        d.sort().words()
                                + ": "
                                + d.where().fileName()
                                + ": "
                                + d.what().plain(PersonId::value))
                .toList();
    }

    private static String markdown(ControlReport report) {
        return new Markdown(PersonId::value).of(ReportText.of(report));
    }

    private static void golden(String ending, String text) throws IOException {
        Path file = Path.of(GOLDEN + ending);
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void every_kind_of_record_has_a_word_and_a_title() {
        assertThat(RecordKind.values())
                .allSatisfy(kind -> assertThat(kind.word()).matches("[a-z-]+"))
                .extracting(RecordKind::title)
                .doesNotHaveDuplicates();
    }
}

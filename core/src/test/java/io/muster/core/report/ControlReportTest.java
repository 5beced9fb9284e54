package io.muster.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.calendar.CalendarName;
import io.muster.core.document.Markdown;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.Control;
import io.muster.core.policy.RecordKind;
import io.muster.core.policy.Role;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reaches;
import io.muster.core.roster.Way;
import io.muster.core.statuspage.PageState;

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
        assertThat(words(report.deviations(control("CC7.3"))))
                .as("it was late in this period, although it was due before it")
                .anyMatch(w -> w.startsWith("Kept late: INC-1: Acknowledgment, due 2025-12-"));
        assertThat(words(report.deviations(control("CC9.2"))))
                .as("word of a vendor's incident that came late is about vendors as well")
                .anyMatch(w -> w.startsWith("Kept late: INC-5: Tell customers of a vendor's"));
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
        assertThat(rows(again)).isEqualTo(rows(report));
        assertThat(fromControlsOn(markdown(again)))
                .as("only who had it made, and when, is not the same")
                .isEqualTo(fromControlsOn(before));
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
    void it_says_who_had_it_made_when_and_from_what() {
        assertThat(markdown(report))
                .contains("| Made for | USAM, asked in the chat (plan · 4), 2026-06-01 00:00 UTC |")
                .contains(
                        "2026-01-01 to 2026-03-31, both days included; all days and times are UTC")
                .contains("version 1.0, April 2026, text `featuresignals@0123456789ab`")
                .contains("declared from 2026-01-01 00:00 UTC on and before 2026-04-01 00:00 UTC")
                .contains("Intact: 7 incidents, 181 entries")
                .contains("| Heads of all chains, SHA-256 | `" + chains() + "` |")
                .contains("| Rows of this report, SHA-256 | `" + Seal.of(rows(report)) + "` |");
    }

    private static String chains() {
        return Seal.of(
                "plan 3 %s\nINC-1 16 %s\nalerts 9 %s\n"
                        .formatted("0a".repeat(32), "1b".repeat(32), "2c".repeat(32)));
    }

    @Test
    @Tag("F25")
    void numbers_without_a_gap_show_that_the_population_is_whole() {
        assertThat(markdown(report))
                .contains("INC-2 to INC-7, none left out; before them INC-1, declared 2025-12-30")
                .contains(
                        "| Alerts that arrived | 9 |",
                        "| No incident, by a rule of the team | 8 |");
        List<CaseFile> files = scene.files(ReportScene.QUARTER.end(), incident -> true);
        List<CaseFile> holed = files.stream().filter(f -> f.incident().id().number() != 4).toList();
        Numbering seen = Numbering.of(holed, ReportScene.QUARTER);
        assertThat(seen.words().plain(PersonId::value)).startsWith("INC-2 to INC-7, without INC-4");
        assertThat(Numbering.of(List.of(), ReportScene.QUARTER).words().plain(PersonId::value))
                .isEqualTo("none");
    }

    @Test
    @Tag("F25")
    void exceptions_come_first_each_with_its_control_and_its_reason() {
        String text = markdown(report);
        assertThat(text.indexOf("## Exceptions"))
                .isPositive()
                .isLessThan(text.indexOf("## Population"));
        assertThat(text)
                .contains("Overdue: ", "Gate overridden: 1", "Closed early: 1")
                .contains("| **Gate overridden** | CC7.4 | INC-3 · ")
                .contains("| **Kept late** | CC7.3, CC7.4 | INC-3 · ")
                .contains("14 h 30 min late, because: Their list came on the day after");
        assertThat(text)
                .as("a clock that runs because nobody has said whether it applies says so")
                .contains("still owed; nobody has answered “Is personal data affected?”");
        assertThat(text).contains("**Shown by:** plan, INC-", "**Exceptions in:** INC-3");
    }

    @Test
    @Tag("F25")
    void the_steps_by_which_somebody_is_reached_and_the_stability_watch_are_no_promises() {
        ObligationId step = ObligationId.first(Reaches.clock(ReportScene.ANA));
        Metrics before = metrics();
        scene.at("2026-03-20T08:00:00Z")
                .records(
                        new IncidentEvent.ObligationOpened(
                                Obligation.open(
                                        step,
                                        "Page again, by mail",
                                        Role.COMMANDER,
                                        new CalendarName("elapsed"),
                                        Instant.parse("2026-03-20T08:00:00Z"),
                                        Instant.parse("2026-03-20T08:05:00Z"),
                                        Optional.empty(),
                                        List.of())))
                .after("PT1H")
                .records(
                        new IncidentEvent.ObligationMet(
                                step,
                                "Page again, by mail",
                                Instant.parse("2026-03-20T08:05:00Z"),
                                true));
        assertThat(metrics().all().promises()).isEqualTo(before.all().promises());
        String text = markdown(scene.report(ReportScene.QUARTER, incident -> true, LATER));
        assertThat(text)
                .doesNotContain("Page again, by mail")
                .doesNotContain("Clock met: Stability watch");
    }

    private Metrics metrics() {
        return Metrics.of(
                scene.report(ReportScene.QUARTER, incident -> true, LATER).population(), LATER);
    }

    @Test
    @Tag("F25")
    void what_reached_people_and_the_public_is_shown_as_word_that_was_given() {
        scene.at("2026-03-20T08:00:00Z")
                .records(
                        new ReachEvent.ReachOrdered(
                                1,
                                new Way(Way.Kind.EMAIL, ""),
                                Addressee.of(ReportScene.SAM),
                                Matter.NOTICE,
                                "1",
                                "Notice to customers",
                                Optional.of("5e".repeat(32)),
                                Optional.empty()),
                        new ReachEvent.ReachDelivered(
                                1,
                                new Way(Way.Kind.EMAIL, ""),
                                Addressee.of(ReportScene.SAM),
                                "<1@mail>",
                                Optional.of("5e".repeat(32))),
                        new StatusPageEvent.StatusPublished(
                                new FreeText("Logins fail"),
                                PageState.INVESTIGATING,
                                List.of(),
                                new FreeText("We look into it"),
                                "6f".repeat(32),
                                Optional.empty(),
                                false));
        List<Proof> shown =
                scene.report(ReportScene.QUARTER, incident -> true, LATER).proofs().stream()
                        .filter(p -> p.where().at().equals(Instant.parse("2026-03-20T08:00:00Z")))
                        .toList();
        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst().kinds())
                .containsExactlyInAnyOrder(RecordKind.ESCALATION, RecordKind.NOTICES);
        assertThat(shown.getLast().kinds()).containsExactly(RecordKind.NOTICES);
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
        golden("html", new Page(PersonId::value).of(ReportText.of(report, PersonId::value)));
        golden("csv", rows(report));
    }

    @Test
    void what_people_typed_is_neither_markup_nor_a_formula() {
        ControlReport open = scene.report(ReportScene.QUARTER, i -> true, LATER);
        String page = new Page(PersonId::value).of(ReportText.of(open, PersonId::value));
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
        return new Markdown(PersonId::value).of(ReportText.of(report, PersonId::value));
    }

    private static String rows(ControlReport report) {
        return Csv.of(ReportRow.of(report, PersonId::value));
    }

    private static String fromControlsOn(String text) {
        return text.substring(text.indexOf("## Controls"));
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

package io.muster.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** The control report tells of every incident, so not everybody may have it. */
class ReportRulesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProgramCommand.AskReport QUARTER =
            new ProgramCommand.AskReport(FROM, Instant.parse("2026-04-01T00:00:00Z"));

    @Test
    @Tag("F25")
    void whoever_the_policy_names_gets_it_and_that_is_written_down() {
        ProgramScene scene = ProgramScene.under("soc2-irp-001").by(ProgramScene.CIRO).does(QUARTER);
        assertThat(scene.happened(ProgramEvent.ControlReportAsked.class))
                .singleElement()
                .extracting(ProgramEvent.ControlReportAsked::by)
                .isEqualTo(ProgramScene.CIRO);
        assertThat(scene.told()).as("it comes as files, not as a message").isEmpty();
    }

    @Test
    @Tag("F25")
    void nobody_else_does_and_hears_whom_to_ask() {
        ProgramScene.under("soc2-irp-001")
                .by(ProgramScene.OTTO)
                .isRefused(QUARTER, "The control report is for the");
    }

    @Test
    @Tag("F25")
    void a_policy_that_names_nobody_leaves_it_closed() {
        ProgramScene.under("soc2-irp-001")
                .adopts("soc2-irp-001", "  report: [ciso]\n", "")
                .isRefused(QUARTER, "java -jar muster.jar report");
    }

    @Test
    void a_period_that_is_still_to_come_has_no_report() {
        ProgramScene.under("soc2-irp-001")
                .isRefused(
                        new ProgramCommand.AskReport(
                                Instant.parse("2031-01-01T00:00:00Z"),
                                Instant.parse("2031-02-01T00:00:00Z")),
                        "still to come");
    }
}

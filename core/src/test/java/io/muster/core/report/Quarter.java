package io.muster.core.report;

import io.muster.core.FreeText;
import io.muster.core.drill.Conclusion.Verdict;
import io.muster.core.fact.Answer;
import io.muster.core.incident.DrillCommand;
import io.muster.core.incident.DutyCommand;
import io.muster.core.incident.FactCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.VendorCommand;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.Question;
import io.muster.core.policy.Role;

import java.time.Instant;
import java.util.Optional;

/**
 * A quarter as an auditor wants it: INC-1 began before it; INC-2 went well; INC-3 was taken up
 * late, a phase was finished with items open, and it was closed early; INC-4 was a drill; INC-5
 * began at a vendor, and its customers were told late; INC-6 was no incident; INC-7 is private.
 */
final class Quarter {
    private Quarter() {}

    static ReportScene lived() {
        ReportScene scene = new ReportScene();
        scene.at("2025-12-30T10:00:00Z").declares("P3", "Slow search");
        scene.at("2026-01-02T10:00:00Z").does(new IncidentCommand.AddNote(new FreeText("Still")));
        scene.at("2026-01-02T10:05:00Z").does(new IncidentCommand.Acknowledge());
        well(scene);
        badly(scene);
        drill(scene);
        vendor(scene);
        scene.at("2026-03-10T08:00:00Z")
                .declares("P2", "Strange login")
                .after("PT20M")
                .does(new IncidentCommand.Dismiss(new FreeText("It was Ben")));
        scene.at("2026-03-12T08:00:00Z")
                .declares("P2", "Insider <copies> data", true, false)
                .after("PT20M")
                .does(new IncidentCommand.Acknowledge());
        return scene;
    }

    private static void well(ReportScene scene) {
        scene.at("2026-01-12T09:00:00Z")
                .declares("P3", "Mails | are late")
                .after("PT10M")
                .does(
                        new IncidentCommand.Acknowledge(),
                        new IncidentCommand.AssignRole(Role.COMMANDER, ReportScene.ANA),
                        new IncidentCommand.Confirm(Optional.empty()))
                .does(nothingToTell(scene))
                .after("PT20M")
                .does(new IncidentCommand.Resolve(new FreeText("Queue drained")))
                .after("P2D")
                .does(new IncidentCommand.Close(FreeText.NONE));
    }

    private static IncidentCommand[] nothingToTell(ReportScene scene) {
        return scene.policy().questions().stream()
                .map(Question::name)
                .map(q -> new FactCommand.AnswerQuestion(q, Answer.NO, new FreeText("Only mail")))
                .toArray(IncidentCommand[]::new);
    }

    private static void badly(ReportScene scene) {
        scene.at("2026-02-03T09:00:00Z")
                .declares("P0", "Checkout is down")
                .after("PT40M")
                .does(
                        new IncidentCommand.Acknowledge(),
                        new IncidentCommand.AssignRole(Role.COMMANDER, ReportScene.ANA),
                        new IncidentCommand.Confirm(Optional.empty()),
                        new IncidentCommand.StartPhase(new PhaseName("containment")))
                .after("PT20M")
                .does(
                        new IncidentCommand.FinishPhase(
                                new PhaseName("containment"), FreeText.NONE),
                        new IncidentCommand.StartPhase(new PhaseName("remediation")),
                        new IncidentCommand.FinishPhase(
                                new PhaseName("remediation"), new FreeText("Nobody has the key")))
                .after("PT1H")
                .does(new IncidentCommand.Resolve(new FreeText("Rolled back")))
                .after("PT1H")
                .does(new IncidentCommand.Close(new FreeText("=quiet, says Ben")));
    }

    private static void drill(ReportScene scene) {
        scene.at("2026-02-20T09:00:00Z")
                .declares("P1", "Restore the database", false, true)
                .after("PT3H")
                .does(
                        new DrillCommand.Conclude(
                                Verdict.PASSED,
                                Optional.of("disaster-recovery"),
                                new FreeText("The restore"),
                                new FreeText("40 minutes"),
                                FreeText.NONE));
    }

    private static void vendor(ReportScene scene) {
        scene.at("2026-03-01T09:00:00Z")
                .declares("P2", "Storage is slow")
                .after("PT10M")
                .does(
                        new IncidentCommand.Acknowledge(),
                        new VendorCommand.NameVendor(
                                new FreeText("Acme Storage"),
                                Optional.of(Instant.parse("2026-03-01T07:30:00Z"))))
                .at("2026-03-05T09:00:00Z")
                .does(
                        new DutyCommand.DischargeDuty(
                                new DutyName("vendor-customers"),
                                Instant.parse("2026-03-04T22:00:00Z"),
                                new FreeText("Mail to 12 customers"),
                                Optional.empty(),
                                new FreeText("Their list came on the day after"),
                                new FreeText("Lena Novak, by mail")));
    }
}

package io.muster.app.policy;

import io.muster.core.policy.Gate;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;
import io.muster.core.policy.Scope;
import io.muster.core.policy.Severity;

import java.time.Period;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must come before what, and what is owed to the plan itself, in plain lines. */
final class ProgramSummary {
    private final Policy policy;

    ProgramSummary(Policy policy) {
        this.policy = policy;
    }

    /** Empty if nothing has to wait for anything. */
    Optional<String> gates() {
        return policy.gates().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Gates\n"
                                + policy.gates().stream()
                                        .map(this::gate)
                                        .collect(Collectors.joining())
                                + "\n");
    }

    private String gate(Gate gate) {
        Columns lines = new Columns();
        lines.row(
                "before",
                gate.before().stream().map(Guard::words).collect(Collectors.joining(", ")));
        lines.row(
                "needs",
                gate.needs().stream().map(Object::toString).collect(Collectors.joining(", ")));
        if (!gate.scope().equals(Scope.ALL)) {
            lines.row("only", ClockSummary.scope(gate.scope(), policy));
        }
        return "  " + gate.title() + "\n" + lines.text("    ");
    }

    /** Empty if the plan owes itself nothing. */
    Optional<String> duties() {
        if (policy.program().isEmpty()) {
            return Optional.empty();
        }
        Columns lines = new Columns();
        policy.program()
                .forEach(duty ->
                        lines.row(
                                duty.title(),
                                rhythm(duty.rhythm()),
                                doneBy(duty.doneBy()),
                                "owed by " + policy.titleOf(duty.owner())));
        return Optional.of("The plan itself\n" + lines.text("  ") + "\n");
    }

    private String rhythm(ProgramDuty.Rhythm rhythm) {
        return switch (rhythm) {
            case ProgramDuty.Rhythm.Every every -> "every " + words(every.every());
            case ProgramDuty.Rhythm.After after ->
                    "within "
                            + after.within().words()
                            + " of "
                            + policy.severities().stream()
                                    .map(Severity::name)
                                    .filter(after.severities()::contains)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", "))
                            + " "
                            + after.of().word();
        };
    }

    private static String words(Period period) {
        if (period.getDays() != 0) {
            return period.getDays() + (period.getDays() == 1 ? " day" : " days");
        }
        long months = period.toTotalMonths();
        return months % 12 == 0
                ? months / 12 + (months == 12 ? " year" : " years")
                : months + (months == 1 ? " month" : " months");
    }

    private static String doneBy(ProgramDuty.DoneBy doneBy) {
        return switch (doneBy) {
            case ProgramDuty.DoneBy.Review ignored -> "by a review";
            case ProgramDuty.DoneBy.Drill drill -> "by a drill (" + drill.kind() + ")";
        };
    }
}

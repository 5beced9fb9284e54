package io.muster.app.policy;

import io.muster.core.Spoken;
import io.muster.core.policy.HoldGround;
import io.muster.core.policy.Law;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.Scope;

import java.util.stream.Collectors;

/** The duties to notify of a policy, as people read them. */
final class NotificationSummary {
    private static final String OWN = "none; promised by this policy";

    private final Policy policy;

    NotificationSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        return policy.notifications().duties().isEmpty()
                ? "  nothing is owed to anybody outside\n"
                : policy.notifications().duties().stream()
                                .map(this::duty)
                                .collect(Collectors.joining())
                        + "  A question that nobody has answered is taken for yes, so no clock fails to start.\n"
                        + asked();
    }

    private String asked() {
        Scope ask = policy.notifications().ask();
        return ask.equals(Scope.ALL)
                ? ""
                : "  Open questions are asked only of: " + ClockSummary.scope(ask, policy) + ".\n";
    }

    private String duty(NotificationRule duty) {
        Columns lines = new Columns();
        lines.row("to", duty.to());
        if (!duty.channels().isEmpty()) {
            lines.row("by", String.join(", ", duty.channels()));
        }
        lines.row("time", time(duty));
        conditions(duty, lines);
        lines.row(
                "law",
                policy.notifications().lawOf(duty).map(NotificationSummary::law).orElse(OWN));
        lines.row("owed by", policy.titleOf(duty.owner()));
        duty.holds().forEach(hold -> lines.row("may wait", hold(hold)));
        if (duty.lateNeedsReasons()) {
            lines.row("if late", "say why");
        }
        if (!duty.note().isEmpty()) {
            lines.row("note", duty.note());
        }
        return "  " + duty.title() + " (" + duty.name() + ")\n" + lines.text("    ");
    }

    private void conditions(NotificationRule duty, Columns lines) {
        NotificationRule.Applies applies = duty.applies();
        if (!applies.scope().equals(Scope.ALL)) {
            lines.row("only", ClockSummary.scope(applies.scope(), policy));
        }
        if (!applies.yes().isEmpty()) {
            lines.row("if", yes(duty));
        }
        applies.lasting()
                .ifPresent(l -> lines.row("if", "it lasts longer than " + Spoken.length(l.over())));
    }

    private static String law(Law law) {
        String status = law.status() == Law.Status.ACTIVE ? "in force" : "draft, ask counsel";
        return law.source() + " (" + status + ", verified " + law.verified() + ")";
    }

    private static String hold(HoldGround hold) {
        return hold.text() + hold.longest().map(l -> ", at most " + Spoken.length(l)).orElse("");
    }

    private static String time(NotificationRule duty) {
        String limit =
                duty.limit()
                        .map(l ->
                                ", at the latest "
                                        + ClockSummary.words(l.within())
                                        + " from "
                                        + l.from().words())
                        .orElse("");
        String within =
                duty.promptly()
                        ? "without undue delay, asked after " + ClockSummary.words(duty.within())
                        : ClockSummary.words(duty.within());
        return within + " from " + duty.from().words() + limit;
    }

    private String yes(NotificationRule duty) {
        return duty.applies().yes().stream().map(this::words).collect(Collectors.joining(" "));
    }

    private String words(QuestionName name) {
        return policy.questions().stream()
                .filter(q -> q.name().equals(name))
                .map(q -> q.text())
                .findFirst()
                .orElse(name.value());
    }
}

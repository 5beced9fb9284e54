package io.muster.app.policy;

import io.muster.core.policy.Law;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.Scope;

import java.util.stream.Collectors;

/** The duties to notify of a policy, as people read them. */
final class NotificationSummary {
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
        if (!duty.applies().scope().equals(Scope.ALL)) {
            lines.row("only", ClockSummary.scope(duty.applies().scope(), policy));
        }
        if (!duty.applies().yes().isEmpty()) {
            lines.row("if", yes(duty));
        }
        duty.applies()
                .lasting()
                .ifPresent(l ->
                        lines.row(
                                "if",
                                "it lasts longer than " + io.muster.core.Spoken.length(l.over())));
        policy.notifications()
                .lawOf(duty)
                .ifPresent(law ->
                        lines.row(
                                "law",
                                law.source()
                                        + " ("
                                        + (law.status() == Law.Status.ACTIVE
                                                ? "in force"
                                                : "draft, ask counsel")
                                        + ", verified "
                                        + law.verified()
                                        + ")"));
        if (duty.law().isEmpty()) {
            lines.row("law", "none; promised by this policy");
        }
        lines.row("owed by", policy.titleOf(duty.owner()));
        duty.holds()
                .forEach(hold ->
                        lines.row(
                                "may wait",
                                hold.text()
                                        + hold.longest()
                                                .map(l ->
                                                        ", at most " + io.muster.core.Spoken.length(l))
                                                .orElse("")));
        if (duty.lateNeedsReasons()) {
            lines.row("if late", "say why");
        }
        if (!duty.note().isEmpty()) {
            lines.row("note", duty.note());
        }
        return "  " + duty.title() + " (" + duty.name() + ")\n" + lines.text("    ");
    }

    private static String time(NotificationRule duty) {
        String limit =
                duty.limit()
                        .map(l ->
                                ", at the latest "
                                        + l.within().words()
                                        + " from "
                                        + l.from().words())
                        .orElse("");
        String within =
                duty.promptly()
                        ? "without undue delay, asked after " + duty.within().words()
                        : duty.within().words();
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

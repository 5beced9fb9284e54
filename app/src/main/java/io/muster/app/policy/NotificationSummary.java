package io.muster.app.policy;

import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.QuestionName;

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
                        .collect(Collectors.joining());
    }

    private String duty(NotificationRule duty) {
        Columns lines = new Columns();
        lines.row("to", duty.to());
        if (!duty.channels().isEmpty()) {
            lines.row("by", String.join(", ", duty.channels()));
        }
        lines.row("time", time(duty));
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
                        lines.row("law", law.source() + " (verified " + law.verified() + ")"));
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

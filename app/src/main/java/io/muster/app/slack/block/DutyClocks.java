package io.muster.app.slack.block;

import io.muster.core.Spoken;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.DutyQuestions;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockName;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The running clocks of the duties to notify, in a line or two. */
public final class DutyClocks {
    private static final String PREFIX = "duty.";
    private static final int SHOWN = 3;
    private static final String UNDUE = "without undue delay";

    private DutyClocks() {}

    /** Whether this clock counts for a duty to notify. */
    public static boolean isOne(ClockName clock) {
        return clock.value().startsWith(PREFIX);
    }

    /** For the card, which stands still between events: deadlines, not what is left of them. */
    public static Optional<String> onCard(IncidentView view) {
        return lines(view, DutyClocks::due).map(lines -> "*Notices to send*" + lines);
    }

    /** For a page that is made when it is opened: what is left. */
    public static String atHome(IncidentView view) {
        return lines(view, DutyClocks::left).orElse("");
    }

    private static Optional<String> lines(
            IncidentView view, BiFunction<DutyCase, IncidentView, String> when) {
        List<DutyCase> running =
                DutyCase.all(view.incident(), view.policy()).stream()
                        .filter(duty -> duty.running().isPresent())
                        .sorted(Comparator.comparing(duty -> duty.running().orElseThrow().due()))
                        .toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder();
        for (DutyCase duty : running.subList(0, Math.min(SHOWN, running.size()))) {
            lines.append("\n• ")
                    .append(Mrkdwn.escape(duty.rule().title()))
                    .append(": ")
                    .append(when.apply(duty, view));
        }
        if (running.size() > SHOWN) {
            lines.append("\n… and ").append(running.size() - SHOWN).append(" more");
        }
        int open = DutyQuestions.open(view.incident(), view.policy()).size();
        if (open > 0) {
            lines.append(open == 1 ? "\n❓ 1 answer" : "\n❓ " + open + " answers")
                    .append(" missing: what nobody answers counts as yes");
        }
        return Optional.of(lines.toString());
    }

    private static String due(DutyCase duty, IncidentView view) {
        Obligation clock = duty.running().orElseThrow();
        if (duty.rule().promptly()) {
            return UNDUE;
        }
        return view.now().isAfter(clock.due())
                ? "⏰ *overdue* since " + Mrkdwn.dateTime(clock.due())
                : "due " + Mrkdwn.dateTime(clock.due());
    }

    private static String left(DutyCase duty, IncidentView view) {
        return duty.rule().promptly() ? UNDUE : left(duty.running().orElseThrow(), view);
    }

    /** The same of any clock: a duty that is owed at once has no time left to be said. */
    public static String timeLeft(Obligation clock, IncidentView view) {
        boolean promptly =
                DutyCase.all(view.incident(), view.policy()).stream()
                        .filter(duty -> duty.running().filter(clock::equals).isPresent())
                        .anyMatch(duty -> duty.rule().promptly());
        return promptly ? "⚖️ " + UNDUE : left(clock, view);
    }

    /** How much time is left, or how much too late it is. */
    public static String left(Obligation clock, IncidentView view) {
        Duration left = Duration.between(view.now(), clock.due());
        return left.isNegative() || left.isZero()
                ? "⏰ *overdue* by " + Spoken.length(left)
                : "⏳ " + Spoken.left(left) + " left";
    }
}

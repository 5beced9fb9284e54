package io.muster.app.slack.duty;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.duty.Standing;
import io.muster.core.incident.DutyCase;
import io.muster.core.roster.Actor;

import java.util.List;
import java.util.stream.Collectors;

/** What became of a duty to notify, with who said so and when. */
final class DutyOutcome {
    private static final int WORDS = 300;
    private static final int AGAIN = 3;

    private DutyOutcome() {}

    /** Sent, or decided not to be; nothing if it is still owed. */
    static String of(DutyCase duty) {
        Standing standing = duty.standing();
        return standing.discharged()
                .map(sent -> sent(duty, sent))
                .or(() -> standing.waived().map(DutyOutcome::waived))
                .orElse("");
    }

    private static String sent(DutyCase duty, Standing.Discharged sent) {
        String word = duty.incident().header().drill() ? "Exercised" : "Sent";
        String late = duty.sentLate(sent.sentAt()) ? "⚠️ " + word + " late, " : "✅ " + word + " ";
        String why =
                sent.lateBecause().isBlank()
                        ? unexplained(duty, sent)
                        : "\nWhy it was late: " + shortened(sent.lateBecause().text());
        String outside =
                sent.outside().isBlank()
                        ? ""
                        : "\nSent outside Muster, approval named: "
                                + shortened(sent.outside().text());
        return late
                + Mrkdwn.dateTime(sent.sentAt())
                + " · "
                + shortened(sent.proof().text())
                + "\nRecorded by "
                + who(sent.by())
                + ", "
                + Mrkdwn.dateTime(sent.recordedAt())
                + sent.draft().map(n -> " · draft " + n).orElse("")
                + outside
                + why
                + again(sent);
    }

    private static String unexplained(DutyCase duty, Standing.Discharged sent) {
        return duty.rule().lateNeedsReasons() && duty.sentLate(sent.sentAt())
                ? "\n❗ The law wants the reasons, and nobody has said why it was late."
                : "";
    }

    private static String again(Standing.Discharged sent) {
        List<Standing.Again> shown = sent.again().reversed();
        String more =
                shown.size() > AGAIN ? "\n… and " + (shown.size() - AGAIN) + " before that" : "";
        return shown.stream().limit(AGAIN).map(DutyOutcome::again).collect(Collectors.joining())
                + more;
    }

    private static String again(Standing.Again again) {
        return "\n↻ Again "
                + Mrkdwn.dateTime(again.sentAt())
                + " · "
                + shortened(again.proof().text())
                + ", recorded by "
                + who(again.by())
                + again.draft().map(n -> " · draft " + n).orElse("");
    }

    private static String waived(Standing.Waived waived) {
        return "⚖️ Not to be notified, decided by "
                + who(waived.by())
                + ", "
                + Mrkdwn.dateTime(waived.at())
                + ": "
                + shortened(waived.reason().text());
    }

    /** What a person typed, in as many words as a sheet has room for. */
    static String shortened(String words) {
        return Mrkdwn.escape(Foreign.atMost(words, WORDS));
    }

    private static String who(Actor actor) {
        return actor.person().map(Mrkdwn::mention).orElse("Muster");
    }
}

package io.muster.app.slack.duty;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.duty.Standing;
import io.muster.core.incident.DutyCase;
import io.muster.core.roster.Actor;

/** What became of a duty to notify, with who said so and when. */
final class DutyOutcome {
    private static final int WORDS = 300;

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
                        ? ""
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
                + why;
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

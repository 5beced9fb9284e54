package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.duty.Standing;
import io.muster.core.incident.DutyCase;
import io.muster.core.obligation.Obligation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The duties to notify those outside: by when, and what became of each. What was never owed is left
 * out; what may be owed and has not begun is not.
 */
final class DutiesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                DutyCase.all(subject.incident(), subject.policy()).stream()
                        .filter(DutiesSection::concernsUs)
                        .map(duty -> row(subject, duty))
                        .toList();
        return new Chapter(
                "Duties to notify",
                Passage.table(List.of("Duty", "To", "Due", "State"), rows).toList());
    }

    private static boolean concernsUs(DutyCase duty) {
        return duty.clock().isPresent()
                || !duty.standing().equals(Standing.NONE)
                || duty.whyNot().isEmpty();
    }

    private static List<Phrase> row(Subject subject, DutyCase duty) {
        return List.of(
                Phrase.of(duty.rule().title()),
                Phrase.of(duty.rule().to()),
                due(duty),
                state(subject, duty));
    }

    private static Phrase due(DutyCase duty) {
        return duty.rule().promptly()
                ? Phrase.of("without undue delay")
                : Wording.at(duty.clock().map(Obligation::due));
    }

    private static Phrase state(Subject subject, DutyCase duty) {
        Standing standing = duty.standing();
        return standing.discharged()
                .map(sent -> sent(duty, sent))
                .or(() -> standing.waived().map(DutiesSection::waived))
                .or(() -> duty.whyNot().map(why -> Phrase.of("not owed: " + why)))
                .orElseGet(() -> owed(subject, duty));
    }

    /** What counts is when it was sent, not when somebody wrote that down. */
    private static Phrase sent(DutyCase duty, Standing.Discharged sent) {
        Phrase phrase =
                Phrase.of(word(duty) + lateness(duty, sent) + " ")
                        .at(sent.sentAt())
                        .say(sent.draft().map(n -> " as " + Draft.label(n)).orElse(""))
                        .say("; proof: ")
                        .quote(sent.proof())
                        .say(" (recorded by ")
                        .then(Wording.byAndWhen(sent.by(), sent.recordedAt()))
                        .say(")");
        Phrase approved =
                sent.outside().isBlank()
                        ? phrase
                        : phrase.say("; sent outside Muster, approval named: ")
                                .quote(sent.outside());
        Phrase explained =
                sent.lateBecause().isBlank()
                        ? approved
                        : approved.say("; late because: ").quote(sent.lateBecause());
        return sent.again().stream().reduce(explained, DutiesSection::again, Phrase::then);
    }

    private static Phrase again(Phrase sent, Standing.Again again) {
        Phrase phrase =
                sent.say("; again ")
                        .at(again.sentAt())
                        .say(again.draft().map(n -> " as " + Draft.label(n)).orElse(""))
                        .say("; proof: ")
                        .quote(again.proof())
                        .say(" (recorded by ")
                        .then(Wording.byAndWhen(again.by(), again.recordedAt()))
                        .say(")");
        return again.outside().isBlank()
                ? phrase
                : phrase.say("; sent outside Muster, approval named: ").quote(again.outside());
    }

    private static String word(DutyCase duty) {
        return duty.incident().header().drill() ? "exercised" : "sent";
    }

    private static String lateness(DutyCase duty, Standing.Discharged sent) {
        if (!duty.sentLate(sent.sentAt())) {
            return "";
        }
        return " late"
                + duty.clock()
                        .map(clock -> Duration.between(clock.due(), sent.sentAt()))
                        .filter(Duration::isPositive)
                        .map(by -> " by " + Spoken.length(by))
                        .orElse("")
                + ",";
    }

    private static Phrase waived(Standing.Waived waived) {
        return Phrase.of("not to be notified, decided by ")
                .then(Wording.byAndWhen(waived.by(), waived.at()))
                .then(Wording.because(waived.reason()));
    }

    private static Phrase owed(Subject subject, DutyCase duty) {
        Phrase phrase =
                duty.running()
                        .map(clock -> running(subject, duty, clock))
                        .orElse(Phrase.of("not begun; it counts from " + duty.startWords()));
        Optional<Standing.Held> held = duty.standing().held();
        return held.map(h -> phrase.then(held(h))).orElse(phrase);
    }

    /** "Without undue delay" is no number, so nobody is late by it. */
    private static Phrase running(Subject subject, DutyCase duty, Obligation clock) {
        if (duty.rule().promptly()) {
            return Phrase.of("owed");
        }
        Duration left = Duration.between(subject.now(), clock.due());
        return Phrase.of(
                clock.late(subject.now())
                        ? "overdue by " + Spoken.length(left)
                        : "owed, " + Spoken.left(left) + " left");
    }

    private static Phrase held(Standing.Held held) {
        return Phrase.of("; on hold until ")
                .at(held.until())
                .say(", " + held.ground() + ", by ")
                .then(Wording.byAndWhen(held.by(), held.at()))
                .then(Wording.because(held.reason()));
    }
}

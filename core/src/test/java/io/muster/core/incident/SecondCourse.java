package io.muster.core.incident;

import io.muster.core.duty.Reckoning;
import io.muster.core.duty.SecondReckoning;
import io.muster.core.fact.Answer;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deadlines once more from the entries alone, read from the last one backwards. Knows no standing,
 * no facts and no clock of ours.
 */
final class SecondCourse {
    private final Policy policy;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, IncidentEvent event) {}

    SecondCourse(Policy policy) {
        this.policy = policy;
    }

    void happened(Instant at, List<IncidentEvent> events) {
        events.forEach(event -> entries.add(new Entry(at, event)));
    }

    /** By when it is owed; empty if it is not, or if it has not begun. */
    Optional<Instant> due(NotificationRule duty) {
        String name = duty.name().value();
        boolean denied =
                duty.applies().yes().stream()
                        .anyMatch(q -> answers(q).stream().limit(1).anyMatch(this::isNo));
        if (denied || !sendings(name).isEmpty()) {
            return Optional.empty();
        }
        return SecondReckoning.due(
                new Reckoning(
                        from(duty.from()),
                        duty.within(),
                        duty.limit()
                                .flatMap(l ->
                                        from(l.from())
                                                .map(at -> new Reckoning.Limit(at, l.within()))),
                        held(name)),
                policy.calendar(duty.calendar()));
    }

    private Optional<Instant> from(DutyStart start) {
        return switch (start) {
            case DutyStart.At at -> from(at.point());
            case DutyStart.Answering answering -> yes(answering.question());
            case DutyStart.Sending sending -> {
                List<Instant> sent = sendings(sending.duty().value());
                yield sent.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                sending.last()
                                        ? sent.stream().max(Instant::compareTo).orElseThrow()
                                        : sent.getLast());
            }
            case DutyStart.Reaching ignored -> throw new IllegalArgumentException("not here");
        };
    }

    private Optional<Instant> from(DutyStart.Point point) {
        List<Instant> told = new ArrayList<>();
        List<Instant> claimed = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            if (entry.event() instanceof DutyEvent.VendorToldUs e) {
                told.add(e.toldAt());
            } else if (entry.event() instanceof FactEvent.TimeClaimed e
                    && e.name() == TimeName.AWARE) {
                claimed.add(e.claimed());
            }
        }
        if (point == DutyStart.Point.VENDOR_TOLD) {
            return told.stream().findFirst();
        }
        if (point != DutyStart.Point.AWARE) {
            throw new IllegalArgumentException("not here: " + point);
        }
        told.add(entries.getFirst().at());
        return claimed.isEmpty()
                ? told.stream().min(Instant::compareTo)
                : claimed.stream().findFirst();
    }

    private Optional<Instant> yes(QuestionName question) {
        Instant oldest = null;
        for (Entry entry : answers(question)) {
            FactEvent.QuestionAnswered said = (FactEvent.QuestionAnswered) entry.event();
            if (said.answer() != Answer.YES) {
                break;
            }
            if (said.since().isPresent()) {
                return said.since();
            }
            oldest = entry.at();
        }
        return Optional.ofNullable(oldest);
    }

    /** The newest first. */
    private List<Entry> answers(QuestionName question) {
        return entries.reversed().stream()
                .filter(e ->
                        e.event() instanceof FactEvent.QuestionAnswered a
                                && a.question().equals(question))
                .toList();
    }

    private boolean isNo(Entry entry) {
        return ((FactEvent.QuestionAnswered) entry.event()).answer() == Answer.NO;
    }

    /** What was sent and not taken back since, the one recorded last first. */
    private List<Instant> sendings(String duty) {
        List<Instant> sent = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            if (entry.event() instanceof DutyEvent.DutyTakenBack e && e.duty().equals(duty)) {
                break;
            }
            if (entry.event() instanceof DutyEvent.DutyDischarged e && e.duty().equals(duty)) {
                sent.add(e.sentAt());
            }
            if (entry.event() instanceof DutyEvent.DutySentAgain e && e.duty().equals(duty)) {
                sent.add(e.sentAt());
            }
        }
        return sent;
    }

    private Optional<Instant> held(String duty) {
        for (Entry entry : entries.reversed()) {
            if (entry.event() instanceof DutyEvent.DutyReleased e && e.duty().equals(duty)) {
                return Optional.empty();
            }
            if (entry.event() instanceof DutyEvent.DutyHeld e && e.duty().equals(duty)) {
                return Optional.of(e.until());
            }
        }
        return Optional.empty();
    }
}

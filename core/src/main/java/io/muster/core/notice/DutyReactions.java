package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.DutyEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.timeline.Timeline;

import java.time.Instant;
import java.util.List;

/** Who hears of what was said and done about telling those outside. */
final class DutyReactions {
    private static final String CLOCKS = "duty.";

    private DutyReactions() {}

    static List<Effect> to(DutyEvent event, Happened happened, Incident after) {
        Phrase sentence = Timeline.sentence(happened);
        return switch (event) {
            case DutyEvent.DutyDischarged e -> settled(e.duty(), e.sentAt(), after, sentence);
            case DutyEvent.DutyExercised e -> settled(e.duty(), e.sentAt(), after, sentence);
            case DutyEvent.DutySentAgain ignored -> line(Notice.Tone.GOOD, sentence);
            case DutyEvent.DutySentOutside ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.DutyDelayExplained ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.DutyWaived ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.DutyTakenBack ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.DutyHeld ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.DutyReleased ignored -> line(Notice.Tone.WEIGHTY, sentence);
            case DutyEvent.VendorToldUs ignored -> line(Notice.Tone.PLAIN, sentence);
            case DutyEvent.SeverityReached ignored -> List.of(); // the change itself is told
        };
    }

    /** A clock of law that moves is told: who trusts the old deadline misses the new one. */
    static List<Effect> moved(IncidentEvent.ObligationMoved e) {
        if (!e.id().clock().value().startsWith(CLOCKS)) {
            return List.of(); // told with the severity
        }
        Notice.Tone tone = e.to().isBefore(e.from()) ? Notice.Tone.BAD : Notice.Tone.PLAIN;
        return line(
                tone,
                Phrase.of("Clock moved: ")
                        .strong(e.title())
                        .say(" is due ")
                        .at(e.to())
                        .say(" instead of ")
                        .at(e.from())
                        .say(": " + e.why()));
    }

    private static List<Effect> settled(
            String duty, Instant sentAt, Incident after, Phrase sentence) {
        if (!late(duty, sentAt, after)) {
            return line(Notice.Tone.GOOD, sentence);
        }
        Phrase late = sentence.say(". It was late.");
        return line(
                Notice.Tone.BAD,
                unexplained(duty, after) ? late.say(" Say why: ").code("/incident notify") : late);
    }

    private static boolean unexplained(String duty, Incident after) {
        return after.dossier()
                .duties()
                .of(new DutyName(duty))
                .discharged()
                .filter(sent -> sent.lateBecause().isBlank())
                .isPresent();
    }

    private static boolean late(String duty, Instant sent, Incident after) {
        return after.obligations()
                .latest(new DutyName(duty).clock())
                .map(Obligation::due)
                .filter(sent::isAfter)
                .isPresent();
    }

    private static List<Effect> line(Notice.Tone tone, Phrase phrase) {
        return List.of(new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase)));
    }
}

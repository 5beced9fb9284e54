package io.muster.core.notice;

import static io.muster.core.notice.Reactions.because;
import static io.muster.core.notice.Reactions.done;
import static io.muster.core.notice.Reactions.line;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Milestone;
import io.muster.core.roster.Actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of how far the incident itself is. */
final class LifecycleReactions {
    private LifecycleReactions() {}

    static List<Effect> acknowledged(Happened happened, Incident after, List<Happened> all) {
        Duration took = Duration.between(after.declaredAt(), happened.at());
        String late =
                after.obligations()
                        .latest(ClockRule.ACKNOWLEDGMENT)
                        .filter(o -> o.late(happened.at()))
                        .map(o ->
                                ", late: the target was "
                                        + Spoken.length(Duration.between(o.anchor(), o.due())))
                        .orElse("");
        Phrase phrase =
                done("Acknowledged", happened.by()).say(" after " + Spoken.length(took) + late);
        List<Effect> effects = new ArrayList<>();
        if (all.stream().noneMatch(h -> impliesAcknowledgment(h.event()))) {
            effects.addAll(line(Notice.Tone.GOOD, phrase));
        }
        effects.add(new Effect.Settle(MessageKey.PAGES, done("Acknowledged", happened.by())));
        return effects;
    }

    /** What says more than the acknowledgment that it brings along. */
    private static boolean impliesAcknowledgment(IncidentEvent event) {
        return event instanceof IncidentEvent.Confirmed || event instanceof IncidentEvent.Dismissed;
    }

    static Phrase started(IncidentEvent.PhaseStarted e, Actor by) {
        return e.undone()
                .map(undone ->
                        done(e.title() + " started again", by)
                                .say(": not " + undone.word() + " any more"))
                .orElseGet(() -> done(e.title() + " started", by));
    }

    static Phrase confirmed(IncidentEvent.Confirmed e, Actor by) {
        Phrase phrase = done("Confirmed as an incident", by);
        return e.by().map(act -> phrase.say(", by " + act)).orElse(phrase);
    }

    static List<Effect> dismissed(IncidentEvent.Dismissed e, Actor by) {
        Phrase phrase = done("Dismissed: not an incident", by).then(because(e.reason()));
        List<Effect> effects = new ArrayList<>(line(Notice.Tone.WEIGHTY, phrase));
        effects.add(new Effect.Settle(MessageKey.PAGES, done("Dismissed", by)));
        return effects;
    }

    static Phrase severity(IncidentEvent.SeverityChanged e, Actor by) {
        return done((e.raised() ? "Raised" : "Lowered") + " from " + e.from() + " to " + e.to(), by)
                .then(because(e.reason()));
    }

    static Phrase movedClocks(List<Happened> all) {
        Phrase phrase = Phrase.EMPTY;
        for (Happened h : all) {
            if (h.event() instanceof IncidentEvent.ObligationMoved e) {
                boolean overdue = h.at().isAfter(e.to());
                phrase =
                        phrase.say("\n• " + e.title() + ": due ")
                                .at(e.to())
                                .say(overdue ? ", overdue" : "");
            } else if (h.event() instanceof IncidentEvent.ObligationRejudged e) {
                phrase =
                        phrase.say("\n• " + e.title() + ": was done ")
                                .say(e.late() ? "late by the new target" : "in time");
            }
        }
        return phrase;
    }

    static Phrase resolved(IncidentEvent.Resolved e, Incident after, Actor by) {
        Phrase phrase = done("Resolved", by).then(because(e.summary()));
        Optional<Phrase> took =
                after.milestones()
                        .at(Milestone.RESOLVED)
                        .map(at ->
                                phrase.say(
                                        " after "
                                                + Spoken.length(
                                                        Duration.between(after.declaredAt(), at))));
        return after.obligations()
                .open(ClockRule.STABILITY)
                .map(watch ->
                        took.orElse(phrase)
                                .say(". If it stays stable it can be closed from ")
                                .at(watch.due())
                                .say("; if it comes back: ")
                                .code("/incident reopen <reason>"))
                .orElse(took.orElse(phrase));
    }

    static Phrase closed(IncidentEvent.Closed e, Actor by) {
        Phrase phrase = done("Closed", by);
        return e.override().isBlank()
                ? phrase.say(" after the stability watch")
                : phrase.say(" before the stability watch was over").then(because(e.override()));
    }
}

package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.AlertEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.Status;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;

/** A channel hears what is new, once; a source proposes, and people decide. */
final class AlertReactions {
    /** What proposes to resolve. */
    private static final MessageKey OVER = new MessageKey("alert-over");

    /** What proposes to reopen. */
    private static final MessageKey BACK = new MessageKey("alert-back");

    /** What proposes to raise the severity. */
    private static final MessageKey WORSE = new MessageKey("alert-worse");

    private AlertReactions() {}

    static List<Effect> to(AlertEvent event, Happened happened, Incident after) {
        return switch (event) {
            case AlertEvent.AlertRaised ignored ->
                    List.of(say(Notice.Tone.PLAIN, Timeline.what(happened.event())));
            case AlertEvent.AlertsJoined e ->
                    e.told() ? List.of(joined(e, happened)) : List.of(); // the card counts them
            case AlertEvent.AlertRepeated ignored -> List.of(); // the card counts it
            case AlertEvent.AlertCleared e -> cleared(e, after);
            case AlertEvent.AlertWorsened e -> List.of(worsened(e, after));
            case AlertEvent.AlertReturned e -> returned(e, after);
        };
    }

    /** What became of a proposal that stands in the channel. */
    static List<Effect> settled(Happened happened, Incident after) {
        if (after.dossier().alarms().all().isEmpty()) {
            return List.of();
        }
        IncidentEvent event = happened.event();
        if (event instanceof IncidentEvent.Resolved) {
            return List.of(settle(OVER, "Resolved"), settle(WORSE, "Resolved"));
        }
        if (event instanceof IncidentEvent.Dismissed) {
            return List.of(settle(OVER, "Dismissed"), settle(WORSE, "Dismissed"));
        }
        if (event instanceof IncidentEvent.SeverityChanged e) {
            return List.of(
                    settle(WORSE, (e.raised() ? "Raised to " : "Lowered to ") + e.to().value()));
        }
        if (event instanceof IncidentEvent.Reopened) {
            return List.of(settle(BACK, "Reopened"));
        }
        if (event instanceof IncidentEvent.Closed) {
            return List.of(settle(BACK, "Closed"));
        }
        return firesAgain(event) ? List.of(settle(OVER, "It fires again")) : List.of();
    }

    private static boolean firesAgain(IncidentEvent event) {
        return (event instanceof AlertEvent.AlertsJoined joined && joined.again())
                || (event instanceof AlertEvent.AlertRepeated repeated && repeated.again());
    }

    private static Effect joined(AlertEvent.AlertsJoined e, Happened happened) {
        Phrase phrase = Timeline.what(happened.event());
        return say(
                Notice.Tone.PLAIN,
                e.joined() > e.members().size()
                        ? phrase.say("; " + e.joined() + " since this was last said")
                        : phrase);
    }

    private static List<Effect> cleared(AlertEvent.AlertCleared e, Incident after) {
        if (after.status().isOver()) {
            return List.of();
        }
        if (e.times().isPresent()) {
            return after.status().isActive() ? List.of(overAgain(e.times().get())) : List.of();
        }
        Phrase phrase = Phrase.of(e.from() + " says that it is over: ").quote(e.title()).say(".");
        if (!after.status().isActive()) {
            return List.of(say(Notice.Tone.GOOD, phrase));
        }
        long firing = after.dossier().alarms().all().stream().filter(a -> a.firing()).count();
        if (firing > 0) {
            return List.of(
                    say(
                            Notice.Tone.GOOD,
                            phrase.say(" " + Spoken.count(firing, "alert") + " of others go on.")));
        }
        return List.of(
                new Effect.Say(
                        OVER,
                        new Notice.Ask(
                                Notice.Tone.GOOD,
                                phrase.say(
                                        " Nothing is resolved by itself: if the work is done,"
                                                + " resolve the incident."),
                                List.of(new Notice.Ask.Choice("Resolve", "resolve", "", true)))));
    }

    /** It comes and goes: the message that proposed to resolve says so, and nobody is disturbed. */
    private static Effect overAgain(int times) {
        return settle(
                OVER,
                "Over again, and it came back "
                        + Spoken.count(times, "time")
                        + " in between; watch it before you resolve");
    }

    /** Those who are called have it from their call; everyone in the channel can act on it. */
    private static Effect worsened(AlertEvent.AlertWorsened e, Incident after) {
        return new Effect.Say(
                WORSE,
                new Notice.Ask(
                        Notice.Tone.BAD,
                        Phrase.of(
                                        "The alert from "
                                                + e.from()
                                                + " is at "
                                                + e.severity()
                                                + " now, and "
                                                + after.id()
                                                + " is at "
                                                + e.than()
                                                + ": ")
                                .quote(e.title())
                                .say(
                                        ". Nothing is raised by itself: if it is that grave, change"
                                                + " the severity."),
                        List.of(
                                new Notice.Ask.Choice(
                                        "Change severity",
                                        "severity",
                                        e.severity().value(),
                                        true))));
    }

    /** Why somebody is called for the sake of an alert, of all that happened together. */
    static Phrase worse(List<Happened> together) {
        return together.stream()
                .map(Happened::event)
                .filter(AlertEvent.AlertWorsened.class::isInstance)
                .map(AlertEvent.AlertWorsened.class::cast)
                .findFirst()
                .map(e ->
                        Phrase.of(
                                "The alert from "
                                        + e.from()
                                        + " is at "
                                        + e.severity()
                                        + " now; the incident stays at "
                                        + e.than()
                                        + " until somebody raises it"))
                .orElse(Phrase.of("An alert is graver than the incident"));
    }

    private static List<Effect> returned(AlertEvent.AlertReturned e, Incident after) {
        if (after.status() != Status.RESOLVED) {
            return List.of();
        }
        Notice.Ask ask =
                new Notice.Ask(
                        Notice.Tone.BAD,
                        Phrase.of(
                                        e.from()
                                                + " reports it again although "
                                                + after.id()
                                                + " is resolved: ")
                                .quote(e.title())
                                .say(". If it came back, reopen the incident."),
                        List.of(new Notice.Ask.Choice("It came back", "reopen", "", true)));
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Say(BACK, ask));
        after.commander().ifPresent(c -> effects.add(new Effect.Tell(BACK, c, ask)));
        return effects;
    }

    private static Effect settle(MessageKey key, String outcome) {
        return new Effect.Settle(key, Phrase.of(outcome));
    }

    private static Effect say(Notice.Tone tone, Phrase phrase) {
        return new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase));
    }
}

package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.ReachEvent;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.PlannedStep;
import io.muster.core.roster.Way;

/** How it reads in the timeline that somebody was reached beside the chat. */
final class ReachLines {
    private ReachLines() {}

    static Phrase what(ReachEvent event) {
        return switch (event) {
            case ReachEvent.ReachPlanned e -> planned(e);
            case ReachEvent.ReachOrdered e ->
                    way(e.way(), e.to())
                            .say(": " + e.matter().words())
                            .say(e.title().isBlank() ? "" : " (" + e.title() + ")");
            case ReachEvent.ReachDelivered e ->
                    way(e.way(), e.to())
                            .say(
                                    e.way().equals(Way.EMAIL)
                                            ? " was taken for delivery, Message-ID "
                                            : " was accepted, ")
                            .code(e.proof());
            case ReachEvent.ReachFailed e -> way(e.way(), e.to()).say(" failed: " + e.why());
            case ReachEvent.PageRefused e ->
                    Phrase.of("Slack did not take the page to ")
                            .who(e.person())
                            .say(": " + e.why());
        };
    }

    private static Phrase planned(ReachEvent.ReachPlanned e) {
        Phrase phrase =
                Phrase.of("Until somebody acknowledges, ")
                        .who(e.person())
                        .say(" (" + e.title() + ") is tried ");
        String comma = "";
        for (PlannedStep step : e.steps()) {
            phrase = phrase.say(comma + "by " + step.way().words() + " ").at(step.at());
            comma = ", ";
        }
        return phrase;
    }

    private static Phrase way(Way way, Addressee to) {
        boolean somebody = to.person().isPresent() || way.equals(Way.EMAIL);
        Phrase phrase = Phrase.of(way.equals(Way.EMAIL) ? "E-mail" : "Webhook " + way.webhook());
        return somebody
                ? phrase.say(way.equals(Way.EMAIL) ? " to " : " for ").then(to.who())
                : phrase;
    }

    /** What was ordered because somebody was called, and not because somebody asked for it. */
    static boolean followsFromThePolicy(ReachEvent event) {
        return switch (event) {
            case ReachEvent.ReachPlanned ignored -> true;
            case ReachEvent.ReachOrdered e -> e.matter() != Matter.NOTICE;
            case ReachEvent.ReachDelivered ignored -> true;
            case ReachEvent.ReachFailed ignored -> true;
            case ReachEvent.PageRefused ignored -> true;
        };
    }
}

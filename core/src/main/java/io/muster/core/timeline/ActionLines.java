package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.ActionEvent;

/** How an action item reads in the timeline. */
final class ActionLines {
    private ActionLines() {}

    static Phrase what(ActionEvent event) {
        String item = "Action item " + event.number();
        return switch (event) {
            case ActionEvent.ActionAdded e ->
                    Phrase.of(item + " for ")
                            .who(e.owner())
                            .say(", due " + ActionItem.inWords(e.day()) + ": ")
                            .quote(e.text());
            case ActionEvent.ActionDescribed e -> Phrase.of(item + " now reads: ").quote(e.text());
            case ActionEvent.ActionHandedOver e ->
                    because(
                            Phrase.of(item + " handed from ").who(e.from()).say(" to ").who(e.to()),
                            e.reason());
            case ActionEvent.ActionRescheduled e ->
                    because(
                            Phrase.of(
                                    item
                                            + " moved from "
                                            + ActionItem.inWords(e.fromDay())
                                            + " to "
                                            + ActionItem.inWords(e.day())),
                            e.reason());
            case ActionEvent.ActionDone e -> because(Phrase.of(item + " done"), e.how());
            case ActionEvent.ActionVerified e -> because(Phrase.of(item + " verified"), e.how());
            case ActionEvent.ActionReopened e ->
                    because(Phrase.of(item + " opened again"), e.reason());
            case ActionEvent.ActionDropped e ->
                    because(Phrase.of(item + " will not be done"), e.reason());
        };
    }

    private static Phrase because(Phrase phrase, FreeText reason) {
        return reason.isBlank() ? phrase : phrase.say(": ").quote(reason);
    }
}

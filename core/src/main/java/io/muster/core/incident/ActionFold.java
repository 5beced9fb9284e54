package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.action.ActionItem;
import io.muster.core.action.Actions;

import java.util.Optional;

/** What is to be done after it. */
final class ActionFold {
    private ActionFold() {}

    static Actions after(Actions before, ActionEvent event, Happened happened) {
        return switch (event) {
            case ActionEvent.ActionAdded e ->
                    before.with(
                            new ActionItem(
                                    e.number(),
                                    e.text(),
                                    e.kind(),
                                    e.owner(),
                                    happened.at(),
                                    e.due(),
                                    e.day(),
                                    e.verification(),
                                    e.ticket(),
                                    ActionItem.State.OPEN,
                                    FreeText.NONE,
                                    Optional.empty()));
            case ActionEvent.ActionDescribed e ->
                    before.described(e.number(), e.text(), e.kind(), e.verification(), e.ticket());
            case ActionEvent.ActionHandedOver e -> before.handedOver(e.number(), e.to());
            case ActionEvent.ActionRescheduled e -> before.rescheduled(e.number(), e.to(), e.day());
            case ActionEvent.ActionDone e ->
                    before.moved(
                            e.number(), ActionItem.State.DONE, e.how(), Optional.of(happened.by()));
            case ActionEvent.ActionVerified e ->
                    before.moved(
                            e.number(),
                            ActionItem.State.VERIFIED,
                            e.how(),
                            before.find(e.number()).flatMap(ActionItem::doneBy));
            case ActionEvent.ActionReopened e ->
                    before.moved(
                            e.number(), ActionItem.State.OPEN, FreeText.NONE, Optional.empty());
            case ActionEvent.ActionDropped e ->
                    before.moved(
                            e.number(), ActionItem.State.DROPPED, e.reason(), Optional.empty());
        };
    }
}

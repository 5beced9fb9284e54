package io.muster.app.slack.action;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.action.ActionItem;
import io.muster.core.notice.Notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said to the owner of an action item. */
public final class ActionMessages {
    private ActionMessages() {}

    /** It was given to them. */
    public static Message of(
            Notice.ActionItem notice, IncidentView view, Optional<Phrase> outcome) {
        return message(
                Phrase.of(view.drill() + "📌 ").then(notice.phrase()),
                notice.number(),
                view,
                outcome);
    }

    /** Its day comes, or has passed; empty if the reminder is of something else. */
    public static Optional<Message> of(
            Notice.Reminder reminder, IncidentView view, Optional<Phrase> outcome) {
        return ActionItem.numberOf(reminder.obligation().clock())
                .flatMap(number -> view.incident().dossier().actions().find(number))
                .map(item -> message(asks(reminder, item, view), item.number(), view, outcome));
    }

    private static Phrase asks(Notice.Reminder reminder, ActionItem item, IncidentView view) {
        Duration late = Duration.between(reminder.due(), view.now());
        Phrase when =
                Phrase.of(view.drill() + "⏰ ")
                        .strong("Action item " + item.number() + " of " + view.incident().id())
                        .say((reminder.overdue() ? " was due " : " is due ") + item.dayInWords())
                        .say(
                                reminder.overdue() && late.toDays() > 0
                                        ? ", " + Spoken.count(late.toDays(), "day") + " ago"
                                        : "")
                        .say(": ")
                        .quote(item.text())
                        .say("\n");
        return when.then(reminder.whom());
    }

    private static Message message(
            Phrase phrase, int number, IncidentView view, Optional<Phrase> outcome) {
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        blocks.add(
                outcome.<LayoutBlock>map(o -> Shapes.context("☑️ " + Mrkdwn.of(o)))
                        .orElseGet(() -> Shapes.actions("action-item", buttons(number, view))));
        return new Message(
                Mrkdwn.of(phrase) + outcome.map(o -> "\n☑️ " + Mrkdwn.of(o)).orElse(""), blocks);
    }

    private static List<BlockElement> buttons(int number, IncidentView view) {
        String value = view.incident().id().number() + "|" + number;
        return List.of(
                Shapes.primary("Done", "action-done", value),
                Shapes.button("Change", "action-change", value),
                Shapes.button("My action items", "action-mine", value));
    }
}

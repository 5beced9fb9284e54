package io.muster.app.slack.outbound;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.slack.action.ActionMessages;
import io.muster.app.slack.approval.DraftMessages;
import io.muster.app.slack.audience.AudienceBlocks;
import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Promise;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.oncall.HandOverMessage;
import io.muster.app.slack.review.ReviewMessages;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.incident.Status;
import io.muster.core.notice.Notice;
import io.muster.core.policy.ClockRule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said, as it looks. One switch; each notice is a paragraph and, where it asks, buttons.
 */
final class NoticeBlocks {
    private NoticeBlocks() {}

    /** The message for a notice. */
    static Message of(Notice notice, IncidentView view) {
        return of(notice, view, Optional.empty());
    }

    /**
     * The message for a notice.
     *
     * @param outcome what became of what it asks for: shown in place of the buttons
     */
    static Message of(Notice notice, IncidentView view, Optional<Phrase> outcome) {
        return DrillMark.on(drawn(notice, view, outcome), view);
    }

    private static Message drawn(Notice notice, IncidentView view, Optional<Phrase> outcome) {
        return switch (notice) {
            case Notice.Line line -> line(line, view);
            case Notice.StatusUpdate update -> update(update, view);
            case Notice.Reminder reminder ->
                    ActionMessages.of(reminder, view, outcome)
                            .orElseGet(() -> reminder(reminder, view, outcome));
            case Notice.Call call -> call(call, view, outcome);
            case Notice.DraftNews news -> DraftMessages.news(news, sign(news.tone()), view);
            case Notice.DraftReview review -> DraftMessages.review(review, view, outcome);
            case Notice.PostMortem it -> ReviewMessages.of(it, view, outcome);
            case Notice.ActionItem it -> ActionMessages.of(it, view, outcome);
            case Notice.Ask ask -> ask(ask, view, outcome);
            case Notice.Word word -> AudienceBlocks.word(word, view, outcome);
            case Notice.Digest digest -> AudienceBlocks.digest(digest, outcome);
            case Notice.HandOver handOver -> HandOverMessage.of(handOver);
            case Notice.Origin ignored -> OriginMessage.of(view);
        };
    }

    private static Message line(Notice.Line line, IncidentView view) {
        Phrase phrase = Phrase.of(view.drill() + sign(line.tone())).then(line.phrase());
        return new Message(Mrkdwn.of(phrase), List.of(RichText.block(phrase)));
    }

    private static String sign(Notice.Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case GOOD -> "✅ ";
            case BAD -> "⚠️ ";
            case WEIGHTY -> "⚖️ ";
        };
    }

    private static Message update(Notice.StatusUpdate update, IncidentView view) {
        List<String> running = view.titles(update.running());
        String phases = running.isEmpty() ? "" : " · " + String.join(", ", running);
        String headline =
                view.drill() + "Update " + update.number() + " · " + update.severity() + phases;
        Phrase body =
                part(Phrase.EMPTY, "What we know", update.known())
                        .then(part(Phrase.EMPTY, "\nWhat we are doing", update.doing()))
                        .then(part(Phrase.EMPTY, "\nWhat we need", update.need()));
        Phrase by =
                update.by()
                        .person()
                        .map(p -> Phrase.of("By ").who(p))
                        .orElse(Phrase.of("By Muster"));
        Phrase footer =
                update.nextDue().map(due -> by.say(" · next update by ").at(due)).orElse(by);
        List<LayoutBlock> blocks =
                List.of(
                        Shapes.header("📣 " + headline),
                        RichText.block(body),
                        Shapes.context(Mrkdwn.of(footer)));
        return new Message(
                "📣 " + Mrkdwn.escape(headline) + "\n" + Mrkdwn.of(body) + "\n" + Mrkdwn.of(footer),
                blocks);
    }

    private static Phrase part(Phrase before, String title, FreeText text) {
        return text.isBlank() ? before : before.strong(title).say(": ").quote(text);
    }

    private static Message reminder(
            Notice.Reminder reminder, IncidentView view, Optional<Phrase> outcome) {
        String lateness = outcome.isPresent() ? "" : lateness(reminder, view);
        Phrase phrase = Phrase.of(view.drill()).then(asks(reminder, view, lateness));
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        where(reminder, view).map(Shapes::context).ifPresent(blocks::add);
        AudienceBlocks.hint(reminder.obligation(), view, outcome).ifPresent(blocks::add);
        blocks.add(
                outcome.map(NoticeBlocks::outcome)
                        .orElseGet(
                                () -> Shapes.actions("reminder", reminderButtons(reminder, view))));
        return new Message(withOutcome(phrase, outcome), blocks);
    }

    /** Whoever hears it in person may not know yet what it is about, nor where people are. */
    private static Optional<String> where(Notice.Reminder reminder, IncidentView view) {
        boolean inPerson =
                reminder.escalation()
                        || reminder.obligation().clock().value().equals("acknowledgment");
        String title = Mrkdwn.escape(view.incident().header().title().text());
        return Optional.of(title)
                .filter(t -> inPerson)
                .map(t ->
                        view.incident()
                                .room()
                                .map(room -> t + " · " + Mrkdwn.channel(room.channel()))
                                .orElse(t));
    }

    private static Phrase asks(Notice.Reminder reminder, IncidentView view, String lateness) {
        if (reminder.obligation().clock().equals(ClockRule.STABILITY)) {
            return Phrase.of("✅ ")
                    .strong(view.incident().id() + " has been stable long enough")
                    .say(": it can be closed now. ")
                    .then(reminder.whom());
        }
        Phrase what =
                Phrase.of(reminder.escalation() ? "🚨 Escalation: " : "⏰ Reminder: ")
                        .strong(reminder.title())
                        .say(
                                " of "
                                        + view.lastingLabel()
                                        + (reminder.overdue() ? " was due " : " is due "))
                        .at(reminder.due())
                        .say(lateness + ". ");
        return what.then(reminder.whom());
    }

    private static String lateness(Notice.Reminder reminder, IncidentView view) {
        Duration late = Duration.between(reminder.due(), view.now());
        return reminder.overdue() && late.toMinutes() > 0
                ? ", " + Spoken.length(late) + " ago"
                : "";
    }

    private static List<BlockElement> reminderButtons(Notice.Reminder reminder, IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        List<BlockElement> row = new ArrayList<>();
        Promise promise = Promise.of(reminder.obligation().clock(), view.policy());
        if (promise == Promise.UPDATE) {
            row.add(Shapes.primary("Post update", "update", id));
        } else if (promise == Promise.ACKNOWLEDGMENT) {
            row.add(Shapes.primary("Acknowledge", "ack", id));
        } else if (promise == Promise.STABILITY) {
            row.add(Shapes.primary("Close", "close", id));
            row.add(Shapes.button("It came back", "reopen", id));
        } else if (promise == Promise.RESOLUTION) {
            row.add(Shapes.primary("Resolve", "resolve", id));
        } else if (DutyClocks.isOne(reminder.obligation().clock())) {
            row.add(Shapes.primary("Notices", "notify", id));
        } else if (Draft.reviewedBy(reminder.obligation().clock()).isPresent()) {
            row.add(
                    DraftMessages.reviewButton(
                            Draft.reviewedBy(reminder.obligation().clock()).get(), view));
        } else if (ReviewMessages.answer(reminder.obligation().clock(), view).isPresent()) {
            ReviewMessages.answer(reminder.obligation().clock(), view).ifPresent(row::add);
        } else if (AudienceBlocks.isOurs(reminder.obligation())) {
            row.addAll(AudienceBlocks.answers(reminder.obligation(), view));
        } else {
            row.add(Shapes.primary("Checklist", "checklist", id));
        }
        if (reminder.canSnooze() && promise != Promise.STABILITY) {
            for (int minutes : new int[] {15, 30, 60}) {
                ButtonElement snooze =
                        Shapes.button(
                                (minutes == 15 ? "Snooze " : "") + minutes + " min",
                                "snooze:" + minutes,
                                id + "|" + reminder.obligation());
                snooze.setAccessibilityLabel("Snooze " + minutes + " minutes");
                row.add(snooze);
            }
        }
        row.add(Shapes.button("Hand over", "roles", id));
        return row;
    }

    private static Message call(Notice.Call call, IncidentView view, Optional<Phrase> outcome) {
        Phrase phrase =
                Phrase.of(view.drill() + "🚨 ")
                        .strong(view.lastingLabel())
                        .say(" · ")
                        .quote(view.incident().header().title())
                        .say("\nYou are called as ")
                        .strong(call.as())
                        .say(". ")
                        .then(call.why())
                        .say(".");
        String where =
                view.incident()
                        .room()
                        .map(room -> "Work together in " + Mrkdwn.channel(room.channel()))
                        .orElse("Its channel is being opened; you will be brought in");
        List<LayoutBlock> blocks =
                new ArrayList<>(List.of(RichText.block(phrase), Shapes.context(where)));
        if (outcome.isPresent()) {
            blocks.add(outcome(outcome.get()));
        } else if (view.incident().status() == Status.REPORTED) {
            String id = String.valueOf(view.incident().id().number());
            blocks.add(
                    Shapes.actions(
                            "call",
                            List.of(
                                    Shapes.primary("Acknowledge", "ack", id),
                                    Shapes.button("Escalate", "escalate", id),
                                    AudienceBlocks.seen(id))));
        } else {
            blocks.add(
                    Shapes.actions(
                            "call",
                            List.of(
                                    AudienceBlocks.seen(
                                            String.valueOf(view.incident().id().number())))));
        }
        return new Message(withOutcome(phrase, outcome) + "\n" + where, blocks);
    }

    private static Message ask(Notice.Ask ask, IncidentView view, Optional<Phrase> outcome) {
        Phrase phrase = Phrase.of(view.drill() + sign(ask.tone())).then(ask.phrase());
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        if (outcome.isPresent()) {
            blocks.add(outcome(outcome.get()));
        } else if (!ask.choices().isEmpty()) {
            blocks.add(Shapes.actions("ask", askButtons(ask, view)));
        }
        return new Message(withOutcome(phrase, outcome), blocks);
    }

    private static List<BlockElement> askButtons(Notice.Ask ask, IncidentView view) {
        List<BlockElement> row = new ArrayList<>();
        for (Notice.Ask.Choice choice : ask.choices()) {
            String value = view.incident().id().number() + "|" + choice.detail();
            row.add(
                    choice.primary()
                            ? Shapes.primary(choice.label(), choice.action(), value)
                            : Shapes.button(choice.label(), choice.action(), value));
        }
        return row;
    }

    private static LayoutBlock outcome(Phrase outcome) {
        return Shapes.context("☑️ " + Mrkdwn.of(outcome));
    }

    private static String withOutcome(Phrase phrase, Optional<Phrase> outcome) {
        return Mrkdwn.of(phrase) + outcome.map(o -> "\n☑️ " + Mrkdwn.of(o)).orElse("");
    }
}

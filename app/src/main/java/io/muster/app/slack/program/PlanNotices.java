package io.muster.app.slack.program;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.oncall.HandOverMessage;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ProgramDuty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the program says, as it looks. */
public final class PlanNotices {
    private PlanNotices() {}

    /** The message for a notice. */
    public static Message of(Notice notice, ProgramDesk.Seen seen) {
        return of(notice, seen, Optional.empty());
    }

    /**
     * The message for a notice.
     *
     * @param outcome what became of what it asks for: shown in place of the buttons
     */
    public static Message of(Notice notice, ProgramDesk.Seen seen, Optional<Phrase> outcome) {
        return switch (notice) {
            case Notice.Line line -> line(line);
            case Notice.Reminder reminder -> reminder(reminder, seen, outcome);
            case Notice.HandOver handOver -> HandOverMessage.of(handOver);
            default -> throw new IllegalStateException("the program does not say " + notice);
        };
    }

    private static Message line(Notice.Line line) {
        String sign = line.tone() == Notice.Tone.GOOD ? "✅ " : "📘 ";
        Phrase phrase = Phrase.of(sign).then(line.phrase());
        return new Message(Mrkdwn.of(phrase), List.of(RichText.block(phrase)));
    }

    private static Message reminder(
            Notice.Reminder reminder, ProgramDesk.Seen seen, Optional<Phrase> outcome) {
        Duration late = Duration.between(reminder.due(), seen.now());
        boolean sayHowLate = outcome.isEmpty() && reminder.overdue() && late.toMinutes() > 0;
        Phrase phrase =
                Phrase.of(reminder.escalation() ? "🚨 Escalation: " : "📘 Owed to the plan: ")
                        .strong(reminder.title())
                        .say(reminder.overdue() ? " was due " : " is due ")
                        .at(reminder.due())
                        .say(sayHowLate ? ", " + Spoken.length(late) + " ago. " : ". ")
                        .then(reminder.whom());
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        blocks.add(
                outcome.<LayoutBlock>map(o -> Shapes.context("☑️ " + Mrkdwn.of(o)))
                        .orElseGet(() ->
                                Shapes.actions(
                                        "plan-reminder",
                                        List.of(
                                                pressing(does(reminder.obligation(), seen)),
                                                Shapes.button("See the plan", "plan", "plan")))));
        return new Message(
                Mrkdwn.of(phrase) + outcome.map(o -> "\n☑️ " + Mrkdwn.of(o)).orElse(""), blocks);
    }

    /** What most people will want to press. */
    static ButtonElement pressing(ButtonElement button) {
        button.setStyle("primary");
        return button;
    }

    /** The button that does it: a form for what was held, or the drill itself. */
    static ButtonElement does(ObligationId owed, ProgramDesk.Seen seen) {
        Optional<String> drill =
                seen.policy().program().stream()
                        .filter(d -> d.name().equals(owed.clock()))
                        .findFirst()
                        .flatMap(ProgramDuty::drill);
        return drill.isPresent()
                ? Shapes.button("Start the drill", "drill-start:" + owed, drill.get())
                : Shapes.button("Record review", "plan-review:" + owed, owed.toString());
    }
}

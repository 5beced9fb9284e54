package io.muster.app.slack.alert;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.AlertDesk;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.alert.Fate;
import io.muster.core.alert.Signal;
import io.muster.db.journal.LoggedAlert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest alerts with what was decided about each; what was dismissed can be declared. */
public final class AlertConversation implements Conversation {
    private static final int SHOWN = 10;

    private static final String OLDER = "alerts-older";
    private static final String DECLARE = "alert-declare";
    private static final int TITLE = 200;

    private final Reception reception;
    private final AlertDesk alerts;

    /** In front of this desk. */
    public AlertConversation(Reception reception, AlertDesk alerts) {
        this.reception = reception;
        this.alerts = alerts;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("alerts", "", "the latest alerts, and what became of each", this::typed)
                .button(OLDER, this::older)
                .button(DECLARE, this::declare);
    }

    private Answer typed(Typed typed) {
        return Answer.whisper(list(typed.by(), Long.MAX_VALUE));
    }

    private Answer older(Pressed pressed) {
        return number(pressed)
                .map(before -> Answer.whisper(list(pressed.by(), before)))
                .orElse(Answer.silence());
    }

    private Answer declare(Pressed pressed) {
        return number(pressed)
                .map(alert ->
                        reception.tell(
                                alerts.declareAfterAll(alert, pressed.knock()),
                                incident ->
                                        Answer.whisper(
                                                incident.id()
                                                        + " is declared. You will be brought into"
                                                        + " its channel.")))
                .orElse(Answer.silence());
    }

    private Message list(PersonId reader, long before) {
        List<LoggedAlert> all = alerts.latest(reader, before, SHOWN + 1);
        if (all.isEmpty()) {
            return Message.of(
                    before == Long.MAX_VALUE
                            ? "No alert has come yet. The README says how to point SigNoz or"
                                    + " Alertmanager here; `doctor` says what is missing."
                            : "There are no older alerts that you can see.");
        }
        List<LoggedAlert> shown = all.subList(0, Math.min(SHOWN, all.size()));
        List<LayoutBlock> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder("*Latest alerts*");
        blocks.add(Shapes.section(text.toString()));
        for (LoggedAlert alert : shown) {
            String line = line(alert);
            text.append('\n').append(line);
            blocks.add(Shapes.section(line));
            if (alert.entry().fate() == Fate.DISMISSED && alert.signal().isPresent()) {
                blocks.add(
                        Shapes.actions(
                                "alert-" + alert.number(),
                                List.of(
                                        Shapes.button(
                                                "Declare an incident",
                                                DECLARE,
                                                String.valueOf(alert.number())))));
            }
        }
        if (all.size() > shown.size()) {
            blocks.add(
                    Shapes.actions(
                            OLDER,
                            List.of(
                                    Shapes.button(
                                            "Older",
                                            OLDER,
                                            String.valueOf(shown.getLast().number())))));
        }
        return new Message(text.toString(), blocks);
    }

    private static String line(LoggedAlert alert) {
        String title =
                alert.signal()
                        .map(Signal::title)
                        .map(t -> Mrkdwn.escape(shortened(t.text())))
                        .orElse("_erased_");
        return (alert.entry().firing() ? "🔔 *" : "🔕 *")
                + title
                + "*\n"
                + Mrkdwn.dateTime(alert.entry().at())
                + " · "
                + Mrkdwn.escape(
                        alert.signal().map(Signal::from).orElse(alert.entry().key().source()))
                + (alert.entry().firing() ? " · firing · " : " · over · ")
                + decision(alert);
    }

    private static String decision(LoggedAlert alert) {
        String words = alert.entry().fate().words();
        String why = " (" + Mrkdwn.escape(shortened(alert.entry().rule())) + ")";
        return switch (alert.entry().fate()) {
            case DECLARED, DISMISSED -> words + incident(alert) + why;
            case JOINED, REPEATED, RETURNED, CLEARED, UNHEARD, OVER -> words + incident(alert);
        };
    }

    private static String incident(LoggedAlert alert) {
        return alert.entry().incident().map(id -> " *" + id + "*").orElse("");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    private static Optional<Long> number(Pressed pressed) {
        return pressed.value().stream()
                .findFirst()
                .filter(v -> v.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }
}

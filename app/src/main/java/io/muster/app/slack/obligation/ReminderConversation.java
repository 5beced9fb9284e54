package io.muster.app.slack.obligation;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Ways;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.obligation.ObligationId;

import java.time.Duration;

/** Remind us a little later: once, on the record, and the deadline stays. */
public final class ReminderConversation implements Conversation {
    private final Reception reception;

    /** In front of this reception. */
    public ReminderConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.button("snooze", this::snooze);
    }

    private Answer snooze(Pressed pressed) {
        if (pressed.incident().isEmpty() || !pressed.parameter().matches("\\d{1,3}")) {
            return reception.nothingHere();
        }
        return reception.ask(
                pressed.incident().get(),
                new IncidentCommand.Snooze(
                        ObligationId.parse(pressed.detail()),
                        Duration.ofMinutes(Long.parseLong(pressed.parameter()))),
                pressed.knock(),
                after -> Answer.silence());
    }
}

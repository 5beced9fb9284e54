package io.muster.app.slack.talk;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.TalkCommand;

/** Catching up, and hearing of an incident without being in its channel. */
public final class SummaryConversation implements Conversation {
    private final Reception reception;

    /** In front of this reception. */
    public SummaryConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("summary", "", "catch up: what happened, what is open", this::summary)
                .verb("subscribe", "", "hear of status, severity and updates", this::subscribe)
                .verb("unsubscribe", "", "hear no more of it", this::unsubscribe)
                .alias("catchup", "summary")
                .alias("follow", "subscribe")
                .alias("unfollow", "unsubscribe")
                .button("summary", this::pressedSummary)
                .button("subscribe", p -> act(p, new TalkCommand.Follow()))
                .button("unsubscribe", p -> act(p, new TalkCommand.Unfollow()));
    }

    private Answer summary(Typed typed) {
        return reception.about(typed, (id, rest) -> summary(id, typed.by()));
    }

    private Answer pressedSummary(Pressed pressed) {
        return pressed.incident()
                .map(id -> summary(id, pressed.by()))
                .orElseGet(reception::nothingHere);
    }

    private Answer summary(IncidentId id, PersonId reader) {
        return reception
                .view(id, reader)
                .map(view -> Answer.whisper(CatchUp.of(view, reader, "")))
                .orElseGet(reception::nothingHere);
    }

    private Answer subscribe(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new TalkCommand.Follow(),
                                typed.knock(),
                                after -> Answer.whisper(followed(id))));
    }

    private Answer unsubscribe(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new TalkCommand.Unfollow(),
                                typed.knock(),
                                after -> Answer.whisper(unfollowed(id))));
    }

    private Answer act(Pressed pressed, TalkCommand command) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                command,
                                pressed.knock(),
                                after ->
                                        Answer.whisper(
                                                command instanceof TalkCommand.Follow
                                                        ? followed(id)
                                                        : unfollowed(id))))
                .orElseGet(reception::nothingHere);
    }

    private static String followed(IncidentId id) {
        return "🔔 You hear of "
                + id
                + " here in person: its status, its severity, its updates. To stop: `/incident"
                + " unsubscribe "
                + id
                + "`.";
    }

    private static String unfollowed(IncidentId id) {
        return "You hear no more of " + id + ", unless you are called.";
    }
}

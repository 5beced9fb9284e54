package io.muster.app.slack.talk;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.TalkCommand;

import java.util.Optional;
import java.util.function.Function;

/** Command passes from one shift to the next. */
public final class HandoverConversation implements Conversation {
    private final Reception reception;

    /** In front of this reception. */
    public HandoverConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "handover",
                        "@person [what they should know]",
                        "hand the command over; it is yours until it is taken",
                        this::typed)
                .alias("hand-over", "handover")
                .button(
                        "take-command",
                        p ->
                                act(
                                        p,
                                        new TalkCommand.TakeCommand(),
                                        after -> Answer.whisper(taken(after))))
                .button(
                        "decline-command",
                        p ->
                                act(
                                        p,
                                        new TalkCommand.DeclineCommand(),
                                        after ->
                                                Answer.whisper(
                                                        "Said so. "
                                                                + after.commander()
                                                                        .map(Mrkdwn::mention)
                                                                        .orElse("Nobody")
                                                                + " still commands "
                                                                + after.id()
                                                                + ".")));
    }

    private Answer typed(Typed typed) {
        return reception.about(typed, (id, rest) -> offer(id, rest));
    }

    private Answer offer(IncidentId id, Typed rest) {
        Optional<PersonId> to = Typing.person(rest.raw());
        if (to.isEmpty()) {
            return Answer.whisper(
                    "Say to whom: `/incident handover @person`. They get what is open and a button;"
                            + " until they press it, you command.");
        }
        String word = Typing.readable(rest.raw().replaceFirst("<@[^>]*>", "")).strip();
        return reception.ask(
                id,
                new TalkCommand.OfferCommand(to.get(), FreeText.of(word)),
                rest.knock(),
                after ->
                        Answer.whisper(
                                "🤝 "
                                        + Mrkdwn.mention(to.get())
                                        + " is asked, with what is open. Until they press _I take"
                                        + " command_, it stays as it is."));
    }

    private Answer act(Pressed pressed, TalkCommand command, Function<Incident, Answer> done) {
        return pressed.incident()
                .map(id -> reception.ask(id, command, pressed.knock(), done))
                .orElseGet(reception::nothingHere);
    }

    private static String taken(Incident after) {
        return "You command "
                + after.id()
                + " now"
                + after.room().map(room -> ", in " + Mrkdwn.channel(room.channel())).orElse("")
                + ". Everybody there was told.";
    }
}

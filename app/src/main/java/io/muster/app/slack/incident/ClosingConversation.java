package io.muster.app.slack.incident;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.util.function.BiFunction;
import java.util.function.Function;

/** The work is done; it came back; the file is shut. */
public final class ClosingConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public ClosingConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "resolve",
                        "[summary]",
                        "the work is done; the stability watch begins",
                        this::resolve)
                .verb("reopen", "<reason>", "it came back", this::reopen)
                .alias("regress", "reopen")
                .verb(
                        "close",
                        "[override: reason]",
                        "shut the file after the stability watch",
                        this::close)
                .button("resolve", press(text -> new IncidentCommand.Resolve(text)))
                .button("close", press(text -> new IncidentCommand.Close(text)))
                .button("reopen", this::openReopen)
                .modal("reopen", this::reopened);
    }

    private Answer resolve(Typed typed) {
        return act(
                typed,
                (id, words) -> new IncidentCommand.Resolve(FreeText.of(words)),
                after ->
                        after.id()
                                + " is resolved. The stability watch runs; if it comes back: `/incident reopen <reason>`.");
    }

    private Answer reopen(Typed typed) {
        return act(
                typed,
                (id, words) -> new IncidentCommand.Reopen(FreeText.of(words)),
                after -> after.id() + " is open again; its clocks go on from their start.");
    }

    private Answer close(Typed typed) {
        return act(
                typed,
                (id, words) -> new IncidentCommand.Close(PhaseConversation.override(words)),
                after -> after.id() + " is closed.");
    }

    private Answer act(
            Typed typed,
            BiFunction<IncidentId, String, IncidentCommand> command,
            Function<Incident, String> done) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                command.apply(id, rest.rest()),
                                typed.knock(),
                                after -> Answer.whisper(done.apply(after))));
    }

    private Ways.OnPress press(Function<FreeText, IncidentCommand> command) {
        return pressed ->
                pressed.incident()
                        .map(id ->
                                reception.ask(
                                        id,
                                        command.apply(FreeText.NONE),
                                        pressed.knock(),
                                        after -> Answer.silence()))
                        .orElseGet(reception::nothingHere);
    }

    private Answer openReopen(Pressed pressed) {
        return ReasonModal.open(
                modals,
                pressed,
                "reopen",
                "It came back",
                "Reopen",
                "What came back?",
                "The stability watch starts again when it is resolved the next time.");
    }

    private ModalAnswer reopened(Submitted form) {
        return ReasonModal.submitted(form, reception, IncidentCommand.Reopen::new);
    }
}

package io.muster.app.slack.incident;

import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.policy.Kind;
import io.muster.core.policy.KindName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** I take it up; it is an incident; it is not one. */
public final class TriageConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public TriageConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("ack", "", "acknowledge: I take it up", this::acknowledge)
                .alias("acknowledge", "ack")
                .verb("confirm", "[kind]", "triage says: this is an incident", this::confirm)
                .verb("dismiss", "<reason>", "triage says: this is not one", this::dismiss)
                .button("ack", this::acknowledge)
                .button("confirm", this::confirm)
                .button("kind", this::classify)
                .button("dismiss", this::openDismiss)
                .modal("dismiss", this::dismissed);
    }

    private Answer acknowledge(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new IncidentCommand.Acknowledge(),
                                typed.knock(),
                                after -> Answer.whisper(acknowledged(after))));
    }

    private Answer acknowledge(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                new IncidentCommand.Acknowledge(),
                                pressed.knock(),
                                after -> Answer.silence()))
                .orElseGet(reception::nothingHere);
    }

    private static String acknowledged(Incident after) {
        return "You have acknowledged "
                + after.id()
                + ". Next: is it an incident? *Confirm* it, or *Dismiss* it with a reason.";
    }

    private Answer confirm(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    Optional<KindName> kind = kind(rest.rest());
                    return reception.ask(
                            id, new IncidentCommand.Confirm(kind), typed.knock(), this::confirmed);
                });
    }

    private Answer confirm(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                new IncidentCommand.Confirm(Optional.empty()),
                                pressed.knock(),
                                this::confirmed))
                .orElseGet(reception::nothingHere);
    }

    private Optional<KindName> kind(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() ? Optional.empty() : Optional.of(new KindName(word));
    }

    /** Which duties follow depends on the kind, so whoever confirms is asked for it. */
    private Answer confirmed(Incident after) {
        List<Kind> kinds = reception.office().policyOf(after).kinds();
        if (after.header().kind().isPresent() || kinds.isEmpty()) {
            return Answer.whisper(after.id() + " is confirmed.");
        }
        String ask =
                after.id()
                        + " is confirmed. Of what kind is it? Its checklists and clocks follow from that.";
        List<BlockElement> buttons =
                kinds.stream()
                        .<BlockElement>map(k ->
                                Shapes.button(
                                        k.title(),
                                        "kind:" + k.name(),
                                        after.id().number() + "|" + k.name()))
                        .toList();
        return Answer.whisper(
                new Message(ask, List.of(Shapes.section(ask), Shapes.actions("kinds", buttons))));
    }

    private Answer classify(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                new IncidentCommand.Classify(new KindName(pressed.detail())),
                                pressed.knock(),
                                after -> Answer.silence()))
                .orElseGet(reception::nothingHere);
    }

    private Answer dismiss(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new IncidentCommand.Dismiss(FreeText.of(rest.rest())),
                                typed.knock(),
                                after ->
                                        Answer.whisper(
                                                after.id()
                                                        + " is dismissed; the reason is kept.")));
    }

    private Answer openDismiss(Pressed pressed) {
        return ReasonModal.open(
                modals,
                pressed,
                "dismiss",
                "Not an incident",
                "Dismiss",
                "Why is this not an incident?",
                "It stays in the record: dismissed events are asked for in an audit.");
    }

    private ModalAnswer dismissed(Submitted form) {
        return ReasonModal.submitted(form, reception, IncidentCommand.Dismiss::new);
    }
}

package io.muster.app.slack.incident;

import com.slack.api.model.view.View;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work on a phase begins or ends. Phases overlap. */
public final class PhaseConversation implements Conversation {
    private static final Pattern OVERRIDE = Pattern.compile("(?is)^override\\s*:?\\s*(.*)$");

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public PhaseConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("phase", "<name> start|done", "start or finish a phase", this::typed)
                .button("phase-start", pressed -> press(pressed, true))
                .button("phase-finish", pressed -> press(pressed, false))
                .modal(GateModal.CALLBACK, this::overridden);
    }

    /** The reason of an override, if these words are one: {@code override: the disk is gone}. */
    static FreeText override(String words) {
        Matcher matcher = OVERRIDE.matcher(words.strip());
        return matcher.matches() ? FreeText.of(matcher.group(1)) : FreeText.NONE;
    }

    private Answer press(Pressed pressed, boolean start) {
        PhaseName phase = new PhaseName(pressed.detail());
        IncidentCommand command =
                start
                        ? new IncidentCommand.StartPhase(phase)
                        : new IncidentCommand.FinishPhase(phase, FreeText.NONE);
        if (showsWhatIsMissing(pressed, phase, start)) {
            return Answer.silence();
        }
        return pressed.incident()
                .map(id -> reception.ask(id, command, pressed.knock(), after -> Answer.silence()))
                .orElseGet(reception::nothingHere);
    }

    /** Where a gate is closed, the button leads to a form that says so and shows the ways on. */
    private boolean showsWhatIsMissing(Pressed pressed, PhaseName name, boolean start) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
        Optional<View> form =
                view.filter(v -> start != v.incident().phases().isRunning(name))
                        .flatMap(v ->
                                v.policy()
                                        .phase(name)
                                        .flatMap(phase -> GateModal.of(v, phase, start)));
        return form.isPresent()
                && pressed.from()
                        .trigger()
                        .filter(trigger -> modals.open(trigger, form.get()))
                        .isPresent();
    }

    private ModalAnswer overridden(Submitted form) {
        FreeText reason = form.text(ReasonModal.REASON);
        return GateModal.About.parse(form.metadata())
                .map(about ->
                        ReasonModal.answer(
                                reception.askAll(
                                        about.incident(),
                                        List.of(
                                                about.start()
                                                        ? new IncidentCommand.StartPhase(
                                                                about.phase(), reason)
                                                        : new IncidentCommand.FinishPhase(
                                                                about.phase(), reason)),
                                        form.knock()),
                                ReasonModal.REASON))
                .orElseGet(ModalAnswer::close);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception
                                .view(id, typed.by())
                                .map(view -> act(view, rest, typed, id))
                                .orElseGet(reception::nothingHere));
    }

    private Answer act(IncidentView view, Typed rest, Typed typed, IncidentId id) {
        Optional<Named> named = named(view, rest.rest());
        if (named.isEmpty()) {
            return Answer.whisper(OlderPolicy.below(usage(view), view, reception.policy()));
        }
        String[] verb = Typing.split(named.get().rest());
        PhaseName phase = named.get().phase().name();
        return switch (verb[0].toLowerCase(Locale.ROOT)) {
            case "start", "begin" ->
                    reception.ask(
                            id,
                            new IncidentCommand.StartPhase(phase, override(verb[1])),
                            typed.knock(),
                            after ->
                                    Answer.whisper(
                                            Mrkdwn.escape(named.get().phase().title())
                                                    + " is running."));
            case "done", "finish", "end", "stop" ->
                    reception.ask(
                            id,
                            new IncidentCommand.FinishPhase(phase, override(verb[1])),
                            typed.knock(),
                            after ->
                                    Answer.whisper(
                                            Mrkdwn.escape(named.get().phase().title())
                                                    + " is finished."));
            default -> Answer.whisper(OlderPolicy.below(usage(view), view, reception.policy()));
        };
    }

    private record Named(Phase phase, String rest) {}

    /** People type the name, the title, or the beginning of either. */
    private static Optional<Named> named(IncidentView view, String words) {
        String said = words.strip().toLowerCase(Locale.ROOT);
        for (Phase phase : view.policy().phases()) {
            for (String name :
                    new String[] {phase.title().toLowerCase(Locale.ROOT), phase.name().value()}) {
                if (said.equals(name) || said.startsWith(name + " ")) {
                    return Optional.of(
                            new Named(phase, words.strip().substring(name.length()).strip()));
                }
            }
        }
        String[] split = Typing.split(words);
        String start = split[0].toLowerCase(Locale.ROOT);
        return start.length() < 3
                ? Optional.empty()
                : view.policy().phases().stream()
                        .filter(p ->
                                p.name().value().startsWith(start)
                                        || p.title().toLowerCase(Locale.ROOT).startsWith(start))
                        .findFirst()
                        .map(p -> new Named(p, split[1]));
    }

    private static String usage(IncidentView view) {
        StringBuilder usage =
                new StringBuilder(
                        "Say which phase and what: `/incident phase <name> start` or `done`. Phases:");
        for (Phase phase : view.policy().phases()) {
            usage.append("\n• `")
                    .append(phase.name())
                    .append("` ")
                    .append(Mrkdwn.escape(phase.title()));
        }
        return usage.toString();
    }
}

package io.muster.app.slack.incident;

import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.SeverityName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** It is graver, or less grave, than we thought. */
public final class SeverityConversation implements Conversation {
    private static final String SEVERITY = "severity";
    private static final String CHANGED_MEANWHILE =
            "⚠️ Somebody changed it while this form was open. Look whether your change is still right:"
                    + " it is now ";

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public SeverityConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        SEVERITY,
                        "<severity> <reason>",
                        "raise or lower the severity; all clocks follow",
                        this::typed)
                .alias("sev", SEVERITY)
                .button(SEVERITY, this::open)
                .modal(SEVERITY, this::submitted);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] words = Typing.split(rest.rest());
                    return words[0].isBlank()
                            ? open(typed, id)
                            : change(id, typed, severity(id, typed, words[0]), words[1]);
                });
    }

    private Answer change(IncidentId id, Typed typed, SeverityName to, String why) {
        Outcome outcome =
                reception.askAll(
                        id,
                        List.of(new IncidentCommand.ChangeSeverity(to, FreeText.of(why))),
                        typed.knock());
        return switch (outcome) {
            case Outcome.Done(var after, var ignored) ->
                    Answer.whisper(after.id() + " is " + after.severity() + " now.");
            case Outcome.Refused(var words) ->
                    reception
                            .view(id, typed.by())
                            .filter(view -> view.policy().severity(to).isEmpty())
                            .map(view ->
                                    Answer.whisper(
                                            OlderPolicy.below(
                                                    Mrkdwn.of(words), view, reception.policy())))
                            .orElseGet(() -> Answer.whisper(words));
        };
    }

    private SeverityName severity(IncidentId id, Typed typed, String word) {
        return reception
                .view(id, typed.by())
                .flatMap(view -> view.policy().severityCalled(word))
                .map(s -> s.name())
                .orElseGet(() -> new SeverityName(word.toUpperCase(Locale.ROOT)));
    }

    private Answer open(Pressed pressed) {
        return pressed.incident()
                .flatMap(id -> reception.view(id, pressed.by()))
                .map(view -> open(pressed.from().trigger(), view, pressed.detail()))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Typed typed, IncidentId id) {
        return reception
                .view(id, typed.by())
                .map(view -> open(typed.from().trigger(), view, ""))
                .orElseGet(reception::nothingHere);
    }

    /**
     * Opens the form.
     *
     * @param proposed what is chosen at first, if the policy has it; else what it is now
     */
    private Answer open(Optional<String> trigger, IncidentView view, String proposed) {
        View form = form(view, view.incident().id() + " is ", proposed, "");
        return trigger.filter(t -> modals.open(t, form)).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident severity"
                                + " <severity> <reason>`.");
    }

    private static View form(IncidentView view, String lead, String proposed, String reason) {
        String current = view.incident().severity().value();
        String chosen =
                view.policy()
                        .severity(new SeverityName(proposed))
                        .map(s -> s.name().value())
                        .orElse(current);
        return Forms.modal(
                SEVERITY,
                "Change severity",
                "Change",
                view.incident().id().number() + "|" + current,
                List.of(
                        Shapes.section(
                                lead
                                        + Mrkdwn.escape(current)
                                        + ". All clocks are reckoned anew from their start."),
                        Forms.choice(
                                SEVERITY,
                                "New severity",
                                DeclareModal.severities(view.policy()),
                                Optional.of(chosen),
                                false),
                        Forms.lines(ReasonModal.REASON, "Why?", "", reason, false)));
    }

    private ModalAnswer submitted(Submitted form) {
        String[] about = form.metadata().split("\\|", 2);
        Optional<IncidentView> view =
                Numbers.incident(about[0]).flatMap(id -> reception.view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        FreeText why = form.text(ReasonModal.REASON);
        SeverityName to = new SeverityName(form.choice(SEVERITY).orElse(""));
        SeverityName now = view.get().incident().severity();
        if (!to.equals(now) && !about[about.length - 1].equals(now.value())) {
            return ModalAnswer.show(form(view.get(), CHANGED_MEANWHILE, "", why.text()));
        }
        return ReasonModal.answer(
                reception.askAll(
                        view.get().incident().id(),
                        List.of(new IncidentCommand.ChangeSeverity(to, why)),
                        form.knock()),
                SEVERITY);
    }
}

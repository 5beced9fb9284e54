package io.muster.app.slack.duty;

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
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.DutyCommand;
import io.muster.core.incident.FactCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Who must be told outside, and by when; the answers on which it depends; the proof that it was
 * done, or who decided that it need not be.
 */
public final class NotifyConversation implements Conversation {
    private static final String NOTIFY = "notify";

    private final Reception reception;
    private final Modals modals;
    private final Writings writings;

    /**
     * In front of this reception.
     *
     * @param writings the words of notices, which are written elsewhere and shown here
     */
    public NotifyConversation(Reception reception, Modals modals, Writings writings) {
        this.reception = reception;
        this.modals = modals;
        this.writings = writings;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(NOTIFY, "", "who must be told outside, by when, and in which words", this::typed)
                .alias("notifications", NOTIFY)
                .alias("notices", NOTIFY)
                .button(NOTIFY, pressed -> show(pressed, this::sheet))
                .button(DutySheet.TURN, pressed -> show(pressed, view -> page(view, pressed)))
                .button(DutyForms.ANSWER, pressed -> show(pressed, DutyForms::answer))
                .button(DutyForms.TIME, pressed -> show(pressed, DutyForms::time))
                .button(DutyForms.VENDOR, pressed -> show(pressed, DutyForms::vendor))
                .button(DutyForms.SENT, pressed -> about(pressed, DutyForms::sent))
                .button(DutyForms.WAIVE, pressed -> about(pressed, DutyForms::waive))
                .button(DutyForms.BACK, pressed -> about(pressed, DutyForms::back))
                .button(SentForms.AGAIN, pressed -> about(pressed, SentForms::again))
                .button(SentForms.LATE, pressed -> about(pressed, SentForms::late))
                .button(HoldForms.HOLD, pressed -> about(pressed, HoldForms::hold))
                .button(HoldForms.RELEASE, pressed -> about(pressed, HoldForms::release))
                .modal(DutyForms.ANSWER, this::answered)
                .modal(DutyForms.TIME, form -> one(form, DutyForms.WHEN, this::claim))
                .modal(DutyForms.VENDOR, form -> one(form, DutyForms.WHEN, this::vendor))
                .modal(DutyForms.SENT, this::sent)
                .modal(DutyForms.WAIVE, form -> reason(form, DutyCommand.WaiveDuty::new))
                .modal(DutyForms.BACK, form -> reason(form, DutyCommand.TakeBackDuty::new))
                .modal(SentForms.AGAIN, form -> one(form, DutyForms.PROOF, this::again))
                .modal(SentForms.LATE, form -> reason(form, DutyCommand.ExplainDelay::new))
                .modal(HoldForms.RELEASE, form -> reason(form, DutyCommand.ReleaseDuty::new))
                .modal(HoldForms.HOLD, form -> one(form, DutyForms.WHEN, this::hold));
    }

    private View sheet(IncidentView view) {
        return new DutySheet(view, writings).view();
    }

    private View page(IncidentView view, Pressed pressed) {
        return new DutySheet(view, writings).page(Integer.parseInt(pressed.detail()));
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception
                                .view(id, typed.by())
                                .map(view -> opened(typed.from().trigger(), view))
                                .orElseGet(reception::nothingHere));
    }

    private Answer opened(Optional<String> trigger, IncidentView view) {
        return trigger.filter(t -> modals.open(t, sheet(view))).isPresent()
                ? Answer.silence()
                : Answer.whisper(new DutySheet(view, writings).text());
    }

    /** In the sheet that is open already, or in a modal of its own. */
    private Answer show(Pressed pressed, Function<IncidentView, View> what) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        View modal = what.apply(view.get());
        if (pressed.inView().isPresent()) {
            modals.refresh(pressed.inView().get(), modal);
            return Answer.silence();
        }
        return pressed.from().trigger().filter(t -> modals.open(t, modal)).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident notify`.");
    }

    private Answer about(Pressed pressed, BiFunction<IncidentView, DutyCase, View> form) {
        DutyName name = new DutyName(pressed.detail());
        return show(
                pressed,
                view ->
                        duty(view, name)
                                .map(duty -> form.apply(view, duty))
                                .orElseGet(() -> sheet(view)));
    }

    private static Optional<DutyCase> duty(IncidentView view, DutyName name) {
        return DutyCase.all(view.incident(), view.policy()).stream()
                .filter(duty -> duty.rule().name().equals(name))
                .findFirst();
    }

    private ModalAnswer answered(Submitted form) {
        Optional<IncidentView> view = view(form);
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = new ArrayList<>();
        for (QuestionName question : DutyForms.questions(view.get())) {
            Optional<io.muster.core.fact.Answer> known =
                    view.get().incident().dossier().facts().answer(question);
            form.choice(DutyForms.QUESTION + question)
                    .filter(word -> form.changed(DutyForms.QUESTION + question))
                    .flatMap(NotifyConversation::answer)
                    .filter(answer -> known.filter(answer::equals).isEmpty())
                    .ifPresent(answer ->
                            commands.add(
                                    new FactCommand.AnswerQuestion(
                                            question,
                                            answer,
                                            form.text(DutyForms.WHY),
                                            form.instant(DutyForms.SINCE))));
        }
        return commands.isEmpty()
                ? ModalAnswer.show(sheet(view.get()))
                : ask(
                        form,
                        commands,
                        form.instant(DutyForms.SINCE).isPresent()
                                ? DutyForms.SINCE
                                : DutyForms.WHY);
    }

    private static Optional<io.muster.core.fact.Answer> answer(String word) {
        return Arrays.stream(io.muster.core.fact.Answer.values())
                .filter(answer -> answer.word().equals(word))
                .findFirst();
    }

    private IncidentCommand claim(Submitted form, Instant now) {
        String word = form.choice(DutyForms.WHICH).orElse("");
        if (word.startsWith(DutyForms.QUESTION)) {
            return new FactCommand.AnswerQuestion(
                    new QuestionName(word.substring(DutyForms.QUESTION.length())),
                    io.muster.core.fact.Answer.YES,
                    form.text(DutyForms.WHY),
                    form.instant(DutyForms.WHEN).or(() -> Optional.of(now)));
        }
        TimeName name =
                Arrays.stream(TimeName.values())
                        .filter(time -> time.word().equals(word))
                        .findFirst()
                        .orElse(TimeName.AWARE);
        return new FactCommand.ClaimTime(
                name, form.instant(DutyForms.WHEN).orElse(now), form.text(DutyForms.WHY));
    }

    private IncidentCommand vendor(Submitted form, Instant now) {
        return new DutyCommand.RecordVendorNotice(
                form.text("vendor"),
                form.instant(DutyForms.WHEN).orElse(now),
                form.text(DutyForms.WHY));
    }

    private IncidentCommand again(Submitted form, Instant now) {
        return new DutyCommand.SendAgain(
                name(form),
                form.instant(DutyForms.WHEN).orElse(now),
                form.text(DutyForms.PROOF),
                form.text(DutyForms.APPROVER));
    }

    private IncidentCommand hold(Submitted form, Instant now) {
        return new DutyCommand.HoldDuty(
                name(form),
                form.choice(HoldForms.GROUND).orElse(""),
                form.instant(DutyForms.WHEN).orElse(now),
                form.text(DutyForms.WHY));
    }

    /** A refusal stands below the field that has to be mended. */
    private ModalAnswer sent(Submitted form) {
        Optional<Draft> notice = view(form).flatMap(view -> SentNotices.in(form, view));
        return one(
                form,
                wanting(form, notice.isPresent()),
                (f, now) ->
                        new DutyCommand.DischargeDuty(
                                name(f),
                                f.instant(DutyForms.WHEN)
                                        .or(() -> notice.map(n -> SentNotices.sending(n).sentAt()))
                                        .orElse(now),
                                proof(f, notice),
                                notice.map(Draft::number),
                                f.text(DutyForms.LATE),
                                f.text(DutyForms.APPROVER)));
    }

    private static FreeText proof(Submitted form, Optional<Draft> notice) {
        FreeText said = form.text(DutyForms.PROOF);
        return notice.filter(n -> said.isBlank())
                .map(n -> SentNotices.sending(n).proof())
                .orElse(said);
    }

    /** The first field without which it cannot be recorded, in the order of the rules. */
    private static String wanting(Submitted form, boolean writtenHere) {
        if (form.text(DutyForms.PROOF).isBlank() && !writtenHere) {
            return DutyForms.PROOF;
        }
        if (isEmpty(form, DutyForms.APPROVER) && !writtenHere) {
            return DutyForms.APPROVER;
        }
        return isEmpty(form, DutyForms.LATE) ? DutyForms.LATE : DutyForms.PROOF;
    }

    private static boolean isEmpty(Submitted form, String field) {
        return form.values().containsKey(field) && form.text(field).isBlank();
    }

    private ModalAnswer reason(
            Submitted form, BiFunction<DutyName, FreeText, IncidentCommand> command) {
        return one(form, DutyForms.WHY, (f, now) -> command.apply(name(f), f.text(DutyForms.WHY)));
    }

    private ModalAnswer one(
            Submitted form, String field, BiFunction<Submitted, Instant, IncidentCommand> command) {
        return view(form)
                .map(view -> ask(form, List.of(command.apply(form, view.now())), field))
                .orElseGet(ModalAnswer::close);
    }

    private ModalAnswer ask(Submitted form, List<IncidentCommand> commands, String field) {
        IncidentId id = incident(form).orElseThrow();
        return switch (reception.askAll(id, commands, form.knock())) {
            case Outcome.Done ignored ->
                    view(form)
                            .map(view -> ModalAnswer.show(sheet(view)))
                            .orElseGet(ModalAnswer::close);
            case Outcome.Refused(var words) -> ModalAnswer.refused(field, words);
        };
    }

    private Optional<IncidentView> view(Submitted form) {
        return incident(form).flatMap(id -> reception.view(id, form.by()));
    }

    private static Optional<IncidentId> incident(Submitted form) {
        return Numbers.incident(form.metadata().split("\\|", 2)[0]);
    }

    private static DutyName name(Submitted form) {
        String[] parts = form.metadata().split("\\|", 2);
        return new DutyName(parts.length < 2 ? "" : parts[1]);
    }
}

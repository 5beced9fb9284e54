package io.muster.app.slack.approval;

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
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.statuspage.OwnPage;
import io.muster.core.Phrase;
import io.muster.core.incident.DraftCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Purpose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writing what leaves the building. */
public final class DraftConversation implements Conversation {
    /** After a purpose: the words go by a way that is not Muster's own. */
    private static final String ELSEWHERE = " elsewhere";

    private final Reception reception;
    private final DraftDesk desk;
    private final OwnPage page;

    /** In front of this reception. */
    public DraftConversation(Reception reception, Modals modals, OwnPage page) {
        this.reception = reception;
        this.page = page;
        this.desk = new DraftDesk(reception, modals);
    }

    @Override
    public void register(Ways ways) {
        ways.verb("draft", "[purpose]", "write a notice to customers, a regulator, …", this::typed)
                .alias("notice", "draft")
                .button("draft", this::pressed)
                .button("notices", p -> desk.show(p, p.incident(), DraftSheets::list))
                .button("draft-edit", p -> desk.about(p, DraftForms::edit))
                .button(
                        "draft-submit",
                        p -> desk.ask(p, ref -> new DraftCommand.SubmitDraft(ref.number())))
                .button(
                        "draft-withdraw",
                        p ->
                                desk.about(
                                        p,
                                        (draft, view) ->
                                                DraftForms.reason(
                                                        "draft-withdraw",
                                                        "Withdraw " + draft.label(),
                                                        "Withdraw",
                                                        "Why is it not said?",
                                                        "",
                                                        draft,
                                                        view)))
                .modal("draft-purpose", this::chosen)
                .modal("draft-write", this::written)
                .modal("draft-edit", this::edited)
                .modal(
                        "draft-withdraw",
                        form ->
                                desk.submitted(
                                        form,
                                        DraftForms.WHAT,
                                        ref ->
                                                new DraftCommand.WithdrawDraft(
                                                        ref.number(), form.text(DraftForms.WHAT))));
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    Optional<IncidentView> view = reception.view(id, typed.by());
                    if (view.isEmpty()) {
                        return reception.nothingHere();
                    }
                    String words = rest.rest().strip().toLowerCase(Locale.ROOT);
                    boolean elsewhere = words.endsWith(ELSEWHERE);
                    String word =
                            elsewhere
                                    ? words.substring(0, words.length() - ELSEWHERE.length())
                                            .strip()
                                    : words;
                    Optional<Purpose> purpose = view.get().policy().approvals().purpose(word);
                    if (!word.isEmpty() && purpose.isEmpty()) {
                        return Answer.whisper(unknown(word, view.get()));
                    }
                    View form =
                            purpose.map(p ->
                                            elsewhere
                                                    ? DraftForms.write(
                                                            p, view.get(), Optional.empty())
                                                    : write(p, view.get(), Optional.empty()))
                                    .orElseGet(() ->
                                            DraftForms.purposes(view.get(), Optional.empty()));
                    return desk.open(typed.from().trigger(), form);
                });
    }

    /** What answers a duty is a notice of its own, wherever it appears. */
    private View write(Purpose purpose, IncidentView view, Optional<String> duty) {
        return Optional.of(purpose.name())
                .filter(name -> duty.isEmpty())
                .flatMap(name -> page.form(name, view))
                .orElseGet(() -> DraftForms.write(purpose, view, duty));
    }

    private static String unknown(String word, IncidentView view) {
        return "There is no kind of notice called `"
                + Mrkdwn.escape(word)
                + "`. There are: "
                + view.policy().approvals().purposes().stream()
                        .map(p -> "`" + p.name() + "`")
                        .collect(Collectors.joining(", "))
                + ". `/incident draft` alone lets you choose.";
    }

    /** The value may name a purpose and a duty: {@code 42|regulator|gdpr-33}. */
    private Answer pressed(Pressed pressed) {
        String[] parts = pressed.detail().split("\\|", 2);
        Optional<String> duty =
                parts.length > 1 && !parts[1].isBlank() ? Optional.of(parts[1]) : Optional.empty();
        return desk.show(
                pressed,
                pressed.incident(),
                view ->
                        view.policy()
                                .approvals()
                                .purpose(parts[0])
                                .map(p -> write(p, view, duty))
                                .orElseGet(() -> DraftForms.purposes(view, duty)));
    }

    private ModalAnswer chosen(Submitted form) {
        String[] parts = form.metadata().split("\\|", -1);
        Optional<IncidentView> view =
                Numbers.incident(parts[0]).flatMap(id -> reception.view(id, form.by()));
        Optional<Purpose> purpose =
                view.flatMap(v ->
                        form.choice(DraftForms.PURPOSE)
                                .flatMap(name -> v.policy().approvals().purpose(name)));
        return purpose.<ModalAnswer>map(
                        p -> new ModalAnswer.Show(write(p, view.get(), duty(parts, 1))))
                .orElseGet(ModalAnswer::close);
    }

    private static Optional<String> duty(String[] parts, int place) {
        return parts.length > place && !parts[place].isBlank()
                ? Optional.of(parts[place])
                : Optional.empty();
    }

    private ModalAnswer written(Submitted form) {
        String[] parts = form.metadata().split("\\|", 3);
        Optional<IncidentId> id = Numbers.incident(parts[0]);
        if (id.isEmpty() || parts.length < 2) {
            return ModalAnswer.close();
        }
        IncidentCommand command =
                new DraftCommand.WriteDraft(
                        parts[1],
                        duty(parts, 2).or(() -> DutyChoice.in(form)),
                        DraftForms.words(form),
                        DraftForms.submits(form));
        return answer(reception.askAll(id.get(), List.of(command), form.knock()));
    }

    private ModalAnswer edited(Submitted form) {
        Optional<DraftRef> ref = DraftRef.parse(form.metadata());
        if (ref.isEmpty()) {
            return ModalAnswer.close();
        }
        IncidentCommand command =
                new DraftCommand.ReviseDraft(
                        ref.get().number(),
                        ref.get().revision(),
                        DraftForms.words(form),
                        DraftForms.submits(form));
        return answer(reception.askAll(ref.get().incident(), List.of(command), form.knock()));
    }

    /** What was typed stays in the form until it can be kept. */
    private static ModalAnswer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(Phrase words) -> ModalAnswer.refused(DraftForms.AUDIENCE, words);
        };
    }
}

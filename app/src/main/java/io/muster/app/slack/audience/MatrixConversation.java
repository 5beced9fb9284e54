package io.muster.app.slack.audience;

import com.slack.api.model.view.View;

import io.muster.app.desk.Knock;
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
import io.muster.app.slack.block.Message;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.incident.AudienceCommand;
import io.muster.core.incident.FactCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.db.delivery.Delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Who must know, whether they do, and what to do about those who do not. */
public final class MatrixConversation implements Conversation {
    /** The button by which people say that they have seen it. */
    static final String SEEN = "seen";

    private static final String MATRIX = "matrix";

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public MatrixConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        MATRIX,
                        "[tell|told|na <role> …]",
                        "who must know, and whether they do",
                        this::typed)
                .verb(SEEN, "", "I have seen what I was told", this::seen)
                .button(MATRIX, this::open)
                .button(SEEN, this::seen)
                .button(
                        MatrixModal.TELL,
                        pressed -> act(pressed, new AudienceCommand.TellAudience(role(pressed))))
                .button(MatrixModal.YES, pressed -> answer(pressed, io.muster.core.fact.Answer.YES))
                .button(MatrixModal.NO, pressed -> answer(pressed, io.muster.core.fact.Answer.NO))
                .button(
                        MatrixModal.TOLD,
                        pressed ->
                                form(
                                        pressed,
                                        (view, audience) ->
                                                MatrixModal.told(
                                                        view,
                                                        audience,
                                                        pressed.inView().isEmpty())))
                .button(
                        MatrixModal.NOT_APPLICABLE,
                        pressed -> form(pressed, MatrixModal::notApplicable))
                .modal(MatrixModal.TOLD, form -> submitted(form, AudienceCommand.RecordTold::new))
                .modal(
                        MatrixModal.NOT_APPLICABLE,
                        form -> submitted(form, AudienceCommand.RuleOutAudience::new));
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] words = Typing.split(rest.rest());
                    return words[0].isBlank()
                            ? open(typed.from().trigger(), id, typed.by())
                            : typed(id, words[0].toLowerCase(Locale.ROOT), words[1], typed);
                });
    }

    private Answer typed(IncidentId id, String verb, String rest, Typed typed) {
        String[] words = Typing.split(rest);
        RoleName role = new RoleName(words[0].isBlank() ? "?" : words[0].toLowerCase(Locale.ROOT));
        FreeText text = FreeText.of(words[1]);
        Optional<IncidentCommand> command =
                switch (verb) {
                    case "tell" -> Optional.of(new AudienceCommand.TellAudience(role));
                    case "told" -> Optional.of(new AudienceCommand.RecordTold(role, text));
                    case "na", "n/a" ->
                            Optional.of(new AudienceCommand.RuleOutAudience(role, text));
                    default -> Optional.empty();
                };
        return command.map(c ->
                        reception.ask(id, c, typed.knock(), after -> Answer.whisper("Recorded.")))
                .orElse(
                        Answer.whisper(
                                "`/incident matrix` shows who must know. To act on one of them:"
                                        + " `/incident matrix tell <role>`, `/incident matrix told"
                                        + " <role> <how>`, `/incident matrix na <role> <reason>`."));
    }

    private Answer open(Pressed pressed) {
        return pressed.incident()
                .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, sheet(view.get(), by))).isPresent()
                ? Answer.silence()
                : Answer.whisper(asText(view.get()));
    }

    private View sheet(IncidentView view, PersonId by) {
        return MatrixModal.of(view, reception.office().roster(), by);
    }

    private String asText(IncidentView view) {
        AudienceLine lines = new AudienceLine(view, reception.office().roster());
        return "*Who must know of "
                + view.incident().id()
                + "*\n"
                + view.incident().dossier().audiences().all().values().stream()
                        .map(lines::of)
                        .collect(Collectors.joining("\n"));
    }

    private Answer seen(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new AudienceCommand.ConfirmSeen(),
                                typed.knock(),
                                after -> Answer.whisper("It is recorded that you have seen it.")));
    }

    /** A digest names several incidents; the first carries its message, so it comes last. */
    private Answer seen(Pressed pressed) {
        Optional<IncidentId> carrier = pressed.incident();
        Arrays.stream(pressed.detail().split(","))
                .flatMap(number -> Numbers.incident(number).stream())
                .filter(id -> !carrier.equals(Optional.of(id)))
                .forEach(id -> confirm(id, pressed));
        Answer answer =
                carrier.map(id ->
                                reception.ask(
                                        id,
                                        new AudienceCommand.ConfirmSeen(),
                                        pressed.knock(),
                                        after -> Answer.silence()))
                        .orElseGet(reception::nothingHere);
        return shown(pressed, answer);
    }

    private void confirm(IncidentId id, Pressed pressed) {
        Outcome ignored =
                reception.askAll(
                        id, List.of(new AudienceCommand.ConfirmSeen()), alone(id, pressed.knock()));
    }

    /** One press that is about several incidents is a delivery to each of them. */
    private static Knock alone(IncidentId id, Knock knock) {
        return new Knock(
                knock.by(),
                knock.from(),
                knock.delivery()
                        .map(d ->
                                new Delivery(
                                        d.key() + "/" + id, d.fallback() + "/" + id, d.body())));
    }

    private Answer act(Pressed pressed, IncidentCommand command) {
        Answer answer =
                pressed.incident()
                        .map(id ->
                                reception.ask(
                                        id, command, pressed.knock(), after -> Answer.silence()))
                        .orElseGet(reception::nothingHere);
        return shown(pressed, answer);
    }

    private Answer answer(Pressed pressed, io.muster.core.fact.Answer answer) {
        Optional<QuestionName> question =
                audience(pressed).flatMap(Audience::owed).flatMap(Cell::onlyIf);
        return question.map(
                        q -> act(pressed, new FactCommand.AnswerQuestion(q, answer, FreeText.NONE)))
                .orElseGet(reception::nothingHere);
    }

    /** From a message it opens by itself; in the sheet it takes its place and gives it back. */
    private Answer form(Pressed pressed, BiFunction<IncidentView, Audience, View> form) {
        Optional<IncidentView> view = view(pressed);
        Optional<Audience> audience = audience(pressed);
        if (view.isEmpty() || audience.isEmpty()) {
            return reception.nothingHere();
        }
        View shown = form.apply(view.get(), audience.get());
        if (pressed.inView().isPresent()) {
            modals.refresh(pressed.inView().get(), shown);
            return Answer.silence();
        }
        return pressed.from().trigger().filter(t -> modals.open(t, shown)).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident matrix told "
                                + audience.get().role()
                                + " <how>`.");
    }

    private ModalAnswer submitted(
            Submitted form, BiFunction<RoleName, FreeText, IncidentCommand> command) {
        String[] parts = form.metadata().split("\\|", 3);
        Optional<IncidentId> id = Numbers.incident(parts[0]);
        if (id.isEmpty() || parts.length < 2) {
            return ModalAnswer.close();
        }
        Outcome outcome =
                reception.askAll(
                        id.get(),
                        List.of(
                                command.apply(
                                        new RoleName(parts[1]), form.text(MatrixModal.WORDS))),
                        form.knock());
        return switch (outcome) {
            case Outcome.Done ignored ->
                    reception
                            .view(id.get(), form.by())
                            .filter(view -> parts.length == 2)
                            .<ModalAnswer>map(view -> new ModalAnswer.Show(sheet(view, form.by())))
                            .orElse(ModalAnswer.close());
            case Outcome.Refused(var words) -> ModalAnswer.refused(MatrixModal.WORDS, words);
        };
    }

    /** In the sheet a refusal stands above what is true now; elsewhere it is whispered. */
    private Answer shown(Pressed pressed, Answer answer) {
        Optional<IncidentView> view = pressed.inView().flatMap(modal -> view(pressed));
        if (view.isEmpty()) {
            return answer;
        }
        View now = sheet(view.get(), pressed.by());
        modals.refresh(
                pressed.inView().orElseThrow(),
                answer instanceof Answer.Whisper(Message said) ? Forms.saying(said, now) : now);
        return Answer.silence();
    }

    private Optional<IncidentView> view(Pressed pressed) {
        return pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
    }

    private Optional<Audience> audience(Pressed pressed) {
        return view(pressed)
                .flatMap(view -> view.incident().dossier().audiences().find(role(pressed)));
    }

    private static RoleName role(Pressed pressed) {
        return new RoleName(pressed.detail());
    }
}

package io.muster.app.slack.action;

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
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionItem;
import io.muster.core.action.ActionKind;
import io.muster.core.action.Specific;
import io.muster.core.incident.ActionCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What is done so that it does not happen again: added, handed over, moved, done, verified. */
public final class ActionConversation implements Conversation {
    private static final String INSIDE = "in";

    private final Reception reception;
    private final Modals modals;
    private final NumberedAction one;
    private final ActionTickets tickets;

    /** In front of this reception. */
    public ActionConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
        this.one = new NumberedAction(reception);
        this.tickets = new ActionTickets(reception, modals);
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "action",
                        "add|list|done|due|owner|verify|drop",
                        "action items: who does what by when",
                        this::typed)
                .alias("actions", "action")
                .alias("followup", "action")
                .button(ActionForms.ADD, p -> show(p, v -> ActionForms.add(v, FreeText.NONE)))
                .button("action-list", p -> show(p, ActionSheet::of))
                .button(ActionForms.CHANGE, this::openChange)
                .button("action-done", this::done)
                .button("action-mine", p -> mine(p.by()))
                .button(ActionTickets.OPEN, tickets::pressed)
                .modal(ActionForms.ADD, this::added)
                .modal(ActionForms.CHANGE, this::changed);
    }

    /** The form for a new action item, filled in with these words. */
    public static View form(IncidentView view, FreeText text) {
        return ActionForms.add(view, text);
    }

    private Answer typed(Typed typed) {
        String[] first = Typing.split(typed.rest());
        boolean named = Numbers.spoken(first[0]).isPresent();
        boolean list = first[0].isBlank() || first[0].equals("list") || first[0].equals("mine");
        boolean elsewhere =
                typed.from().channel().flatMap(reception.records()::inChannel).isEmpty();
        boolean aboutOne = Numbers.spoken(first[1]).isPresent();
        if (first[0].equals("mine") || (list && elsewhere && !named && !aboutOne)) {
            return mine(typed.by());
        }
        if (!named && aboutOne) {
            Typed rest = new Typed(typed.from(), first[1], Typing.split(typed.raw())[1]);
            return reception.about(rest, (id, words) -> act(id, first[0], words));
        }
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] words = Typing.split(rest.rest());
                    Typed after = new Typed(rest.from(), words[1], Typing.split(rest.raw())[1]);
                    return act(id, words[0], after);
                });
    }

    private Answer act(IncidentId id, String what, Typed typed) {
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "", "list" -> open(typed, id, ActionSheet::of);
            case "add", "new" ->
                    typed.rest().isBlank()
                            ? open(typed, id, v -> ActionForms.add(v, FreeText.NONE))
                            : add(id, typed);
            case "done", "finish" -> one.move(id, typed, ActionCommand.FinishAction::new);
            case "verify" -> one.move(id, typed, ActionCommand.VerifyAction::new);
            case "drop" -> one.move(id, typed, ActionCommand.DropAction::new);
            case "reopen" -> one.move(id, typed, ActionCommand.ReopenAction::new);
            case "due" -> one.reschedule(id, typed);
            case "owner" -> one.handOver(id, typed);
            default ->
                    Answer.whisper(
                            "Say what to do: `/incident action add <what> @person by <date>`,"
                                    + " `list`, `done <n>`, `verify <n> <what you saw>`, `due <n>"
                                    + " <date> <reason>`, `owner <n> @person <reason>`, `drop <n>"
                                    + " <reason>`.");
        };
    }

    private Answer add(IncidentId id, Typed typed) {
        Optional<IncidentView> view = reception.view(id, typed.by());
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        ActionTyping read = ActionTyping.read(typed, today(view.get()));
        IncidentCommand command =
                new ActionCommand.AddAction(
                        read.text(),
                        ActionKind.PREVENT,
                        read.owner(),
                        read.due(),
                        FreeText.NONE,
                        FreeText.NONE);
        return reception.ask(id, command, typed.knock(), after -> Answer.whisper("Added."));
    }

    private Answer mine(PersonId person) {
        return Answer.whisper(ActionSheet.mine(reception.records().actions().of(person)));
    }

    private Answer done(Pressed pressed) {
        Optional<Integer> number = number(pressed.detail());
        if (pressed.incident().isEmpty() || number.isEmpty()) {
            return reception.nothingHere();
        }
        return reception.ask(
                pressed.incident().get(),
                new ActionCommand.FinishAction(number.get(), FreeText.NONE),
                pressed.knock(),
                after -> Answer.silence());
    }

    private Answer openChange(Pressed pressed) {
        return show(
                pressed,
                view ->
                        number(pressed.detail())
                                .flatMap(n -> view.incident().dossier().actions().find(n))
                                .map(item ->
                                        ActionForms.change(view, item, tickets.offer(view, item)))
                                .orElseGet(() -> ActionSheet.of(view)));
    }

    private ModalAnswer added(Submitted form) {
        Optional<IncidentView> view = form.incident().flatMap(id -> reception.view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        ActionCommand.AddAction command =
                new ActionCommand.AddAction(
                        form.text(ActionForms.TEXT),
                        ActionChanges.kind(form, ""),
                        form.person(ActionForms.OWNER),
                        ActionChanges.date(form, ActionForms.DUE),
                        form.text(ActionForms.PROOF),
                        form.text(ActionForms.TICKET));
        return switch (reception.askAll(
                view.get().incident().id(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> list(view.get().incident().id(), form);
            case Outcome.Refused(var words) -> ModalAnswer.refused(wanting(command), words);
        };
    }

    /** The field under which a refusal belongs. */
    private static String wanting(ActionCommand.AddAction c) {
        boolean vague =
                Specific.tooShort(c.text().text()).isPresent()
                        || (Specific.vague(c.text().text()).isPresent()
                                && c.verification().isBlank());
        if (vague) {
            return ActionForms.TEXT;
        }
        return c.owner().isEmpty() ? ActionForms.OWNER : ActionForms.DUE;
    }

    private ModalAnswer changed(Submitted form) {
        String[] about = form.metadata().split("\\|", 2);
        Optional<IncidentView> view =
                Numbers.incident(about[0]).flatMap(id -> reception.view(id, form.by()));
        Optional<ActionItem> item =
                view.flatMap(v ->
                        number(about.length > 1 ? about[1] : "")
                                .flatMap(n -> v.incident().dossier().actions().find(n)));
        if (view.isEmpty() || item.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = ActionChanges.of(form, item.get(), view.get());
        if (commands.isEmpty()) {
            return list(view.get().incident().id(), form);
        }
        return switch (reception.askAll(view.get().incident().id(), commands, form.knock())) {
            case Outcome.Done ignored -> list(view.get().incident().id(), form);
            case Outcome.Refused(var words) ->
                    ModalAnswer.refused(
                            ActionForms.WHY + ActionForms.suffix(item.get().number()), words);
        };
    }

    private ModalAnswer list(IncidentId id, Submitted form) {
        return reception
                .view(id, form.by())
                .<ModalAnswer>map(now -> new ModalAnswer.Show(ActionSheet.of(now)))
                .orElseGet(ModalAnswer::close);
    }

    /** Pressed inside a modal of ours it turns into the next one; elsewhere a modal opens. */
    private Answer show(Pressed pressed, Function<IncidentView, View> next) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        if (pressed.parameter().equals(INSIDE)) {
            pressed.inView().ifPresent(sheet -> modals.refresh(sheet, next.apply(view.get())));
            return Answer.silence();
        }
        return open(pressed.from().trigger(), next.apply(view.get()));
    }

    private Answer open(Typed typed, IncidentId id, Function<IncidentView, View> next) {
        return reception
                .view(id, typed.by())
                .map(view -> open(typed.from().trigger(), next.apply(view)))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Optional<String> trigger, View view) {
        return trigger.filter(t -> modals.open(t, view)).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident action add"
                                + " <what> @person by <date>`.");
    }

    private static LocalDate today(IncidentView view) {
        return ActionForms.day(view, view.now());
    }

    private static Optional<Integer> number(String words) {
        return words.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(words)) : Optional.empty();
    }
}

package io.muster.app.slack.action;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;

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
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.action.ActionKind;
import io.muster.core.action.Specific;
import io.muster.core.incident.ActionCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What is done so that it does not happen again: added, handed over, moved, done, verified. */
public final class ActionConversation implements Conversation {
    private static final String INSIDE = "in";

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public ActionConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
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
                .modal(ActionForms.ADD, this::added)
                .modal(ActionForms.CHANGE, this::changed);
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
            case "done", "finish" -> numbered(id, typed, ActionCommand.FinishAction::new);
            case "verify" -> numbered(id, typed, ActionCommand.VerifyAction::new);
            case "drop" -> numbered(id, typed, ActionCommand.DropAction::new);
            case "reopen" -> numbered(id, typed, ActionCommand.ReopenAction::new);
            case "due" -> reschedule(id, typed);
            case "owner" -> handOver(id, typed);
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

    private interface Numbered {
        IncidentCommand about(int number, FreeText words);
    }

    private Answer numbered(IncidentId id, Typed typed, Numbered command) {
        return withNumber(
                typed,
                (number, words) ->
                        reception.ask(
                                id,
                                command.about(number, FreeText.of(words.rest())),
                                typed.knock(),
                                after ->
                                        Answer.whisper(
                                                standing(after.dossier().actions().find(number)))));
    }

    private static String standing(Optional<ActionItem> item) {
        return item.map(i -> "Action item " + i.number() + " is " + i.state().word() + " now.")
                .orElse("Done.");
    }

    private Answer reschedule(IncidentId id, Typed typed) {
        Optional<IncidentView> view = reception.view(id, typed.by());
        return withNumber(
                typed,
                (number, words) -> {
                    Optional<ActionTyping.Day> day =
                            view.flatMap(v -> ActionTyping.day(words.rest(), today(v)));
                    return day.isEmpty()
                            ? Answer.whisper(
                                    "Say the day and why: `/incident action due "
                                            + number
                                            + " 2026-03-20 <reason>`, or `in 2 weeks`.")
                            : reception.ask(
                                    id,
                                    new ActionCommand.RescheduleAction(
                                            number, day.get().day(), day.get().reason()),
                                    typed.knock(),
                                    after -> Answer.whisper("Moved to " + day.get().day() + "."));
                });
    }

    private Answer handOver(IncidentId id, Typed typed) {
        return withNumber(
                typed,
                (number, words) -> {
                    Optional<PersonId> person = Typing.person(words.raw());
                    return person.isEmpty()
                            ? Answer.whisper(
                                    "Say who and why: `/incident action owner "
                                            + number
                                            + " @person <reason>`.")
                            : reception.ask(
                                    id,
                                    new ActionCommand.HandOverAction(
                                            number,
                                            person.get(),
                                            ActionTyping.reasonAfterMention(words)),
                                    typed.knock(),
                                    after -> Answer.whisper("Handed over; they are told."));
                });
    }

    private interface WithNumber {
        Answer then(int number, Typed words);
    }

    private static Answer withNumber(Typed typed, WithNumber act) {
        String[] words = Typing.split(typed.rest());
        String number = words[0].replaceFirst("^#", "");
        return number.matches("\\d{1,4}")
                ? act.then(
                        Integer.parseInt(number),
                        new Typed(typed.from(), words[1], Typing.split(typed.raw())[1]))
                : Answer.whisper(
                        "Say which one by its number; `/incident action list` shows them.");
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
                                .map(item -> ActionForms.change(view, item))
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
                        kind(form, ""),
                        form.person(ActionForms.OWNER),
                        date(form, ActionForms.DUE),
                        form.text(ActionForms.PROOF),
                        form.text(ActionForms.TICKET));
        return switch (reception.askAll(
                view.get().incident().id(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> list(view.get().incident().id(), form);
            case Outcome.Refused(var words) -> ModalAnswer.error(wanting(command), plain(words));
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
        List<IncidentCommand> commands = changes(form, item.get(), view.get());
        if (commands.isEmpty()) {
            return list(view.get().incident().id(), form);
        }
        return switch (reception.askAll(view.get().incident().id(), commands, form.knock())) {
            case Outcome.Done ignored -> list(view.get().incident().id(), form);
            case Outcome.Refused(var words) ->
                    ModalAnswer.error(
                            ActionForms.WHY + ActionForms.suffix(item.get().number()),
                            plain(words));
        };
    }

    /** What differs from how it was, in an order in which each can follow the other. */
    private static List<IncidentCommand> changes(
            Submitted form, ActionItem item, IncidentView view) {
        int number = item.number();
        String suffix = ActionForms.suffix(number);
        FreeText why = form.text(ActionForms.WHY + suffix);
        List<IncidentCommand> commands = new ArrayList<>();
        FreeText text = form.text(ActionForms.TEXT + suffix);
        FreeText proof = form.text(ActionForms.PROOF + suffix);
        FreeText ticket = form.text(ActionForms.TICKET + suffix);
        boolean reworded =
                !text.equals(item.text())
                        || !proof.equals(item.verification())
                        || !ticket.equals(item.ticket())
                        || kind(form, suffix) != item.kind();
        if (reworded) {
            commands.add(
                    new ActionCommand.DescribeAction(
                            number, text, kind(form, suffix), proof, ticket));
        }
        form.person(ActionForms.OWNER + suffix)
                .filter(p -> item.isOpen() && !p.equals(item.owner()))
                .ifPresent(p -> commands.add(new ActionCommand.HandOverAction(number, p, why)));
        date(form, ActionForms.DUE + suffix)
                .filter(d -> item.isOpen() && !d.equals(ActionForms.day(view, item.due())))
                .ifPresent(d -> commands.add(new ActionCommand.RescheduleAction(number, d, why)));
        form.choice(ActionForms.STATE + suffix)
                .map(ActionItem.State::valueOf)
                .filter(state -> state != item.state())
                .map(state -> move(number, state, why))
                .ifPresent(commands::add);
        return commands;
    }

    private static IncidentCommand move(int number, ActionItem.State to, FreeText why) {
        return switch (to) {
            case OPEN -> new ActionCommand.ReopenAction(number, why);
            case DONE -> new ActionCommand.FinishAction(number, why);
            case VERIFIED -> new ActionCommand.VerifyAction(number, why);
            case DROPPED -> new ActionCommand.DropAction(number, why);
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

    private static ActionKind kind(Submitted form, String suffix) {
        return form.choice(ActionForms.KIND + suffix)
                .map(ActionKind::valueOf)
                .orElse(ActionKind.PREVENT);
    }

    private static Optional<LocalDate> date(Submitted form, String block) {
        return Optional.ofNullable(form.values().get(block))
                .flatMap(actions -> actions.values().stream().findFirst())
                .map(ViewState.Value::getSelectedDate)
                .map(LocalDate::parse);
    }

    private static Optional<Integer> number(String words) {
        return words.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(words)) : Optional.empty();
    }

    private static String plain(Phrase words) {
        return words.plain(Object::toString);
    }
}

package io.muster.app.slack.evidence;

import io.muster.app.desk.Outcome;
import io.muster.app.evidence.EvidenceVault;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pointed;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.AutoTick;
import io.muster.core.policy.Item;
import io.muster.db.incident.BoardRow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What proves it: the register of exhibits, and the ways into it. */
public final class EvidenceConversation implements Conversation {
    private final Counter counter;
    private final CustodyConversation custody;
    private final LegalConversation legal;

    /** In front of this reception; the vault holds what Muster keeps itself. */
    public EvidenceConversation(Reception reception, Modals modals, EvidenceVault vault) {
        this.counter = new Counter(reception, modals, vault);
        this.custody = new CustodyConversation(counter);
        this.legal = new LegalConversation(counter);
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "evidence",
                        "[add|list|transfer|verify|share|legal|hold]",
                        "what proves it: register it, hand it over, check it",
                        this::typed)
                .shortcut("evidence-message", this::pointed)
                .button("evidence", this::openSheet)
                .button("evidence-add", this::openForm)
                .button("evidence-act", this::act)
                .button("evidence-page", this::turn)
                .button("evidence-fetch", this::fetchAgain)
                .button("evidence-attest", this::attest)
                .modal(ExhibitForm.NAME, this::submitted)
                .modal(ShortcutForm.NAME, this::submittedMessage);
        custody.register(ways);
        legal.register(ways);
    }

    private Answer typed(Typed typed) {
        return counter.reception().about(typed, this::typed);
    }

    private Answer typed(IncidentId id, Typed rest) {
        String[] words = Typing.split(rest.rest());
        Typed more = new Typed(rest.from(), words[1], Typing.split(rest.raw())[1]);
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "", "list", "register" -> openSheet(rest.from().trigger(), id, rest.by());
            case "add", "new" -> openForm(rest.from().trigger(), id, rest.by(), words[1]);
            case "transfer", "handover", "give" -> custody.transfer(id, more);
            case "verify", "check" -> custody.verify(id, more);
            case "share" -> legal.share(id, more);
            case "legal" -> legal.legal(id, more);
            case "hold" -> legal.hold(id, more);
            default -> usage();
        };
    }

    private static Answer usage() {
        return Answer.whisper(
                "*What you can do with evidence*"
                        + "\n• `/incident evidence` shows the register, with a menu beside each exhibit"
                        + "\n• `/incident evidence add [what]` registers something that is kept somewhere"
                        + "\n• `/incident evidence transfer E1 @person <purpose>` hands it over"
                        + "\n• `/incident evidence verify E1 [SHA-256]` checks its hash"
                        + "\n• `/incident evidence share E1` gives it to somebody outside, after Legal knows"
                        + "\n• `/incident evidence legal [@person how]` asks Legal, or records that they know"
                        + "\n• `/incident evidence hold <reason>` and `hold off <reason>`: legal hold"
                        + "\nA message or a file in Slack: its menu, _Add as evidence_.");
    }

    private Answer openSheet(Pressed pressed) {
        return pressed.incident()
                .map(id -> openSheet(pressed.from().trigger(), id, pressed.by()))
                .orElseGet(counter.reception()::nothingHere);
    }

    private Answer openSheet(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = counter.reception().view(id, by);
        if (view.isEmpty()) {
            return counter.reception().nothingHere();
        }
        return trigger.filter(t ->
                        counter.modals()
                                .open(
                                        t,
                                        RegisterSheet.of(
                                                view.get(),
                                                RegisterSheet.FIRST_PAGE,
                                                Optional.empty())))
                        .isPresent()
                ? Answer.silence()
                : Answer.whisper(RegisterSheet.asText(view.get()));
    }

    private Answer openForm(Pressed pressed) {
        return pressed.incident()
                .map(id -> openForm(pressed.from().trigger(), id, pressed.by(), ""))
                .orElseGet(counter.reception()::nothingHere);
    }

    private Answer openForm(Optional<String> trigger, IncidentId id, PersonId by, String what) {
        return counter.open(
                trigger,
                id,
                by,
                view -> ExhibitForm.of(view, by, what, Optional.empty()),
                "Press again, or type `/incident evidence add`.");
    }

    /** What was chosen from the menu beside an exhibit. */
    private Answer act(Pressed pressed) {
        Optional<Counter.About> about = Counter.About.of(pressed);
        if (about.isEmpty()) {
            return counter.reception().nothingHere();
        }
        int number = about.get().exhibit();
        IncidentId id = about.get().incident();
        String[] act = about.get().more().split("/", 2);
        return switch (act[0]) {
            case "transfer" -> counter.openAbout(pressed, number, CustodyForms::transfer);
            case "calloff" ->
                    custody.callOff(pressed, new Counter.About(id, number, act[act.length - 1]));
            case "verify" -> custody.verify(pressed, about.get());
            case "share" -> counter.openAbout(pressed, number, CustodyForms::share);
            case "dispose" -> counter.openAbout(pressed, number, CustodyForms::dispose);
            case "copy" ->
                    counter.openAbout(
                            pressed,
                            number,
                            (view, e) -> ExhibitForm.of(view, pressed.by(), "", Optional.of(e)));
            case "fetch" -> counter.ask(pressed, id, new EvidenceCommand.FetchAgain(number));
            default -> counter.reception().nothingHere();
        };
    }

    private Answer turn(Pressed pressed) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> counter.reception().view(id, pressed.by()));
        Optional<Integer> page = Counter.number(pressed.detail());
        if (view.isPresent() && page.isPresent() && pressed.inView().isPresent()) {
            counter.modals()
                    .refresh(
                            pressed.inView().get(),
                            RegisterSheet.of(view.get(), page.get(), Optional.empty()));
        }
        return Answer.silence();
    }

    private Answer fetchAgain(Pressed pressed) {
        return Counter.About.of(pressed)
                .map(about ->
                        counter.ask(
                                pressed,
                                about.incident(),
                                new EvidenceCommand.FetchAgain(about.exhibit())))
                .orElseGet(counter.reception()::nothingHere);
    }

    private Answer attest(Pressed pressed) {
        return pressed.incident()
                .map(id -> counter.ask(pressed, id, new EvidenceCommand.AttestCustody()))
                .orElseGet(counter.reception()::nothingHere);
    }

    private ModalAnswer submitted(Submitted form) {
        String[] about = form.metadata().split("\\|", 2);
        Optional<IncidentView> view =
                Numbers.incident(about[0]).flatMap(id -> counter.reception().view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        Map<String, String> mistakes = ExhibitForm.mistakes(form);
        if (!mistakes.isEmpty()) {
            return new ModalAnswer.Errors(mistakes);
        }
        Optional<Integer> original = about.length > 1 ? Counter.number(about[1]) : Optional.empty();
        EvidenceCommand.RegisterExhibit command =
                ExhibitForm.command(form, view.get().now(), original);
        IncidentId id = view.get().incident().id();
        return switch (counter.reception().askAll(id, List.of(command), form.knock())) {
            case Outcome.Refused(Phrase words) ->
                    ModalAnswer.refused(ExhibitForm.field(Counter.plain(words)), words);
            case Outcome.Done(Incident after, var ignored) ->
                    counter.register(id, form.by(), advice(command.type(), after, view.get()));
        };
    }

    /** The order of volatility, said when it can still be kept. */
    private static Optional<Phrase> advice(ExhibitType type, Incident after, IncidentView before) {
        boolean memoryIsOpen =
                before.policy().phases().stream()
                        .flatMap(p -> before.items(p).stream())
                        .filter(i -> i.tickedBy().filter(AutoTick.MEMORY_KEPT::equals).isPresent())
                        .map(Item::name)
                        .anyMatch(name -> !after.checklists().done(name));
        return memoryIsOpen && type == ExhibitType.DISK
                ? Optional.of(
                        Phrase.of("⚠️ ")
                                .strong("Memory is not kept yet.")
                                .say(
                                        " Do not power anything off before it is: what is in memory is lost"
                                                + " with the power."))
                : Optional.empty();
    }

    /** A message or a file in the chat becomes evidence: this is the first of two clicks. */
    private Answer pointed(Pointed pointed) {
        Optional<IncidentId> here =
                pointed.from().channel().flatMap(counter.reception().records()::inChannel);
        Optional<IncidentId> seen =
                here.filter(id -> counter.reception().view(id, pointed.by()).isPresent());
        List<BoardRow> open =
                seen.isPresent() ? List.of() : counter.reception().records().open(pointed.by());
        if (seen.isEmpty() && open.isEmpty()) {
            return Answer.whisper(
                    "No incident is open that this could be evidence of. Declare one first:"
                            + " `/incident declare`.");
        }
        return pointed.from()
                        .trigger()
                        .filter(t -> counter.modals().open(t, ShortcutForm.of(pointed, seen, open)))
                        .isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Use _Add as evidence_ again.");
    }

    private ModalAnswer submittedMessage(Submitted form) {
        Optional<IncidentView> view =
                ShortcutForm.incident(form).flatMap(id -> counter.reception().view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = List.copyOf(ShortcutForm.commands(form, view.get().now()));
        if (commands.isEmpty()) {
            return ModalAnswer.error(ShortcutForm.KEEP, "Tick what is to be kept.");
        }
        return switch (counter.reception()
                .askAll(view.get().incident().id(), commands, form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(Phrase words) -> ModalAnswer.refused(ShortcutForm.KEEP, words);
        };
    }
}

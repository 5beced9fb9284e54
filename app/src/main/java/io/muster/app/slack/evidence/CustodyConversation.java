package io.muster.app.slack.evidence;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Handover;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.IncidentId;

import java.util.Optional;
import java.util.function.BiFunction;

/** Through whose hands it goes, and whether it is still what it was. */
final class CustodyConversation implements Conversation {
    private static final String WHICH =
            "Say which: `/incident evidence %s E1 …`. `/incident evidence` shows their numbers.";

    private final Counter counter;

    CustodyConversation(Counter counter) {
        this.counter = counter;
    }

    @Override
    public void register(Ways ways) {
        ways.button("custody-take", this::take)
                .button("custody-end", this::end)
                .modal("evidence-transfer", this::offered)
                .modal("custody-take", this::taken)
                .modal("evidence-verify", this::verified)
                .modal("evidence-dispose", this::disposed);
    }

    Answer transfer(IncidentId id, Typed typed) {
        String[] words = Typing.split(typed.rest());
        Optional<Integer> number = Counter.number(words[0]);
        if (number.isEmpty()) {
            return Answer.whisper(String.format(WHICH, "transfer"));
        }
        Optional<PersonId> to = Typing.person(typed.raw());
        FreeText purpose = FreeText.of(words[1].replaceFirst("^@\\S+\\s*", ""));
        if (to.isEmpty() || purpose.isBlank()) {
            return openTyped(id, typed, number.get(), CustodyForms::transfer);
        }
        return counter.reception()
                .ask(
                        id,
                        new EvidenceCommand.OfferCustody(number.get(), to.get(), purpose),
                        typed.knock(),
                        after ->
                                Answer.whisper(
                                        Mrkdwn.mention(to.get())
                                                + " has been asked to confirm that they have it."));
    }

    Answer verify(IncidentId id, Typed typed) {
        String[] words = Typing.split(typed.rest());
        Optional<Integer> number = Counter.number(words[0]);
        if (number.isEmpty()) {
            return Answer.whisper(String.format(WHICH, "verify"));
        }
        Optional<Exhibit> exhibit =
                counter.reception()
                        .view(id, typed.by())
                        .flatMap(view -> Counter.exhibit(view, number.get()));
        boolean ours = exhibit.flatMap(Exhibit::path).isPresent();
        if (!ours && words[1].isBlank() && exhibit.isPresent()) {
            return openTyped(id, typed, number.get(), CustodyForms::verify);
        }
        boolean recompute = ours && words[1].isBlank();
        String found = recompute ? counter.recompute(exhibit.get()) : words[1];
        return counter.reception()
                .ask(
                        id,
                        new EvidenceCommand.CheckHash(number.get(), found, recompute),
                        typed.knock(),
                        after -> checked(after.dossier().evidence().find(number.get()), exhibit));
    }

    private static Answer checked(Optional<Exhibit> after, Optional<Exhibit> before) {
        boolean wrong =
                after.map(Exhibit::mismatches).orElse(0)
                        > before.map(Exhibit::mismatches).orElse(0);
        return Answer.whisper(
                wrong
                        ? "⚠️ *The hash does not match.* The channel was told. Set it aside and touch nothing."
                        : "✅ The hash is in order; it is in the timeline.");
    }

    Answer verify(Pressed pressed, Counter.About about) {
        Optional<Exhibit> exhibit =
                counter.reception()
                        .view(about.incident(), pressed.by())
                        .flatMap(view -> Counter.exhibit(view, about.exhibit()));
        if (exhibit.flatMap(Exhibit::path).isEmpty()) {
            return counter.openAbout(pressed, about.exhibit(), CustodyForms::verify);
        }
        return counter.ask(
                pressed,
                about.incident(),
                new EvidenceCommand.CheckHash(
                        about.exhibit(), counter.recompute(exhibit.get()), true));
    }

    Answer callOff(Pressed pressed, Counter.About about) {
        return counter.ask(
                pressed,
                about.incident(),
                new EvidenceCommand.EndOffer(about.exhibit(), about.transfer(), FreeText.NONE));
    }

    /** The receiver confirms: what Muster keeps it hashes itself, what it does not is asked for. */
    private Answer take(Pressed pressed) {
        Optional<Counter.About> about = Counter.About.of(pressed);
        Optional<IncidentView> view =
                about.flatMap(a -> counter.reception().view(a.incident(), pressed.by()));
        Optional<Exhibit> exhibit = view.flatMap(v -> Counter.exhibit(v, about.get().exhibit()));
        if (exhibit.isEmpty()) {
            return counter.reception().nothingHere();
        }
        Optional<Handover.Offer> offer =
                exhibit.get()
                        .offer()
                        .filter(o -> o.number() == about.get().transfer())
                        .filter(o -> o.to().equals(pressed.by()));
        boolean asks =
                offer.isPresent()
                        && exhibit.get().digest().isPresent()
                        && exhibit.get().path().isEmpty();
        if (asks) {
            return counter.openAbout(
                    pressed,
                    exhibit.get().number(),
                    (v, e) -> CustodyForms.receive(v, e, offer.get()));
        }
        String found =
                offer.isPresent() && exhibit.get().path().isPresent()
                        ? counter.recompute(exhibit.get())
                        : "";
        return counter.ask(
                pressed,
                about.get().incident(),
                new EvidenceCommand.TakeCustody(
                        about.get().exhibit(), about.get().transfer(), found));
    }

    private Answer end(Pressed pressed) {
        return Counter.About.of(pressed)
                .map(about -> callOff(pressed, about))
                .orElseGet(counter.reception()::nothingHere);
    }

    private ModalAnswer offered(Submitted form) {
        Optional<PersonId> to = form.person(CustodyForms.TO);
        if (to.isEmpty()) {
            return ModalAnswer.error(CustodyForms.TO, "Choose the person who receives it.");
        }
        return about(
                form,
                CustodyForms.PURPOSE,
                about ->
                        new EvidenceCommand.OfferCustody(
                                about.exhibit(), to.get(), form.text(CustodyForms.PURPOSE)));
    }

    private ModalAnswer taken(Submitted form) {
        return about(
                form,
                CustodyForms.HASH,
                about ->
                        new EvidenceCommand.TakeCustody(
                                about.exhibit(),
                                about.transfer(),
                                form.text(CustodyForms.HASH).text()));
    }

    private ModalAnswer verified(Submitted form) {
        return about(
                form,
                CustodyForms.HASH,
                about ->
                        new EvidenceCommand.CheckHash(
                                about.exhibit(), form.text(CustodyForms.HASH).text(), false));
    }

    private ModalAnswer disposed(Submitted form) {
        boolean returned =
                form.choice(CustodyForms.HOW)
                        .filter(Disposal.How.RETURNED.word()::equals)
                        .isPresent();
        return about(
                form,
                CustodyForms.REASON,
                about ->
                        new EvidenceCommand.Dispose(
                                about.exhibit(),
                                returned ? Disposal.How.RETURNED : Disposal.How.DESTROYED,
                                form.text(CustodyForms.REASON)));
    }

    private ModalAnswer about(
            Submitted form,
            String field,
            java.util.function.Function<Counter.About, EvidenceCommand> command) {
        return Counter.About.of(form.metadata())
                .map(about -> counter.submit(form, about.incident(), command.apply(about), field))
                .orElseGet(ModalAnswer::close);
    }

    private Answer openTyped(
            IncidentId id,
            Typed typed,
            int number,
            BiFunction<IncidentView, Exhibit, com.slack.api.model.view.View> form) {
        Optional<IncidentView> view = counter.reception().view(id, typed.by());
        if (view.isEmpty()) {
            return counter.reception().nothingHere();
        }
        return Counter.exhibit(view.get(), number)
                .map(exhibit ->
                        counter.open(
                                typed.from().trigger(),
                                id,
                                typed.by(),
                                v -> form.apply(v, exhibit),
                                "Type it again."))
                .orElseGet(() ->
                        Answer.whisper(
                                "There is no exhibit "
                                        + Exhibit.label(number)
                                        + " here. `/incident evidence` shows the register."));
    }
}

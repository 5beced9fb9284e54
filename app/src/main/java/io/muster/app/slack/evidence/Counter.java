package io.muster.app.slack.evidence;

import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.evidence.EvidenceVault;
import io.muster.app.slack.Answer;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.IncidentId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the conversations about evidence have in common: forms, answers, numbers of exhibits. */
record Counter(Reception reception, Modals modals, EvidenceVault vault) {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final Pattern LABEL = Pattern.compile("(?i)(?:inc-?\\d+-)?e?(\\d{1,6})");

    /** {@code E3}, {@code e3}, {@code 3} or {@code INC-42-E3}. */
    static Optional<Integer> number(String word) {
        Matcher matcher = LABEL.matcher(word.strip());
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                : Optional.empty();
    }

    /** Which exhibit, and what more: as buttons, menus and forms carry it. */
    record About(IncidentId incident, int exhibit, String more) {
        /** {@code 42|3/transfer}. */
        static Optional<About> of(String value) {
            String[] parts = value.split("[|/]", 3);
            Optional<IncidentId> incident = Numbers.incident(parts[0]);
            Optional<Integer> exhibit = parts.length > 1 ? number(parts[1]) : Optional.empty();
            return incident.isPresent() && exhibit.isPresent()
                    ? Optional.of(
                            new About(
                                    incident.get(),
                                    exhibit.get(),
                                    parts.length > 2 ? parts[2] : ""))
                    : Optional.empty();
        }

        static Optional<About> of(Pressed pressed) {
            return pressed.value().stream().findFirst().flatMap(About::of);
        }

        /** The handover that is meant; one that never was if the value was not ours. */
        int transfer() {
            return number(more).orElse(0);
        }

        String value() {
            return incident.number() + "|" + exhibit + (more.isEmpty() ? "" : "/" + more);
        }
    }

    /** Opens a form or a sheet of an incident. */
    Answer open(
            Optional<String> trigger,
            IncidentId id,
            PersonId by,
            Function<IncidentView, View> form,
            String instead) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, form.apply(view.get()))).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. " + instead);
    }

    /** Opens a form about one exhibit. */
    Answer openAbout(Pressed pressed, int exhibit, Function2<IncidentView, Exhibit, View> form) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
        Optional<Exhibit> found = view.flatMap(v -> exhibit(v, exhibit));
        if (found.isEmpty()) {
            return reception.nothingHere();
        }
        return open(
                pressed.from().trigger(),
                view.get().incident().id(),
                pressed.by(),
                v -> form.apply(v, found.get()),
                "Press again.");
    }

    /** A function of two things. */
    interface Function2<A, B, C> {
        C apply(A a, B b);
    }

    static Optional<Exhibit> exhibit(IncidentView view, int number) {
        return view.incident().dossier().evidence().find(number);
    }

    /** Asks the desk; inside the register the answer shows there, elsewhere as a whisper. */
    Answer ask(Pressed pressed, IncidentId id, EvidenceCommand command) {
        Outcome outcome = reception.askAll(id, List.of(command), pressed.knock());
        if (pressed.inView().isEmpty()) {
            return reception.tell(
                    outcome,
                    after -> alarm(outcome).map(Answer::whisper).orElseGet(Answer::silence));
        }
        Optional<Phrase> said =
                outcome instanceof Outcome.Refused(Phrase words)
                        ? Optional.of(words)
                        : alarm(outcome);
        refresh(pressed, id, said);
        return Answer.silence();
    }

    /** Shows the register as it is now in the modal where this was pressed. */
    void refresh(Pressed pressed, IncidentId id, Optional<Phrase> said) {
        Optional<IncidentView> now = reception.view(id, pressed.by());
        if (pressed.inView().isPresent() && now.isPresent()) {
            modals.refresh(
                    pressed.inView().get(),
                    RegisterSheet.of(now.get(), RegisterSheet.FIRST_PAGE, said));
        }
    }

    /** Asks the desk; a refusal stays in the form, success shows the register. */
    ModalAnswer submit(Submitted form, IncidentId id, EvidenceCommand command, String field) {
        Outcome outcome = reception.askAll(id, List.of(command), form.knock());
        return switch (outcome) {
            case Outcome.Refused(Phrase words) -> ModalAnswer.refused(field, words);
            case Outcome.Done ignored -> register(id, form.by(), alarm(outcome));
        };
    }

    /** The register, in place of the form that was submitted. */
    ModalAnswer register(IncidentId id, PersonId by, Optional<Phrase> said) {
        return reception
                .view(id, by)
                .<ModalAnswer>map(view ->
                        new ModalAnswer.Show(RegisterSheet.of(view, RegisterSheet.LAST_PAGE, said)))
                .orElseGet(ModalAnswer::close);
    }

    /** What must not be overlooked although it was accepted. */
    static Optional<Phrase> alarm(Outcome outcome) {
        return outcome instanceof Outcome.Done done
                        && done.events().stream()
                                .anyMatch(EvidenceEvent.EvidenceMismatch.class::isInstance)
                ? Optional.of(
                        Phrase.of("⚠️ ")
                                .strong("The hash does not match.")
                                .say(
                                        " Nothing was handed over, and the channel was told. Set it aside"
                                                + " and touch nothing."))
                : Optional.empty();
    }

    /** The hash of what Muster keeps of it now; blank if that is gone. */
    String recompute(Exhibit exhibit) {
        try {
            return vault.hash(exhibit.path().orElseThrow()).orElse("");
        } catch (IOException e) {
            LOG.error("{} cannot be read", exhibit.path().orElse(""), e);
            throw new IllegalStateException("the evidence cannot be read", e);
        }
    }

    /** The words alone, by which the field is found that has to be mended. */
    static String plain(Phrase words) {
        return words.plain(person -> "the person concerned");
    }
}

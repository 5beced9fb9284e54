package io.muster.app.slack.evidence;

import com.slack.api.model.view.View;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Optional;

/** What may leave, what must stay: Legal is told, holds are placed and ended. */
final class LegalConversation implements Conversation {
    private static final String WHOM = "whom";
    private static final String ENDS = "|end";

    private final Counter counter;

    LegalConversation(Counter counter) {
        this.counter = counter;
    }

    @Override
    public void register(Ways ways) {
        ways.button("evidence-legal", this::askLegal)
                .button("evidence-told", pressed -> open(pressed, LegalConversation::toldForm))
                .button("evidence-noted", this::noted)
                .button("evidence-hold", pressed -> open(pressed, LegalConversation::holdForm))
                .modal("evidence-share", this::shared)
                .modal("evidence-told", this::told)
                .modal("evidence-hold", this::held);
    }

    Answer share(IncidentId id, Typed typed) {
        Optional<Integer> number = Counter.number(Typing.split(typed.rest())[0]);
        Optional<Exhibit> exhibit =
                counter.reception()
                        .view(id, typed.by())
                        .flatMap(view -> number.flatMap(n -> Counter.exhibit(view, n)));
        return exhibit.map(e ->
                        counter.open(
                                typed.from().trigger(),
                                id,
                                typed.by(),
                                view -> CustodyForms.share(view, e),
                                "Type it again."))
                .orElseGet(() ->
                        Answer.whisper(
                                "Say which: `/incident evidence share E1`. `/incident evidence`"
                                        + " shows their numbers."));
    }

    Answer legal(IncidentId id, Typed typed) {
        if (typed.rest().isBlank()) {
            return counter.reception()
                    .ask(
                            id,
                            new EvidenceCommand.AskLegal(),
                            typed.knock(),
                            after ->
                                    Answer.whisper(
                                            legal(after)
                                                    + " is being asked to take note. Nothing leaves before"
                                                    + " they have."));
        }
        Optional<PersonId> whom = Typing.person(typed.raw());
        FreeText how =
                FreeText.of(
                        whom.isPresent()
                                ? typed.rest().replaceFirst("^@\\S+\\s*", "")
                                : typed.rest());
        return counter.reception()
                .ask(
                        id,
                        new EvidenceCommand.NotifyLegal(whom, how),
                        typed.knock(),
                        after -> Answer.whisper("Recorded: " + legal(after) + " knows."));
    }

    private String legal(Incident after) {
        return Mrkdwn.escape(counter.reception().office().policyOf(after).counselWord());
    }

    Answer hold(IncidentId id, Typed typed) {
        String[] words = Typing.split(typed.rest());
        boolean off = words[0].equalsIgnoreCase("off") || words[0].equalsIgnoreCase("end");
        return counter.reception()
                .ask(
                        id,
                        off
                                ? new EvidenceCommand.ReleaseHold(FreeText.of(words[1]))
                                : new EvidenceCommand.PlaceHold(FreeText.of(typed.rest())),
                        typed.knock(),
                        after ->
                                Answer.whisper(
                                        off
                                                ? "The legal hold is over."
                                                : "Legal hold: nothing is destroyed or returned until it is"
                                                        + " ended."));
    }

    private Answer askLegal(Pressed pressed) {
        return pressed.incident()
                .map(id -> counter.ask(pressed, id, new EvidenceCommand.AskLegal()))
                .orElseGet(counter.reception()::nothingHere);
    }

    private Answer noted(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        counter.ask(
                                pressed,
                                id,
                                new EvidenceCommand.NotifyLegal(Optional.empty(), FreeText.NONE)))
                .orElseGet(counter.reception()::nothingHere);
    }

    private Answer open(Pressed pressed, java.util.function.Function<IncidentView, View> form) {
        return pressed.incident()
                .map(id ->
                        counter.open(
                                pressed.from().trigger(), id, pressed.by(), form, "Press again."))
                .orElseGet(counter.reception()::nothingHere);
    }

    private static View toldForm(IncidentView view) {
        String legal = view.policy().counselWord();
        return Forms.modal(
                "evidence-told",
                "They have been told",
                "Record",
                number(view),
                List.of(
                        Forms.person(WHOM, "Whom did you tell? (" + legal + ")", Optional.empty()),
                        Forms.lines(
                                CustodyForms.REASON,
                                "How, and what did they say?",
                                "By phone at 14:10; no objection",
                                "",
                                false)));
    }

    private static View holdForm(IncidentView view) {
        boolean stands = view.incident().dossier().evidence().hold().isPresent();
        return Forms.modal(
                "evidence-hold",
                stands ? "End legal hold" : "Legal hold",
                stands ? "End the hold" : "Place the hold",
                number(view) + (stands ? ENDS : ""),
                List.of(
                        Shapes.section(
                                stands
                                        ? "After this, evidence can be destroyed and returned again."
                                        : "Until it is ended, nothing of this incident's evidence is"
                                                + " destroyed or returned."),
                        Forms.lines(
                                CustodyForms.REASON, "Why, and who ordered it?", "", "", false)));
    }

    private ModalAnswer shared(Submitted form) {
        return Counter.About.of(form.metadata())
                .map(about ->
                        counter.submit(
                                form,
                                about.incident(),
                                new EvidenceCommand.ShareExhibit(
                                        about.exhibit(),
                                        form.text(CustodyForms.WITH),
                                        form.text(CustodyForms.PURPOSE),
                                        form.text(CustodyForms.OVERRIDE)),
                                CustodyForms.WITH))
                .orElseGet(ModalAnswer::close);
    }

    private ModalAnswer told(Submitted form) {
        return form.incident()
                .map(id ->
                        counter.submit(
                                form,
                                id,
                                new EvidenceCommand.NotifyLegal(
                                        form.person(WHOM), form.text(CustodyForms.REASON)),
                                CustodyForms.REASON))
                .orElseGet(ModalAnswer::close);
    }

    /** What the form's button said, even if somebody else was quicker. */
    private ModalAnswer held(Submitted form) {
        boolean ends = form.metadata().endsWith(ENDS);
        FreeText reason = form.text(CustodyForms.REASON);
        return Numbers.incident(form.metadata().replace(ENDS, ""))
                .map(id ->
                        counter.submit(
                                form,
                                id,
                                ends
                                        ? new EvidenceCommand.ReleaseHold(reason)
                                        : new EvidenceCommand.PlaceHold(reason),
                                CustodyForms.REASON))
                .orElseGet(ModalAnswer::close);
    }

    private static String number(IncidentView view) {
        return String.valueOf(view.incident().id().number());
    }
}

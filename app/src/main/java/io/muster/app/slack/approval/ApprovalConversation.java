package io.muster.app.slack.approval;

import com.slack.api.model.view.View;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.approval.Draft;
import io.muster.core.incident.DraftCommand;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading what others wrote, agreeing to it, letting it go, recording that it went. */
public final class ApprovalConversation implements Conversation {
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:n-?)?(\\d{1,6})");

    private final Reception reception;
    private final DraftDesk desk;

    /** In front of this reception. */
    public ApprovalConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.desk = new DraftDesk(reception, modals);
    }

    @Override
    public void register(Ways ways) {
        ways.verb("approve", "[N-1]", "notices that wait for your approval", this::typed)
                .button(
                        "draft-read",
                        p -> desk.about(p, (draft, view) -> DraftSheets.one(draft, view, p.by())))
                .button("draft-approve", p -> desk.about(p, ApprovalConversation::approving))
                .button(
                        "draft-changes",
                        p ->
                                desk.about(
                                        p,
                                        (draft, view) ->
                                                DraftForms.reason(
                                                        "draft-changes",
                                                        "Ask for changes",
                                                        "Ask for changes",
                                                        "What has to change?",
                                                        "The author is told in the channel.",
                                                        draft,
                                                        view)))
                .button("draft-release", p -> desk.about(p, ApprovalConversation::releasing))
                .button("draft-mail", p -> desk.about(p, MailForm::of))
                .modal(
                        "draft-mail",
                        form ->
                                desk.submitted(
                                        form, MailForm.TO, ref -> MailForm.command(form, ref)))
                .button("draft-sent", p -> desk.about(p, DraftForms::sent))
                .modal(
                        "draft-approve",
                        form ->
                                desk.decided(
                                        form,
                                        ref ->
                                                new DraftCommand.ApproveDraft(
                                                        ref.number(), ref.hash())))
                .modal(
                        "draft-release",
                        form ->
                                desk.decided(
                                        form,
                                        ref ->
                                                new DraftCommand.ReleaseDraft(
                                                        ref.number(), ref.hash())))
                .modal(
                        "draft-changes",
                        form ->
                                desk.submitted(
                                        form,
                                        DraftForms.WHAT,
                                        ref ->
                                                new DraftCommand.AskForChanges(
                                                        ref.number(),
                                                        ref.hash(),
                                                        form.text(DraftForms.WHAT))))
                .modal(
                        "draft-sent",
                        form -> desk.submitted(form, lacking(form), ref -> sent(ref, form)));
    }

    /** Below which field a refusal belongs. */
    private static String lacking(Submitted form) {
        boolean askedWhy = form.values().containsKey(DraftForms.LATE);
        return askedWhy && form.text(DraftForms.LATE).isBlank() ? DraftForms.LATE : DraftForms.HOW;
    }

    private static DraftCommand sent(DraftRef ref, Submitted form) {
        return new DraftCommand.MarkSent(
                ref.number(),
                form.instant(DraftForms.WHEN),
                form.text(DraftForms.HOW),
                form.text(DraftForms.TO),
                form.text(DraftForms.PROOF),
                form.text(DraftForms.EXACT),
                form.text(DraftForms.LATE));
    }

    private static View approving(Draft draft, IncidentView view) {
        return DraftForms.decide(
                "draft-approve",
                "Approve " + draft.label(),
                "Approve",
                "You approve exactly this text. If it is changed afterwards, your approval no longer"
                        + " counts and you are asked again.",
                draft,
                view);
    }

    private static View releasing(Draft draft, IncidentView view) {
        return DraftForms.decide(
                "draft-release",
                "Release " + draft.label(),
                "Release",
                "With this, exactly this text may be sent. Whoever sends it records that it went.",
                draft,
                view);
    }

    private Answer typed(Typed typed) {
        boolean here =
                Numbers.spoken(Typing.split(typed.rest())[0]).isPresent()
                        || typed.from()
                                .channel()
                                .flatMap(reception.records()::inChannel)
                                .isPresent();
        return here
                ? reception.about(typed, (id, rest) -> inIncident(id, rest))
                : Answer.whisper(WaitingApprovals.message(reception, typed.by()));
    }

    private Answer inIncident(IncidentId id, Typed typed) {
        Optional<IncidentView> view = reception.view(id, typed.by());
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        Matcher number = NUMBER.matcher(typed.rest().strip());
        Optional<Draft> named =
                number.matches()
                        ? DraftDesk.draft(view.get(), Integer.parseInt(number.group(1)))
                        : Optional.empty();
        List<Draft> waiting = view.get().incident().dossier().drafts().waitingFor(typed.by());
        View sheet =
                named.map(d -> DraftSheets.one(d, view.get(), typed.by()))
                        .orElseGet(() ->
                                waiting.size() == 1
                                        ? approving(waiting.getFirst(), view.get())
                                        : DraftSheets.list(view.get()));
        return desk.open(typed.from().trigger(), sheet);
    }
}

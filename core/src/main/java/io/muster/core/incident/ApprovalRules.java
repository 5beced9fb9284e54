package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Approval;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Mark;
import io.muster.core.approval.Stage;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.RoleName;

import java.util.List;
import java.util.Optional;

/** Agreeing to words, or asking for others. Nobody agrees to their own, whatever they hold. */
final class ApprovalRules {
    private ApprovalRules() {}

    static Decision approve(
            Draft draft,
            DraftCommand.ApproveDraft c,
            PersonId person,
            Incident incident,
            Moment moment) {
        Optional<Decision> no = notYours(draft, c.hash(), person, incident, moment);
        if (no.isPresent()) {
            return no.get();
        }
        if (draft.approvedBy(person)) {
            return Decision.refuse("You approved this text of " + draft.label() + " already.");
        }
        Optional<Mark> other = draft.objection().filter(o -> !o.by().equals(person));
        if (draft.stage() == Stage.CHANGES_ASKED && other.isPresent()) {
            return Decision.refuse(
                    Phrase.EMPTY
                            .who(other.get().by())
                            .say(" asked for changes to " + draft.label())
                            .say(". You will be asked again when it has been changed."));
        }
        List<RoleName> roles = Reviewers.rolesOf(person, draft, incident, moment);
        Approval approval =
                new Approval(
                        draft.current().number(),
                        draft.current().hash(),
                        roles,
                        person,
                        moment.now());
        ReviewRule rule = Reviewers.rule(draft, moment);
        return Decision.accept(
                new DraftEvent.DraftApproved(
                        draft.number(),
                        draft.current().number(),
                        draft.current().hash(),
                        roles,
                        roles.stream().map(moment.policy()::titleOf).toList(),
                        draft.approved(approval, false).approved(rule)));
    }

    static Decision askForChanges(
            Draft draft,
            DraftCommand.AskForChanges c,
            PersonId person,
            Incident incident,
            Moment moment) {
        Optional<Decision> no = notYours(draft, c.hash(), person, incident, moment);
        if (no.isPresent()) {
            return no.get();
        }
        if (c.what().isBlank()) {
            return Decision.refuse("Say what has to change.");
        }
        boolean again =
                draft.objection()
                        .filter(o -> o.by().equals(person) && o.words().equals(c.what()))
                        .isPresent();
        return again
                ? Decision.refuse("You asked for that already.")
                : Decision.accept(
                        new DraftEvent.DraftChangesAsked(
                                draft.number(),
                                draft.current().number(),
                                draft.current().hash(),
                                c.what()));
    }

    /** Why this person cannot decide about these words now; empty if they can. */
    private static Optional<Decision> notYours(
            Draft draft, String hash, PersonId person, Incident incident, Moment moment) {
        if (!draft.stage().isReviewed()) {
            return Optional.of(notNow(draft));
        }
        if (!draft.current().hash().equals(hash)) {
            return Optional.of(
                    Decision.refuse(
                            Phrase.of(draft.label() + " was changed after you opened it, by ")
                                    .who(draft.current().author())
                                    .say(". Read the new text first.")));
        }
        if (person.equals(draft.current().author())) {
            return Optional.of(
                    Decision.refuse(
                            Phrase.of("You wrote this text of " + draft.label())
                                    .say(", so somebody else has to approve it. ")
                                    .then(Reviewers.stillMissing(draft, incident, moment))));
        }
        List<RoleName> reviewers = Reviewers.rule(draft, moment).reviewers();
        if (reviewers.isEmpty() || !Reviewers.rolesOf(person, draft, incident, moment).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Decision.refuse(
                        Phrase.of("Only the " + titles(reviewers, moment) + " may review ")
                                .say(draft.label() + ". ")
                                .then(Reviewers.stillMissing(draft, incident, moment))));
    }

    private static Decision notNow(Draft draft) {
        return switch (draft.stage()) {
            case WRITTEN ->
                    Decision.refuse(
                            Phrase.of(draft.label() + " is still being written by ")
                                    .who(draft.current().author())
                                    .say(". You will be asked when it is ready."));
            case RELEASED ->
                    Decision.refuse(
                            draft.label()
                                    + " is approved and released already. To stop it, withdraw it.");
            case SENT -> Decision.refuse(draft.label() + " was sent already.");
            case WITHDRAWN -> Decision.refuse(draft.label() + " was withdrawn.");
            case IN_REVIEW, CHANGES_ASKED, APPROVED ->
                    throw new IllegalStateException("it can be reviewed");
        };
    }

    private static String titles(List<RoleName> roles, Moment moment) {
        return String.join(" or ", roles.stream().map(moment.policy()::titleOf).toList());
    }
}

package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Sending;
import io.muster.core.policy.Act;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Letting words go, and recording that they went. Nothing unapproved gets past here. */
final class SendingRules {
    private SendingRules() {}

    static Decision release(
            Draft draft,
            DraftCommand.ReleaseDraft c,
            PersonId person,
            Incident incident,
            Moment moment) {
        ReviewRule rule = Reviewers.rule(draft, moment);
        Optional<Decision> no = mayNotRelease(rule.release(), person, incident, moment);
        if (no.isPresent()) {
            return no.get();
        }
        return switch (draft.stage()) {
            case APPROVED ->
                    PublicVersion.mayNotLeave(draft, incident, moment)
                            .orElseGet(() -> released(draft, c.hash(), rule, incident, moment));
            case RELEASED ->
                    Decision.refuse(
                            Phrase.of(draft.label() + " was released already by ")
                                    .who(draft.released().orElseThrow().by())
                                    .say("."));
            case SENT -> Decision.refuse(draft.label() + " was sent already.");
            case WITHDRAWN -> Decision.refuse(draft.label() + " was withdrawn.");
            case WRITTEN, IN_REVIEW, CHANGES_ASKED ->
                    Decision.refuse(
                            Phrase.of(draft.label() + " is not approved yet. ")
                                    .then(notApproved(draft, incident, moment)));
        };
    }

    private static Decision released(
            Draft draft, String hash, ReviewRule rule, Incident incident, Moment moment) {
        if (!draft.approved(rule)) {
            return Decision.refuse(Reviewers.stillMissing(draft, incident, moment));
        }
        if (!draft.current().hash().equals(hash)) {
            return Decision.refuse(
                    draft.label() + " was changed after you opened it. Read the new text first.");
        }
        return SubmissionRules.decidedNotTo(draft, incident)
                .or(() -> StatusPageRules.keptBack(incident, draft.current().wording()))
                .orElseGet(() ->
                        Decision.accept(
                                new DraftEvent.DraftReleased(
                                        draft.number(),
                                        draft.current().number(),
                                        draft.current().hash())));
    }

    /** Not even an admin releases in passing: whoever does takes the role first, on the record. */
    private static Optional<Decision> mayNotRelease(
            List<RoleName> roles, PersonId person, Incident incident, Moment moment) {
        return roles.stream().anyMatch(role -> AccessRules.holds(incident, person, role, moment))
                ? Optional.empty()
                : Optional.of(AccessRules.notYours(incident, Act.RELEASE, roles, moment));
    }

    static Decision sent(Draft draft, DraftCommand.MarkSent c, Incident incident, Moment moment) {
        return switch (draft.stage()) {
            case RELEASED ->
                    PublicVersion.mayNotLeave(draft, incident, moment)
                            .orElseGet(() -> went(draft, c, incident, moment));
            case SENT -> sentAlready(draft);
            case WITHDRAWN ->
                    Decision.refuse(
                            draft.label()
                                    + " was withdrawn. If it went out all the same, say so with"
                                    + " /incident note.");
            case APPROVED ->
                    Decision.refuse(
                            Phrase.of(draft.label() + " is approved but not released. ")
                                    .then(whoReleases(draft, incident, moment)));
            case WRITTEN, IN_REVIEW, CHANGES_ASKED ->
                    Decision.refuse(
                            Phrase.of(draft.label())
                                    .say(" is not approved, so it cannot be marked as sent. ")
                                    .then(notApproved(draft, incident, moment)));
        };
    }

    private static Decision sentAlready(Draft draft) {
        Sending sending = draft.sending().orElseThrow();
        return Decision.refuse(
                Phrase.of(draft.label() + " was marked as sent already by ")
                        .who(sending.by())
                        .say(", for ")
                        .at(sending.sentAt())
                        .say("."));
    }

    private static Phrase notApproved(Draft draft, Incident incident, Moment moment) {
        return switch (draft.stage()) {
            case WRITTEN -> Phrase.of("Ask for review first: open it and press Ask for review.");
            case CHANGES_ASKED ->
                    Phrase.EMPTY
                            .who(draft.objection().orElseThrow().by())
                            .say(" asked for changes; change the text and ask for review again.");
            case IN_REVIEW, APPROVED, RELEASED, SENT, WITHDRAWN ->
                    Reviewers.stillMissing(draft, incident, moment);
        };
    }

    private static Phrase whoReleases(Draft draft, Incident incident, Moment moment) {
        RoleName role = Reviewers.rule(draft, moment).release().getFirst();
        String title = moment.policy().titleOf(role);
        return incident.holder(role)
                .or(() -> moment.roster().onDuty(role))
                .map(person -> Phrase.of(title + " ").who(person).say(" has to release it first."))
                .orElseGet(() ->
                        Phrase.of("Nobody holds the role " + title + ", who releases: ")
                                .code(Reviewers.appoint(role)));
    }

    private static Decision went(
            Draft draft, DraftCommand.MarkSent c, Incident incident, Moment moment) {
        Instant sentAt = c.sentAt().orElse(moment.now());
        if (sentAt.isAfter(moment.now())) {
            return Decision.refuse("That is in the future. Mark it as sent when it has been sent.");
        }
        Instant released = draft.released().orElseThrow().at().truncatedTo(ChronoUnit.MINUTES);
        if (sentAt.isBefore(released)) {
            return Decision.refuse(
                    Phrase.of(draft.label() + " was released ")
                            .at(released)
                            .say(" and cannot have been sent before. If it was, say so with ")
                            .code("/incident note")
                            .say("."));
        }
        if (c.how().isBlank() || c.recipients().isBlank() || c.proof().isBlank()) {
            return Decision.refuse(
                    "Say by which way it went, to whom or to how many, and where that can be seen.");
        }
        if (!c.exact().isBlank() && differs(draft, c.exact())) {
            return Decision.refuse(
                    "What you pasted is not what was approved (sha-256 "
                            + Revision.shortHash(
                                    draft.current().wording().withText(c.exact()).hash())
                            + " instead of "
                            + draft.current().shortHash()
                            + "). Send the approved words; if other words went out, say so with"
                            + " /incident note.");
        }
        Optional<Decision> no =
                SubmissionRules.refusal(draft, sentAt, c.lateBecause(), incident, moment);
        return no.orElseGet(() -> new Decision.Accepted(gone(draft, c, sentAt, incident, moment)));
    }

    private static List<IncidentEvent> gone(
            Draft draft,
            DraftCommand.MarkSent c,
            Instant sentAt,
            Incident incident,
            Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new DraftEvent.DraftSent(
                        draft.number(),
                        draft.current().number(),
                        draft.current().hash(),
                        sentAt,
                        c.how(),
                        c.recipients(),
                        c.proof(),
                        !c.exact().isBlank(),
                        incident.header().drill(),
                        Optional.empty()));
        events.addAll(SubmissionRules.of(incident, draft, sentAt, c.proof()));
        events.addAll(SubmissionRules.reasons(draft, sentAt, c.lateBecause(), incident, moment));
        return events;
    }

    private static boolean differs(Draft draft, FreeText exact) {
        return !draft.current().wording().withText(exact).hash().equals(draft.current().hash());
    }
}

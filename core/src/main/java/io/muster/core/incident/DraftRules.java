package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Approval;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.approval.Wording;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.ReviewRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writing what leaves the building; agreeing to it and letting it go have rules of their own. */
final class DraftRules {
    private static final int LONGEST_TEXT = 12_000;
    private static final int BLANKS = 3;

    private DraftRules() {}

    static Decision decide(Incident incident, DraftCommand command, Moment moment) {
        if (command instanceof DraftCommand.PassOnReviews) {
            return Decision.accept(); // the consequences look who is asked now
        }
        return moment.by()
                .person()
                .map(person -> decide(incident, command, person, moment))
                .orElseGet(() -> Decision.refuse("Only a person can decide what is said outside."));
    }

    private static Decision decide(
            Incident incident, DraftCommand command, PersonId person, Moment moment) {
        return switch (command) {
            case DraftCommand.WriteDraft c -> write(incident, c, person, moment);
            case DraftCommand.ReviseDraft c ->
                    known(incident, c.number(), d -> revise(d, c, person, incident, moment));
            case DraftCommand.SubmitDraft c ->
                    known(incident, c.number(), d -> submit(d, incident, moment));
            case DraftCommand.ApproveDraft c ->
                    known(
                            incident,
                            c.number(),
                            d -> ApprovalRules.approve(d, c, person, incident, moment));
            case DraftCommand.AskForChanges c ->
                    known(
                            incident,
                            c.number(),
                            d -> ApprovalRules.askForChanges(d, c, person, incident, moment));
            case DraftCommand.ReleaseDraft c ->
                    known(
                            incident,
                            c.number(),
                            d -> SendingRules.release(d, c, person, incident, moment));
            case DraftCommand.MarkSent c ->
                    known(incident, c.number(), d -> SendingRules.sent(d, c, incident, moment));
            case DraftCommand.WithdrawDraft c -> known(incident, c.number(), d -> withdraw(d, c));
            case DraftCommand.PassOnReviews ignored -> Decision.accept();
        };
    }

    private interface Rule {
        Decision of(Draft draft);
    }

    private static Decision known(Incident incident, int number, Rule rule) {
        return incident.dossier()
                .drafts()
                .find(number)
                .map(rule::of)
                .orElseGet(() ->
                        Decision.refuse(
                                Phrase.of("There is no " + Draft.label(number) + " in ")
                                        .say(incident.id() + ". ")
                                        .code("/incident approve")
                                        .say(" shows what there is.")));
    }

    private static Decision write(
            Incident incident, DraftCommand.WriteDraft c, PersonId person, Moment moment) {
        Optional<Purpose> purpose = moment.policy().approvals().purpose(c.purpose());
        if (purpose.isEmpty()) {
            return Decision.refuse(
                    "\""
                            + c.purpose()
                            + "\" is no purpose of this policy. There are: "
                            + String.join(
                                    ", ",
                                    moment.policy().approvals().purposes().stream()
                                            .map(Purpose::name)
                                            .toList())
                            + ".");
        }
        String hash = c.wording().hash();
        Optional<Draft> same =
                incident.dossier().drafts().all().stream()
                        .filter(d -> d.stage() != Stage.WITHDRAWN)
                        .filter(d ->
                                d.purpose().equals(c.purpose())
                                        && d.duty().equals(c.duty())
                                        && d.current().hash().equals(hash))
                        .findFirst();
        if (same.isPresent()) {
            return Decision.refuse(same.get().label() + " says exactly that already.");
        }
        Optional<Decision> unfit = unfit(incident, c.wording(), c.submit());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        int number = incident.dossier().drafts().next();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new DraftEvent.DraftWritten(
                        number, c.purpose(), purpose.get().title(), c.duty(), c.wording(), hash));
        if (c.submit()) {
            events.add(submitted(number, 1, hash, purpose.get().rule(), person, incident, moment));
        }
        return new Decision.Accepted(events);
    }

    private static Decision revise(
            Draft draft,
            DraftCommand.ReviseDraft c,
            PersonId person,
            Incident incident,
            Moment moment) {
        if (draft.stage().isOver()) {
            return Decision.refuse(
                    draft.stage() == Stage.SENT
                            ? draft.label()
                                    + " was sent; what was said stays as it was. Write a correction"
                                    + " as a new draft."
                            : draft.label() + " was withdrawn. Write a new draft.");
        }
        if (c.revision() != draft.current().number()) {
            return Decision.refuse(
                    Phrase.of(draft.label() + " was changed meanwhile by ")
                            .who(draft.current().author())
                            .say(". Open it again and put your change into the new text."));
        }
        String hash = c.wording().hash();
        if (hash.equals(draft.current().hash())) {
            return c.submit() && draft.stage() == Stage.WRITTEN
                    ? submit(draft, incident, moment)
                    : Decision.refuse("Nothing was changed.");
        }
        Optional<Decision> unfit = unfit(incident, c.wording(), c.submit());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        int revision = draft.current().number() + 1;
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new DraftEvent.DraftRevised(
                        draft.number(),
                        revision,
                        c.wording(),
                        hash,
                        draft.standing().stream().map(Approval::by).distinct().toList(),
                        draft.stage() == Stage.RELEASED));
        if (c.submit()) {
            ReviewRule rule = Reviewers.rule(draft, moment);
            events.add(submitted(draft.number(), revision, hash, rule, person, incident, moment));
        }
        return new Decision.Accepted(events);
    }

    private static Decision submit(Draft draft, Incident incident, Moment moment) {
        return switch (draft.stage()) {
            case WRITTEN ->
                    unfit(incident, draft.current().wording(), true)
                            .orElseGet(() ->
                                    Decision.accept(
                                            submitted(
                                                    draft.number(),
                                                    draft.current().number(),
                                                    draft.current().hash(),
                                                    Reviewers.rule(draft, moment),
                                                    draft.current().author(),
                                                    incident,
                                                    moment)));
            case IN_REVIEW ->
                    Decision.refuse(
                            Phrase.of("Review of " + draft.label() + " is asked for already. ")
                                    .then(Reviewers.stillMissing(draft, incident, moment)));
            case CHANGES_ASKED ->
                    Decision.refuse(
                            Phrase.of("Change " + draft.label() + " first: ")
                                    .who(draft.objection().orElseThrow().by())
                                    .say(" asked for other words."));
            case APPROVED -> Decision.refuse(draft.label() + " is approved already.");
            case RELEASED -> Decision.refuse(draft.label() + " is released already.");
            case SENT -> Decision.refuse(draft.label() + " was sent already.");
            case WITHDRAWN -> Decision.refuse(draft.label() + " was withdrawn.");
        };
    }

    private static IncidentEvent submitted(
            int number,
            int revision,
            String hash,
            ReviewRule rule,
            PersonId author,
            Incident incident,
            Moment moment) {
        return new DraftEvent.DraftSubmitted(
                number, revision, hash, Reviewers.asked(rule, author, incident, moment));
    }

    /** What keeps words from being kept, or from being read by those who must agree. */
    private static Optional<Decision> unfit(Incident incident, Wording wording, boolean submit) {
        if (wording.text().isBlank() || wording.audience().isBlank()) {
            return Optional.of(Decision.refuse("A draft needs a text and somebody to say it to."));
        }
        if (wording.text().text().length() > LONGEST_TEXT) {
            return Optional.of(
                    Decision.refuse(
                            "The text is longer than "
                                    + LONGEST_TEXT
                                    + " characters. Put the rest into a document and link to it."));
        }
        Optional<Decision> keptBack = StatusPageRules.keptBack(incident, wording);
        List<String> blanks = wording.blanks();
        if (keptBack.isPresent() || !submit || blanks.isEmpty()) {
            return keptBack;
        }
        String more = blanks.size() > BLANKS ? " and " + (blanks.size() - BLANKS) + " more" : "";
        return Optional.of(
                Decision.refuse(
                        Phrase.of("Before review, fill in or take out what is in brackets: ")
                                .quote(new FreeText(String.join("; ", first(blanks))))
                                .say(more + ".")));
    }

    private static List<String> first(List<String> blanks) {
        return blanks.subList(0, Math.min(BLANKS, blanks.size()));
    }

    private static Decision withdraw(Draft draft, DraftCommand.WithdrawDraft c) {
        return switch (draft.stage()) {
            case SENT ->
                    Decision.refuse(
                            draft.label()
                                    + " was sent and cannot be taken back. Write a correction as a"
                                    + " new draft.");
            case WITHDRAWN -> Decision.refuse(draft.label() + " was withdrawn already.");
            case WRITTEN, IN_REVIEW, CHANGES_ASKED, APPROVED, RELEASED ->
                    c.reason().isBlank()
                            ? Decision.refuse("Say why it is withdrawn.")
                            : Decision.accept(
                                    new DraftEvent.DraftWithdrawn(draft.number(), c.reason()));
        };
    }
}

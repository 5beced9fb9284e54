package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.approval.Approval;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Drafts;
import io.muster.core.approval.Mark;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Sending;

/** What became of the drafts. Hashes are those that were recorded: words may have been erased. */
final class DraftFold {
    private DraftFold() {}

    static Drafts after(Drafts before, DraftEvent event, Happened happened) {
        return before.with(
                switch (event) {
                    case DraftEvent.DraftWritten e ->
                            Draft.written(
                                    e.number(),
                                    e.purpose(),
                                    e.title(),
                                    e.duty(),
                                    new Revision(
                                            1, e.wording(), e.hash(), by(happened), happened.at()));
                    case DraftEvent.DraftRevised e ->
                            of(before, event)
                                    .revised(
                                            new Revision(
                                                    e.revision(),
                                                    e.wording(),
                                                    e.hash(),
                                                    by(happened),
                                                    happened.at()));
                    case DraftEvent.DraftSubmitted e ->
                            of(before, event).submitted(e.asked(), happened.at());
                    case DraftEvent.DraftReviewPassedOn e ->
                            of(before, event).asking(e.role(), e.to());
                    case DraftEvent.DraftApproved e ->
                            of(before, event)
                                    .approved(
                                            new Approval(
                                                    e.revision(),
                                                    e.hash(),
                                                    e.roles(),
                                                    by(happened),
                                                    happened.at()),
                                            e.enough());
                    case DraftEvent.DraftChangesAsked e ->
                            of(before, event).objected(mark(happened, e.what()));
                    case DraftEvent.DraftReleased ignored ->
                            of(before, event).released(mark(happened, FreeText.NONE));
                    case DraftEvent.DraftSent e -> of(before, event).sent(sending(e, happened));
                    case DraftEvent.DraftWithdrawn ignored -> of(before, event).withdrawn();
                });
    }

    private static Sending sending(DraftEvent.DraftSent e, Happened happened) {
        return new Sending(
                e.hash(),
                e.sentAt(),
                e.how(),
                e.recipients(),
                e.proof(),
                e.compared(),
                e.exercise(),
                e.orderedBy().orElseGet(() -> by(happened)),
                happened.at());
    }

    private static Mark mark(Happened happened, FreeText words) {
        return new Mark(by(happened), happened.at(), words);
    }

    private static Draft of(Drafts drafts, DraftEvent event) {
        return drafts.find(event.number())
                .orElseThrow(() -> new IllegalStateException("no draft " + event.number()));
    }

    private static PersonId by(Happened happened) {
        return happened.by()
                .person()
                .orElseThrow(() -> new IllegalStateException("only people decide about drafts"));
    }
}

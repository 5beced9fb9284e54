package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.approval.Approval;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Mark;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Sending;
import io.muster.core.approval.Stage;

import java.util.List;

/**
 * What leaves the building: who approved exactly which words, who released them, and the proof that
 * they went out. The words themselves stay where they are reviewed.
 */
final class NoticesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.incident().dossier().drafts().all().stream()
                        .map(NoticesSection::row)
                        .toList();
        return new Chapter(
                "Notices",
                Passage.table(List.of("Notice", "State", "Approved", "Released", "Sent"), rows)
                        .toList());
    }

    private static List<Phrase> row(Draft draft) {
        return List.of(
                Phrase.EMPTY.strong(draft.label()).say(" " + draft.title()),
                state(draft),
                approved(draft),
                draft.released().map(NoticesSection::by).orElse(Wording.NOTHING),
                draft.sending().map(NoticesSection::sent).orElse(Wording.NOTHING));
    }

    private static Phrase state(Draft draft) {
        Phrase word = Phrase.of(draft.stage().word());
        return draft.stage() == Stage.CHANGES_ASKED
                ? draft.objection()
                        .map(wish ->
                                word.say(" by ").then(by(wish)).then(Wording.because(wish.words())))
                        .orElse(word)
                : word;
    }

    /** Only what was agreed to the words as they stand; the rest is in the timeline. */
    private static Phrase approved(Draft draft) {
        return draft.standing().stream()
                .map(NoticesSection::approval)
                .reduce((one, next) -> one.say("; ").then(next))
                .orElse(Wording.NOTHING);
    }

    private static Phrase approval(Approval approval) {
        return Phrase.EMPTY
                .who(approval.by())
                .say(", ")
                .at(approval.at())
                .say(", SHA-256 ")
                .code(Revision.shortHash(approval.hash()));
    }

    private static Phrase by(Mark mark) {
        return Phrase.EMPTY.who(mark.by()).say(", ").at(mark.at());
    }

    private static Phrase sent(Sending sending) {
        return Phrase.EMPTY
                .at(sending.sentAt())
                .say(" by ")
                .quote(sending.how())
                .say(", to ")
                .quote(sending.recipients())
                .say("; proof: ")
                .quote(sending.proof())
                .say(sending.compared() ? "; the words that went out were compared" : "")
                .say(sending.exercise() ? "; an exercise, nothing left the building" : "")
                .say(" (recorded by ")
                .who(sending.by())
                .say(", ")
                .at(sending.recordedAt())
                .say(")");
    }
}

package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Handover;
import io.muster.core.evidence.Register;
import io.muster.core.evidence.Sharing;
import io.muster.core.evidence.Storage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The exhibits, in whose hands they are, and what holds for all of them. */
final class EvidenceSection implements Section {
    private static final List<String> HEADS =
            List.of("Exhibit", "What", "SHA-256", "Holder", "Kept", "Handovers");

    @Override
    public Chapter of(Subject subject, Extent extent) {
        Register register = subject.incident().dossier().evidence();
        if (register.equals(Register.NONE)) {
            return Chapter.none("Evidence");
        }
        return new Chapter(
                "Evidence",
                Stream.concat(
                                Stream.of(
                                        new Passage.Bullets(
                                                notes(register, subject.policy().counselWord()))),
                                Passage.table(
                                        HEADS,
                                        register.exhibits().stream()
                                                .map(exhibit -> row(exhibit, extent))
                                                .toList()))
                        .toList());
    }

    private static List<Phrase> notes(Register register, String legal) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(Wording.labelled(legal, legal(register)));
        register.hold()
                .map(hold -> Wording.labelled("Legal hold", hold(hold)))
                .ifPresent(lines::add);
        for (Exhibit exhibit : register.exhibits()) {
            exhibit.chain().forEach(h -> lines.add(handed(exhibit, h)));
            exhibit.sharings().forEach(s -> lines.add(shared(exhibit, s, legal)));
        }
        return lines;
    }

    private static Phrase handed(Exhibit exhibit, Handover handover) {
        Phrase phrase =
                Phrase.of(exhibit.label() + " handed from ")
                        .who(handover.from())
                        .say(" to ")
                        .who(handover.to())
                        .say(", received ")
                        .at(handover.receivedAt());
        Phrase why =
                handover.purpose().isBlank()
                        ? phrase
                        : phrase.say(", for: ").quote(handover.purpose());
        return handover.sha256().isPresent() ? why.say("; the hash was right") : why;
    }

    private static Phrase legal(Register register) {
        return register.legal()
                .map(EvidenceSection::told)
                .orElse(
                        register.asked().isEmpty()
                                ? Phrase.of("not told yet")
                                : Phrase.of("asked ")
                                        .everyone(register.asked())
                                        .say("; no answer yet"));
    }

    private static Phrase told(Register.LegalNote note) {
        Phrase said = Phrase.of(note.acknowledged() ? "took note" : "told");
        Phrase whom = note.whom().map(w -> said.say(" (").who(w).say(")")).orElse(said);
        return whom.say(", as recorded by ")
                .then(Wording.byAndWhen(note.by(), note.at()))
                .then(Wording.because(note.how()));
    }

    private static Phrase hold(Register.Hold hold) {
        return Phrase.of("nothing may be destroyed or returned; placed by ")
                .then(Wording.byAndWhen(hold.by(), hold.since()))
                .then(Wording.because(hold.reason()));
    }

    private static Phrase shared(Exhibit exhibit, Sharing sharing, String legal) {
        Phrase phrase =
                Phrase.of(exhibit.label() + " went to ")
                        .quote(sharing.with())
                        .say(", for: ")
                        .quote(sharing.purpose())
                        .say(" (")
                        .then(Wording.byAndWhen(sharing.by(), sharing.at()))
                        .say(")");
        return sharing.override().isBlank()
                ? phrase
                : phrase.say("; before " + legal + " was told, because: ")
                        .quote(sharing.override());
    }

    private static List<Phrase> row(Exhibit exhibit, Extent extent) {
        return List.of(
                Phrase.EMPTY.strong(exhibit.label()),
                what(exhibit),
                hash(exhibit, extent),
                holder(exhibit),
                kept(exhibit),
                handovers(exhibit));
    }

    private static Phrase what(Exhibit exhibit) {
        String copy = exhibit.copyOf().map(o -> " (copy of " + Exhibit.label(o) + ")").orElse("");
        return Phrase.of(exhibit.type().title() + copy + ": ")
                .quote(exhibit.what())
                .say(", from ")
                .quote(exhibit.collection().source())
                .say("; collected by ")
                .who(exhibit.collection().collector())
                .say(", ")
                .at(exhibit.collection().collectedAt());
    }

    /** Whole where it may be compared, short where it is looked at. */
    private static Phrase hash(Exhibit exhibit, Extent extent) {
        Phrase phrase =
                exhibit.sha256()
                        .map(sha256 ->
                                Phrase.EMPTY.code(
                                        extent.equals(Extent.WHOLE)
                                                ? sha256
                                                : Digest.shortly(sha256)))
                        .orElse(Wording.NOTHING);
        return exhibit.mismatches() == 0
                ? phrase
                : phrase.say(", found wrong " + Spoken.count(exhibit.mismatches(), "time"));
    }

    private static Phrase holder(Exhibit exhibit) {
        return exhibit.disposal()
                .map(EvidenceSection::disposed)
                .orElse(Phrase.EMPTY.who(exhibit.holder()));
    }

    private static Phrase disposed(Disposal disposal) {
        return Phrase.of(disposal.how().word() + " by ")
                .then(Wording.byAndWhen(disposal.by(), disposal.at()))
                .then(Wording.because(disposal.reason()));
    }

    private static Phrase kept(Exhibit exhibit) {
        return switch (exhibit.storage()) {
            case Storage.Elsewhere ignored -> elsewhere(exhibit);
            case Storage.Fetching ignored -> Phrase.of("on its way from the chat");
            case Storage.Failed failed -> Phrase.of("could not be fetched: " + failed.reason());
            case Storage.Stored ignored -> Phrase.of("by Muster");
            case Storage.Gone ignored -> Phrase.of("destroyed by Muster");
        };
    }

    private static Phrase elsewhere(Exhibit exhibit) {
        Phrase where =
                exhibit.keeping().where().isBlank()
                        ? Phrase.of("not said where")
                        : Phrase.EMPTY.quote(exhibit.keeping().where());
        Phrase safe = exhibit.keeping().writeOnce() ? where.say(", write-once") : where;
        return exhibit.keeping().until().map(until -> safe.say(" until ").at(until)).orElse(safe);
    }

    private static Phrase handovers(Exhibit exhibit) {
        Phrase count =
                Phrase.of(
                        exhibit.chain().size()
                                + (exhibit.chainIsUnbroken() ? "" : ", the chain is broken"));
        return exhibit.offer()
                .map(offer -> count.say(", offered to ").who(offer.to()))
                .orElse(count);
    }
}

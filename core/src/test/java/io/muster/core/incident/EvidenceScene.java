package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.ChatSource;
import io.muster.core.evidence.Collection;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Commands about evidence as tests say them. */
final class EvidenceScene {
    static final String HASH = "0123456789abcdef".repeat(4);
    static final String OTHER = "fedcba9876543210".repeat(4);
    private static final Keeping SAFE =
            new Keeping(new FreeText("safe 3"), false, Optional.empty());

    private EvidenceScene() {}

    static EvidenceCommand.RegisterExhibit exhibit(ExhibitType type, String what, Instant at) {
        return new EvidenceCommand.RegisterExhibit(
                type,
                new FreeText(what),
                new Collection(
                        new FreeText("db-1"),
                        Scene.ANA,
                        Optional.of(Scene.BEN),
                        new FreeText("avml 0.14"),
                        Optional.of(Duration.ofSeconds(-12)),
                        at),
                SAFE,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static EvidenceCommand.RegisterExhibit hashed(
            EvidenceCommand.RegisterExhibit c, String sha256) {
        return new EvidenceCommand.RegisterExhibit(
                c.type(),
                c.what(),
                c.collection(),
                c.keeping(),
                sha256,
                Optional.of(1_234L),
                c.chat(),
                c.copyOf(),
                c.coversAll());
    }

    static EvidenceCommand.RegisterExhibit coveringAll(EvidenceCommand.RegisterExhibit c) {
        return new EvidenceCommand.RegisterExhibit(
                c.type(),
                c.what(),
                c.collection(),
                c.keeping(),
                c.sha256(),
                c.size(),
                c.chat(),
                c.copyOf(),
                true);
    }

    static EvidenceCommand.RegisterExhibit kept(
            EvidenceCommand.RegisterExhibit c, boolean writeOnce, Optional<Instant> until) {
        return new EvidenceCommand.RegisterExhibit(
                c.type(),
                c.what(),
                c.collection(),
                new Keeping(new FreeText("s3://locked"), writeOnce, until),
                c.sha256(),
                c.size(),
                c.chat(),
                c.copyOf(),
                c.coversAll());
    }

    static EvidenceCommand.RegisterExhibit copyOf(EvidenceCommand.RegisterExhibit c, int original) {
        return new EvidenceCommand.RegisterExhibit(
                c.type(),
                c.what(),
                c.collection(),
                c.keeping(),
                c.sha256(),
                c.size(),
                c.chat(),
                Optional.of(original),
                c.coversAll());
    }

    static EvidenceCommand.RegisterExhibit inTheChat(String message, Instant at) {
        EvidenceCommand.RegisterExhibit c = exhibit(ExhibitType.FILE, "a file", at);
        return new EvidenceCommand.RegisterExhibit(
                c.type(),
                c.what(),
                c.collection(),
                Keeping.BY_MUSTER,
                "",
                Optional.empty(),
                Optional.of(new ChatSource("C1", message, Optional.empty(), Optional.of("F1"))),
                Optional.empty(),
                false);
    }

    static EvidenceCommand offer(int number, PersonId to) {
        return new EvidenceCommand.OfferCustody(number, to, new FreeText("analysis"));
    }

    static EvidenceCommand take(int number, int transfer, String found) {
        return new EvidenceCommand.TakeCustody(number, transfer, found);
    }

    static EvidenceCommand share(int number, String override) {
        return new EvidenceCommand.ShareExhibit(
                number,
                new FreeText("Forensics Ltd"),
                new FreeText("malware analysis"),
                FreeText.of(override));
    }
}

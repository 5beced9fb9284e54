package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Register;
import io.muster.core.evidence.Storage;

import java.util.Optional;
import java.util.function.Function;

/** What may be entered in the register, and what it is found to be later. */
final class EvidenceRules {
    private static final String NO_HASH =
            "That is not a SHA-256: it has 64 characters, 0 to 9 and a to f.";

    private EvidenceRules() {}

    static Decision decide(Incident incident, EvidenceCommand command, Moment moment) {
        Register register = incident.dossier().evidence();
        return switch (command) {
            case EvidenceCommand.RegisterExhibit c -> register(register, c, moment);
            case EvidenceCommand.RecordStored c -> stored(register, c);
            case EvidenceCommand.RecordFetchFailed c -> failed(register, c);
            case EvidenceCommand.FetchAgain c ->
                    about(register, c.number(), EvidenceRules::fetchAgain);
            case EvidenceCommand.CheckHash c ->
                    about(register, c.number(), exhibit -> check(register, exhibit, c));
            case EvidenceCommand.OfferCustody c ->
                    about(register, c.number(), e -> CustodyRules.offer(incident, e, c, moment));
            case EvidenceCommand.TakeCustody c ->
                    about(register, c.number(), e -> CustodyRules.take(e, c, moment));
            case EvidenceCommand.EndOffer c ->
                    about(register, c.number(), e -> CustodyRules.end(incident, e, c, moment));
            case EvidenceCommand.AttestCustody ignored -> CustodyRules.attest(register);
            case EvidenceCommand.Dispose c ->
                    about(register, c.number(), e -> CustodyRules.dispose(incident, e, c, moment));
            case EvidenceCommand.AskLegal ignored -> LegalGateRules.ask(incident, moment);
            case EvidenceCommand.NotifyLegal c -> LegalGateRules.told(register, c, moment);
            case EvidenceCommand.ShareExhibit c ->
                    about(register, c.number(), e -> LegalGateRules.share(incident, e, c, moment));
            case EvidenceCommand.PlaceHold c -> LegalGateRules.place(register, c);
            case EvidenceCommand.ReleaseHold c -> LegalGateRules.release(incident, c, moment);
        };
    }

    private static Decision register(
            Register register, EvidenceCommand.RegisterExhibit c, Moment moment) {
        Optional<String> sha256 = Digest.sha256(c.sha256());
        Optional<Decision> refusal = unfit(c, sha256, moment).or(() -> known(register, c, sha256));
        return refusal.orElseGet(() ->
                Decision.accept(
                        new EvidenceEvent.ExhibitRegistered(
                                register.nextNumber(),
                                c.type(),
                                c.what(),
                                c.collection(),
                                c.keeping(),
                                sha256.map(hash -> new Digest(hash, c.size())),
                                c.chat(),
                                c.copyOf(),
                                c.coversAll())));
    }

    private static Optional<Decision> unfit(
            EvidenceCommand.RegisterExhibit c, Optional<String> sha256, Moment moment) {
        if (c.what().isBlank()) {
            return no("Say what it is, so that others can tell it from the rest.");
        }
        if (c.collection().source().isBlank()) {
            return no("Say which system, host or account it comes from.");
        }
        if (c.collection().collectedAt().isAfter(moment.now())) {
            return no("It cannot have been collected in the future. Say when it was.");
        }
        if (c.collection().witness().filter(c.collection().collector()::equals).isPresent()) {
            return no(
                    "A witness is somebody other than the collector. Leave it empty if nobody was.");
        }
        if (!c.sha256().isBlank() && sha256.isEmpty()) {
            return no(NO_HASH);
        }
        if (c.keeping().until().isPresent() && !c.keeping().writeOnce()) {
            return no("Only write-once storage keeps it until a day. Say that it is write-once.");
        }
        if (c.coversAll() && c.type() == ExhibitType.LOGS && !c.keeping().writeOnce()) {
            return no(
                    "Logs count as kept once they are on write-once storage, so say where that is.");
        }
        return Optional.empty();
    }

    private static Optional<Decision> known(
            Register register, EvidenceCommand.RegisterExhibit c, Optional<String> sha256) {
        Optional<Exhibit> fetched = c.chat().flatMap(register::from);
        if (fetched.isPresent()) {
            return no("That is in the register already, as " + fetched.get().label() + ".");
        }
        if (c.copyOf().isPresent()) {
            return register.find(c.copyOf().get()).isEmpty()
                    ? Optional.of(noSuch(register, c.copyOf().get()))
                    : register.find(c.copyOf().get())
                            .filter(original -> differs(original, sha256))
                            .flatMap(original ->
                                    no(
                                            otherThan(original)
                                                    + " Compute it again; if it is right, register"
                                                    + " it on its own."));
        }
        return sha256.flatMap(register::original)
                .flatMap(e ->
                        no(
                                e.label()
                                        + " has the same hash, so this is a copy of it. Register it as"
                                        + " one."));
    }

    private static boolean differs(Exhibit original, Optional<String> sha256) {
        return sha256.isPresent()
                && original.sha256().filter(hash -> !hash.equals(sha256.get())).isPresent();
    }

    private static String otherThan(Exhibit original) {
        return original.label() + " has another hash, so this is not a copy of it.";
    }

    private static Decision stored(Register register, EvidenceCommand.RecordStored c) {
        return about(
                register,
                c.number(),
                e ->
                        e.storage() instanceof Storage.Fetching
                                ? Decision.accept(
                                        new EvidenceEvent.EvidenceStored(
                                                c.number(), c.digest(), c.path(), c.link()))
                                : Decision.refuse(e.label() + " is not being fetched."));
    }

    private static Decision failed(Register register, EvidenceCommand.RecordFetchFailed c) {
        return about(
                register,
                c.number(),
                e ->
                        e.storage() instanceof Storage.Fetching
                                ? Decision.accept(
                                        new EvidenceEvent.EvidenceFetchFailed(
                                                c.number(), c.reason(), c.remedy()))
                                : Decision.refuse(e.label() + " is not being fetched."));
    }

    private static Decision fetchAgain(Exhibit exhibit) {
        return switch (exhibit.storage()) {
            case Storage.Failed ignored ->
                    Decision.accept(new EvidenceEvent.EvidenceFetchAskedAgain(exhibit.number()));
            case Storage.Fetching ignored ->
                    Decision.refuse(exhibit.label() + " is being fetched already.");
            case Storage.Stored ignored ->
                    Decision.refuse(exhibit.label() + " has been fetched already.");
            case Storage.Elsewhere ignored ->
                    Decision.refuse(exhibit.label() + " is not kept in the chat.");
            case Storage.Gone ignored -> CustodyRules.gone(exhibit);
        };
    }

    /**
     * The first hash of an exhibit is taken down, if it is a copy only when its original has the
     * same; every later one is held against it.
     */
    private static Decision check(Register register, Exhibit exhibit, EvidenceCommand.CheckHash c) {
        if (!exhibit.isKept()) {
            return CustodyRules.gone(exhibit);
        }
        if (exhibit.storage() instanceof Storage.Fetching) {
            return stillFetching(exhibit);
        }
        Optional<String> found = Digest.sha256(c.found());
        Optional<String> registered = exhibit.sha256();
        if (found.isEmpty() && (registered.isEmpty() || !c.byMuster())) {
            return Decision.refuse(NO_HASH);
        }
        Optional<Exhibit> other =
                register.originalOf(exhibit).filter(original -> differs(original, found));
        if (registered.isEmpty() && other.isPresent()) {
            return Decision.refuse(
                    otherThan(other.get())
                            + " Compute it again; if it is right, register what it is on its own"
                            + " and say why with /incident note.");
        }
        if (registered.isEmpty()) {
            return Decision.accept(
                    new EvidenceEvent.ExhibitHashed(
                            exhibit.number(), new Digest(found.orElseThrow(), Optional.empty())));
        }
        return found.equals(registered)
                ? Decision.accept(
                        new EvidenceEvent.EvidenceVerified(
                                exhibit.number(), registered.get(), c.byMuster()))
                : Decision.accept(
                        new EvidenceEvent.EvidenceMismatch(
                                exhibit.number(),
                                Optional.empty(),
                                exhibit.holder(),
                                registered.get(),
                                found));
    }

    static Decision stillFetching(Exhibit exhibit) {
        return Decision.refuse(
                exhibit.label()
                        + " is still being fetched. Try again when the channel says it is kept.");
    }

    static Decision about(Register register, int number, Function<Exhibit, Decision> then) {
        return register.find(number).map(then).orElseGet(() -> noSuch(register, number));
    }

    static Optional<Decision> no(String words) {
        return Optional.of(Decision.refuse(words));
    }

    private static Decision noSuch(Register register, int number) {
        int last = register.exhibits().size();
        String there =
                last == 0 ? "There is none yet. " : "The last is " + Exhibit.label(last) + ". ";
        return Decision.refuse(
                Phrase.of("There is no exhibit " + Exhibit.label(number) + " here. " + there)
                        .code("/incident evidence")
                        .say(" shows the register."));
    }
}

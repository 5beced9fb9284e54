package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who hears of evidence: the channel of every step, loudly when something does not match. */
final class EvidenceReactions {
    private EvidenceReactions() {}

    static List<Effect> to(EvidenceEvent event, Happened happened, Incident after) {
        return switch (event) {
            case EvidenceEvent.ExhibitRegistered e -> registered(e, happened);
            case EvidenceEvent.EvidenceStored e -> stored(e, after);
            case EvidenceEvent.EvidenceFetchFailed e -> fetchFailed(e);
            case EvidenceEvent.EvidenceFetchAskedAgain e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.ofFetching(e.number()),
                                    by("Being fetched again", happened)),
                            new Effect.FetchEvidence(e.number()));
            case EvidenceEvent.ExhibitHashed ignored -> line(Notice.Tone.PLAIN, happened);
            case EvidenceEvent.CustodyOffered e -> offered(e, after);
            case EvidenceEvent.CustodyTaken e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.ofCustody(e.number(), e.transfer()),
                                    by("Received", happened)),
                            say(Notice.Tone.GOOD, Timeline.what(e)));
            case EvidenceEvent.CustodyOfferEnded e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.ofCustody(e.number(), e.transfer()),
                                    by(e.byReceiver() ? "Not taken" : "Not handed over", happened)),
                            say(Notice.Tone.BAD, Timeline.sentence(happened)));
            case EvidenceEvent.EvidenceVerified ignored -> line(Notice.Tone.GOOD, happened);
            case EvidenceEvent.EvidenceMismatch e -> mismatch(e, happened, after);
            case EvidenceEvent.CustodyAttested ignored -> line(Notice.Tone.GOOD, happened);
            case EvidenceEvent.LegalAsked e -> legalAsked(e, happened, after);
            case EvidenceEvent.LegalNotified ignored ->
                    List.of(
                            new Effect.Settle(MessageKey.ofLegal(), by("Noted", happened)),
                            say(Notice.Tone.WEIGHTY, Timeline.sentence(happened)));
            case EvidenceEvent.EvidenceShared ignored -> line(Notice.Tone.WEIGHTY, happened);
            case EvidenceEvent.LegalHoldPlaced ignored -> line(Notice.Tone.WEIGHTY, happened);
            case EvidenceEvent.LegalHoldReleased ignored -> line(Notice.Tone.WEIGHTY, happened);
            case EvidenceEvent.ExhibitDisposed e -> disposed(e, happened);
        };
    }

    private static List<Effect> registered(EvidenceEvent.ExhibitRegistered e, Happened happened) {
        return e.chat().isPresent()
                ? List.of(new Effect.FetchEvidence(e.number())) // told when it is kept
                : line(Notice.Tone.PLAIN, happened);
    }

    private static List<Effect> stored(EvidenceEvent.EvidenceStored e, Incident after) {
        Exhibit exhibit = exhibit(e.number(), after);
        Phrase phrase =
                Phrase.of("Evidence ")
                        .strong(exhibit.label())
                        .say(" is kept: " + exhibit.type().title() + ", ")
                        .quote(exhibit.what())
                        .say(e.digest().size().map(s -> ", " + Spoken.size(s)).orElse(""))
                        .say(", SHA-256 ")
                        .code(Digest.shortly(e.digest().sha256()))
                        .say(". Registered by ")
                        .who(exhibit.holder())
                        .say(".");
        return List.of(
                new Effect.Settle(MessageKey.ofFetching(e.number()), Phrase.of("Fetched and kept")),
                say(Notice.Tone.GOOD, phrase));
    }

    private static List<Effect> fetchFailed(EvidenceEvent.EvidenceFetchFailed e) {
        Phrase phrase =
                Phrase.of("Evidence ")
                        .strong(Exhibit.label(e.number()))
                        .say(" could not be fetched: " + e.reason() + " " + e.remedy());
        return List.of(
                new Effect.Say(
                        MessageKey.ofFetching(e.number()),
                        new Notice.Ask(
                                Notice.Tone.BAD,
                                phrase,
                                List.of(
                                        new Notice.Ask.Choice(
                                                "Fetch again",
                                                "evidence-fetch",
                                                String.valueOf(e.number()),
                                                true)))));
    }

    private static List<Effect> offered(EvidenceEvent.CustodyOffered e, Incident after) {
        Exhibit exhibit = exhibit(e.number(), after);
        MessageKey key = MessageKey.ofCustody(e.number(), e.transfer());
        String detail = e.number() + "/" + e.transfer();
        Phrase asks =
                Phrase.EMPTY
                        .who(e.from())
                        .say(" hands you evidence ")
                        .strong(exhibit.label() + " of " + after.id())
                        .say(" (" + exhibit.type().title() + ", ")
                        .quote(exhibit.what())
                        .say("), for: ")
                        .quote(e.purpose())
                        .say(hashWords(exhibit));
        return List.of(
                new Effect.Tell(
                        key,
                        e.to(),
                        new Notice.Ask(
                                Notice.Tone.PLAIN,
                                asks,
                                List.of(
                                        new Notice.Ask.Choice(
                                                "I have received it", "custody-take", detail, true),
                                        new Notice.Ask.Choice(
                                                "I have not", "custody-end", detail, false)))),
                say(Notice.Tone.PLAIN, Timeline.what(e)));
    }

    private static String hashWords(Exhibit exhibit) {
        if (exhibit.path().isPresent()) {
            return ". When you confirm, Muster computes the hash of its copy anew and holds it against"
                    + " the registered one.";
        }
        return exhibit.digest().isPresent()
                ? ". Compute its SHA-256 yourself first: you will be asked for it."
                : ". No hash is registered for it.";
    }

    /** Loud: the commander and whoever holds it are mentioned. */
    private static List<Effect> mismatch(
            EvidenceEvent.EvidenceMismatch e, Happened happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        e.transfer()
                .ifPresent(transfer ->
                        effects.add(
                                new Effect.Settle(
                                        MessageKey.ofCustody(e.number(), transfer),
                                        Phrase.of("Refused: the hash does not match"))));
        Phrase phrase =
                Phrase.EMPTY
                        .strong("Evidence " + Exhibit.label(e.number()) + " may have been altered.")
                        .say(" ")
                        .then(Timeline.sentence(happened))
                        .say(". Set it aside, touch nothing, and find out where the two differ. ");
        Phrase calls = after.commander().map(phrase::who).orElse(phrase);
        boolean sameAsHolder = after.commander().filter(e.holder()::equals).isPresent();
        effects.add(say(Notice.Tone.BAD, sameAsHolder ? calls : calls.say(" ").who(e.holder())));
        return effects;
    }

    private static List<Effect> legalAsked(
            EvidenceEvent.LegalAsked e, Happened happened, Incident after) {
        Phrase asks =
                Phrase.of("Evidence of ")
                        .strong(after.id().toString())
                        .say(" may have to go to somebody outside. ")
                        .then(happened.by().person().map(Phrase.EMPTY::who).orElse(Phrase.EMPTY))
                        .say(
                                " asks you to take note; nothing leaves before you have. Objections belong"
                                        + " into the incident's channel.");
        List<Effect> effects = new ArrayList<>();
        e.people()
                .forEach(person ->
                        effects.add(
                                new Effect.Tell(
                                        MessageKey.ofLegal(),
                                        person,
                                        new Notice.Ask(
                                                Notice.Tone.WEIGHTY,
                                                asks,
                                                List.of(
                                                        new Notice.Ask.Choice(
                                                                "I have taken note",
                                                                "evidence-noted",
                                                                "",
                                                                true))))));
        effects.add(say(Notice.Tone.WEIGHTY, Timeline.sentence(happened)));
        return effects;
    }

    private static List<Effect> disposed(EvidenceEvent.ExhibitDisposed e, Happened happened) {
        List<Effect> effects = new ArrayList<>(line(Notice.Tone.WEIGHTY, happened));
        e.path().ifPresent(path -> effects.add(new Effect.DestroyEvidence(e.number(), path)));
        return effects;
    }

    private static Exhibit exhibit(int number, Incident after) {
        return after.dossier().evidence().find(number).orElseThrow();
    }

    private static Phrase by(String what, Happened happened) {
        Optional<Phrase> said = happened.by().person().map(p -> Phrase.of(what + " by ").who(p));
        return said.orElse(Phrase.of(what));
    }

    private static List<Effect> line(Notice.Tone tone, Happened happened) {
        return List.of(say(tone, Timeline.sentence(happened)));
    }

    private static Effect say(Notice.Tone tone, Phrase phrase) {
        return new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase));
    }
}

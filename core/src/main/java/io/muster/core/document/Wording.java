package io.muster.core.document;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Turns of phrase that several sections share. */
final class Wording {
    /** What stands where nothing is known. */
    static final Phrase NOTHING = Phrase.of("–");

    private Wording() {}

    static Phrase who(Actor actor) {
        return switch (actor) {
            case Actor.Person p -> Phrase.EMPTY.who(p.id());
            case Actor.Alarm alarm -> Phrase.of(alarm.source());
            case Actor.Muster ignored -> Phrase.of("Muster");
        };
    }

    /** Who did it, and when. */
    static Phrase byAndWhen(Actor actor, Instant at) {
        return who(actor).say(", ").at(at);
    }

    static Phrase byAndWhen(Happened happened) {
        return byAndWhen(happened.by(), happened.at());
    }

    static Phrase at(Optional<Instant> instant) {
        return instant.map(Phrase.EMPTY::at).orElse(NOTHING);
    }

    static Phrase labelled(String label, Phrase value) {
        return Phrase.EMPTY.strong(label + ": ").then(value);
    }

    static Phrase because(FreeText reason) {
        return reason.isBlank() ? Phrase.EMPTY : Phrase.of(": ").quote(reason);
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

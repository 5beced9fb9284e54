package io.muster.core.program;

import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.roster.Actor;

import java.util.ArrayList;
import java.util.List;

/** What is said of overrides, and to whom. Hand-over itself is told when it happens. */
final class OverrideLines {
    private OverrideLines() {}

    static Phrase overridden(ProgramEvent.OnCallOverridden e) {
        Phrase phrase =
                Phrase.EMPTY
                        .who(e.person())
                        .say(" is on call as ")
                        .strong(e.title())
                        .say(" from ")
                        .at(e.from())
                        .say(" until ")
                        .at(e.until());
        Phrase instead =
                e.instead()
                        .filter(person -> !person.equals(e.person()))
                        .map(person -> phrase.say(", in place of ").who(person))
                        .orElse(phrase);
        return e.reason().isBlank() ? instead : instead.say(": ").quote(e.reason());
    }

    static Phrase cancelled(ProgramEvent.OnCallOverrideCancelled e) {
        return Phrase.of("Cancelled: ")
                .who(e.person())
                .say(" standing in as ")
                .strong(e.title())
                .say(" from ")
                .at(e.from())
                .say(" until ")
                .at(e.until());
    }

    static List<Effect> to(ProgramEvent.OnCallOverridden e, ProgramHappened happened) {
        return told(e.person(), happened);
    }

    static List<Effect> to(ProgramEvent.OnCallOverrideCancelled e, ProgramHappened happened) {
        return told(e.person(), happened);
    }

    /** All hear it, and whoever it is about, unless they did it themselves. */
    private static List<Effect> told(io.muster.core.PersonId person, ProgramHappened happened) {
        Notice.Line line = new Notice.Line(Notice.Tone.WEIGHTY, ProgramLines.sentence(happened));
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Announce(MessageKey.NONE, line));
        if (!happened.by().equals(Actor.person(person))) {
            effects.add(new Effect.Tell(MessageKey.NONE, person, line));
        }
        return effects;
    }
}

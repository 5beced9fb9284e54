package io.muster.core.notice;

import static io.muster.core.notice.Reactions.because;
import static io.muster.core.notice.Reactions.done;
import static io.muster.core.notice.Reactions.line;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;

import java.util.ArrayList;
import java.util.List;

/** Who is called, and what is said when nobody is there to be called. */
final class CallReactions {
    private CallReactions() {}

    static List<Effect> paged(
            IncidentEvent.RolePaged e, Incident after, Actor by, List<Happened> all) {
        List<Effect> effects = new ArrayList<>();
        for (PersonId person : e.people()) {
            boolean themselves = by.person().filter(person::equals).isPresent();
            if (!themselves) {
                CalledAs.titles(person, e, all)
                        .map(as -> new Notice.Call(as, why(e, by, all)))
                        .map(call -> new Effect.Tell(MessageKey.PAGES, person, call))
                        .ifPresent(effects::add);
            }
        }
        boolean byHand =
                e.cause() == IncidentEvent.PageCause.BY_HAND
                        || e.cause() == IncidentEvent.PageCause.ESCALATED;
        if (byHand) {
            effects.addAll(line(Notice.Tone.BAD, calledInRoom(e, by)));
        } else if (e.people().isEmpty()) {
            effects.addAll(line(Notice.Tone.BAD, nobody(e, after)));
        }
        return effects;
    }

    private static Phrase why(IncidentEvent.RolePaged e, Actor by, List<Happened> all) {
        return switch (e.cause()) {
            case DECLARED -> done("Declared", by);
            case SEVERITY -> done("The severity was changed", by);
            case POLICY -> Phrase.of("The plan says that you must know at once");
            case BY_HAND -> done("You are asked for", by).then(because(e.reason()));
            case ESCALATED -> done("Escalated to you", by).then(because(e.reason()));
            case ALERT -> AlertReactions.worse(all);
        };
    }

    private static Phrase calledInRoom(IncidentEvent.RolePaged e, Actor by) {
        String what = e.cause() == IncidentEvent.PageCause.ESCALATED ? "Escalated to " : "Called ";
        return Phrase.of(what)
                .everyone(e.people())
                .say(" (" + e.title() + ")")
                .then(done("", by))
                .then(because(e.reason()));
    }

    private static Phrase nobody(IncidentEvent.RolePaged e, Incident after) {
        return Phrase.of("Nobody holds the role ")
                .strong(e.title())
                .say(", so nobody was told as such. Name someone with ")
                .code("/incident assign " + e.role() + " @person")
                .say(after.header().drill() ? " (drill)." : ".");
    }
}

package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.policy.RoleName;

import java.util.Optional;

/** Why nobody is told, and how to tell them all the same. */
final class AudienceRefusals {
    private AudienceRefusals() {}

    static Decision notOpen(Incident incident, RoleName role, Optional<Audience> audience) {
        Optional<Audience.Word> word = audience.flatMap(Audience::told);
        if (word.isPresent()) {
            return Decision.refuse(
                    Phrase.of(audience.get().title() + ": told already, ")
                            .at(word.get().at())
                            .say("."));
        }
        String names =
                String.join(
                        ", ",
                        incident.dossier().audiences().owed().stream()
                                .map(a -> a.role().value())
                                .toList());
        return Decision.refuse(
                Phrase.of(
                                "The plan does not name \""
                                        + role
                                        + "\" at "
                                        + incident.severity()
                                        + (names.isEmpty() ? ". " : ", but: " + names + ". "))
                        .say("To call somebody else: ")
                        .code("/incident page <role>")
                        .say("."));
    }

    static Decision nobodyToWriteTo(Audience audience, Moment moment) {
        Phrase then =
                Phrase.of(" Tell them yourself, then record it: ")
                        .code("/incident matrix told " + audience.role() + " <how>")
                        .say(".");
        boolean people = audience.owed().filter(Cell::people).isPresent();
        if (!people) {
            return Decision.refuse(
                    Phrase.of("Muster cannot write to " + audience.title() + ".").then(then));
        }
        if (!moment.roster().elsewhere(audience.role()).isEmpty()) {
            return Decision.refuse(
                    Phrase.of("Whoever is " + audience.title() + " is not in Slack.").then(then));
        }
        return Decision.refuse(
                Phrase.of("Nobody holds the role " + audience.title() + ". Name someone with ")
                        .code("/incident assign " + audience.role() + " @person")
                        .say(", or tell them yourself and record it: ")
                        .code("/incident matrix told " + audience.role() + " <how>")
                        .say("."));
    }
}

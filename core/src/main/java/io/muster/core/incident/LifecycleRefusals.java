package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;

import java.time.Duration;
import java.time.Instant;

/** Why an incident does not take this step, and what to do instead. */
final class LifecycleRefusals {
    private LifecycleRefusals() {}

    /** What is open cannot come back; but what was restored can break again. */
    static Decision open(Incident incident, Policy policy) {
        Phrase open = Phrase.of(incident.id() + " is open.");
        return Decision.refuse(
                policy.phases().stream()
                        .filter(phase -> PhaseRules.undoneBy(phase, incident).isPresent())
                        .filter(phase -> !incident.phases().isRunning(phase.name()))
                        .findFirst()
                        .map(phase ->
                                open.say(" If what was restored broke again: ")
                                        .code("/incident phase " + phase.name() + " start")
                                        .say(". It is restored anew when that is finished."))
                        .orElse(open));
    }

    static Decision tooEarly(Obligation watch, Instant now) {
        return Decision.refuse(
                Phrase.of("Not yet: it has been stable for ")
                        .say(Spoken.length(Duration.between(watch.anchor(), now)) + " of ")
                        .say(Spoken.length(Duration.between(watch.anchor(), watch.due())))
                        .say(". It can be closed in ")
                        .strong(Spoken.left(Duration.between(now, watch.due())))
                        .say(", at ")
                        .at(watch.due())
                        .say(". The commander may close it now with ")
                        .code("/incident close override: <reason>")
                        .say("; the reason stays in the record."));
    }

    static Phrase since(Incident incident, Milestone milestone, String what, Instant now) {
        Phrase phrase = Phrase.of(incident.id() + " " + what);
        Phrase by =
                incident.milestones()
                        .by(milestone)
                        .flatMap(actor -> actor.person())
                        .map(person -> phrase.say(" by ").who(person))
                        .orElse(phrase);
        return incident.milestones()
                .at(milestone)
                .map(at -> by.say(" " + Spoken.length(Duration.between(at, now)) + " ago."))
                .orElse(by.say(" already."));
    }

    static Decision unknownKind(KindName kind, Policy policy) {
        return Decision.refuse(
                "\""
                        + kind
                        + "\" is not a kind of incident in this policy. Choose one of "
                        + String.join(
                                ", ",
                                policy.kinds().stream()
                                        .map(k -> k.name() + " (" + k.title() + ")")
                                        .toList())
                        + ".");
    }

    static Decision unknownSeverity(String word, Policy policy) {
        Phrase phrase = Phrase.of("\"" + word + "\" is not a severity here. Choose one of ");
        return Decision.refuse(
                phrase.say(
                        String.join(
                                        ", ",
                                        policy.severities().stream()
                                                .map(s -> s.name() + " (" + s.title() + ")")
                                                .toList())
                                + "."));
    }
}

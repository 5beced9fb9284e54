package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.fact.Fact;
import io.muster.core.policy.Detection;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an incident came to light: said while declaring, put right whenever it turns out wrong. */
public final class Noticing {
    private Noticing() {}

    /** How it came to light, as far as anybody has said. */
    public static String of(Incident incident) {
        return said(incident)
                .map(Fact.What.Detected::title)
                .orElseGet(() -> incident.header().source().title());
    }

    /** The way of the policy that somebody named. */
    public static Optional<DetectionName> named(Incident incident) {
        return said(incident).map(Fact.What.Detected::detection);
    }

    private static Optional<Fact.What.Detected> said(Incident incident) {
        return incident.dossier().facts().detection().map(fact -> (Fact.What.Detected) fact.what());
    }

    static Source source(IncidentCommand.Declare command, Policy policy) {
        return command.detection()
                .flatMap(policy::detection)
                .map(way -> Source.valueOf(way.source().toUpperCase(Locale.ROOT)))
                .orElse(command.source());
    }

    /** The declaration, and beside it what was said of how it came to light. */
    static Decision added(Decision declared, IncidentCommand.Declare command, Policy policy) {
        Optional<Detection> way = command.detection().flatMap(policy::detection);
        if (way.isEmpty() || !(declared instanceof Decision.Accepted(List<IncidentEvent> events))) {
            return declared;
        }
        List<IncidentEvent> more = new ArrayList<>(events);
        more.add(
                1,
                new FactEvent.DetectionRecorded(
                        way.get().name(), way.get().title(), Optional.empty(), FreeText.NONE));
        return new Decision.Accepted(more);
    }

    static Decision correct(Incident incident, FactCommand.RecordDetection command, Moment moment) {
        Optional<Detection> way = moment.policy().detection(command.detection());
        if (way.isEmpty()) {
            return unknown(command.detection(), moment.policy());
        }
        boolean same = named(incident).filter(command.detection()::equals).isPresent();
        if (same && command.because().isBlank()) {
            return FactRules.known("Noticed by");
        }
        return Decision.accept(
                new FactEvent.DetectionRecorded(
                        way.get().name(),
                        way.get().title(),
                        Optional.of(of(incident)),
                        command.because()));
    }

    static Decision unknown(DetectionName name, Policy policy) {
        return Decision.refuse(
                Phrase.of("Noticed by: \"" + name + "\" is no way of this policy. Say ")
                        .code("/incident fact noticed <way> [how you know]")
                        .say(", with one of ")
                        .say(
                                String.join(
                                                ", ",
                                                policy.detections().stream()
                                                        .map(d -> d.name() + " (" + d.title() + ")")
                                                        .toList())
                                        + "."));
    }
}

package io.muster.core.postmortem;

import io.muster.core.Phrase;
import io.muster.core.fact.Fact;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.FactEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.ReviewEvent;
import io.muster.core.incident.RoomEvent;
import io.muster.core.policy.Milestone;
import io.muster.core.timeline.Timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What happened, from detection to resolution, one paragraph a minute. What the clocks of Muster
 * did by themselves is left out, unless a promise was broken or somebody was called.
 */
final class MinuteByMinute {
    private final Incident incident;
    private final List<Happened> story;

    MinuteByMinute(Incident incident, List<Happened> story) {
        this.incident = incident;
        this.story = story;
    }

    List<Phrase> lines() {
        SequencedMap<Instant, List<Phrase>> minutes = new TreeMap<>();
        for (Moment moment : moments()) {
            minutes.computeIfAbsent(
                            moment.at().truncatedTo(ChronoUnit.MINUTES), m -> new ArrayList<>())
                    .add(moment.what());
        }
        return minutes.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
    }

    private record Moment(Instant at, Phrase what) {}

    private List<Moment> moments() {
        Instant end = incident.milestones().at(Milestone.RESOLVED).orElse(Instant.MAX);
        List<Moment> moments = new ArrayList<>(claims());
        story.stream()
                .filter(h -> !h.at().isAfter(end))
                .filter(h -> matters(h.event()))
                .map(h -> new Moment(h.at(), Timeline.sentence(h)))
                .forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** What people established later stands where it belongs, marked as what it is. */
    private List<Moment> claims() {
        List<Moment> claims = new ArrayList<>();
        for (TimeName name : TimeName.values()) {
            incident.dossier().facts().all().reversed().stream()
                    .filter(f -> f.what() instanceof Fact.What.Time t && t.name() == name)
                    .findFirst()
                    .ifPresent(f -> claims.add(claim(name, f)));
        }
        boolean saidSo = incident.dossier().facts().time(TimeName.DETECTED).isPresent();
        if (!saidSo) {
            incident.header()
                    .detectedAt()
                    .ifPresent(at ->
                            claims.add(
                                    new Moment(
                                            at,
                                            Phrase.of(
                                                    "Detected: "
                                                            + incident.header()
                                                                    .source()
                                                                    .title()))));
        }
        return claims;
    }

    private static Moment claim(TimeName name, Fact fact) {
        Fact.What.Time time = (Fact.What.Time) fact.what();
        Phrase phrase = Phrase.of(says(name) + " (established later");
        Phrase why =
                time.because().isBlank() ? phrase : phrase.say(", because: ").quote(time.because());
        return new Moment(time.claimed(), why.say(")"));
    }

    private static String says(TimeName name) {
        return switch (name) {
            case OCCURRED -> "It began";
            case DETECTED -> "First noticed";
            case AWARE -> "Aware of a breach of personal data";
            case CONFIRMED -> "Confirmed";
            case CONTAINED -> "Contained";
            case RESTORED -> "Service restored";
            case RESOLVED -> "Resolved";
            case CLOSED -> "Closed";
        };
    }

    private static boolean matters(IncidentEvent event) {
        return !(event instanceof IncidentEvent.ObligationOpened
                || event instanceof IncidentEvent.ObligationMet
                || event instanceof IncidentEvent.ObligationMoved
                || event instanceof IncidentEvent.ObligationRejudged
                || event instanceof IncidentEvent.ObligationReturned
                || event instanceof IncidentEvent.ObligationDropped
                || event instanceof IncidentEvent.ObligationSnoozed
                || (event instanceof IncidentEvent.ObligationRang rang && !rang.escalation())
                || (event instanceof IncidentEvent.ItemTicked tick && tick.byItself())
                || event instanceof IncidentEvent.PersonJoined
                || event instanceof RoomEvent.PersonLeft
                || event instanceof FactEvent.TimeClaimed
                || event instanceof ReviewEvent
                || event instanceof ActionEvent);
    }

    private static Phrase line(Instant minute, List<Phrase> whats) {
        Phrase line = Phrase.EMPTY.at(minute);
        if (whats.size() == 1) {
            return line.say("  ").then(whats.getFirst());
        }
        for (Phrase what : whats) {
            line = line.say("\n• ").then(what);
        }
        return line;
    }
}

package io.muster.core.incident;

import io.muster.core.alert.Alarm;
import io.muster.core.alert.Signal;
import io.muster.core.policy.Milestone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of all that a source says is worth writing down. A storm of alerts is one incident, and its
 * channel hears of newcomers once a minute; a resolved alert resolves nothing.
 */
final class AlertRules {
    /** So often at most the channel hears that alerts joined. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** So often at most it is written down that an alert still fires. */
    private static final Duration COUNTED = Duration.ofMinutes(5);

    /** So often at most the channel is told anew that an alert is over. */
    private static final Duration FLAPPING = Duration.ofMinutes(10);

    private static final int TITLES = 3;

    private AlertRules() {}

    static Decision decide(Incident incident, AlertCommand command, Moment moment) {
        return switch (command) {
            case AlertCommand.Fires c -> fires(incident, c, moment);
            case AlertCommand.IsOver c ->
                    incident.dossier()
                            .alarms()
                            .find(c.signal().key())
                            .filter(Alarm::firing)
                            .map(alarm -> Decision.accept(cleared(alarm, moment.now())))
                            .orElseGet(AlertRules::nothing);
        };
    }

    private static Decision fires(Incident incident, AlertCommand.Fires c, Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        incident.dossier()
                .alarms()
                .find(c.signal().key())
                .map(alarm -> again(incident, alarm, c, moment.now()))
                .orElseGet(() -> Optional.of(raised(c)))
                .ifPresent(events::add);
        events.addAll(WorseAlertRules.worse(incident, c, moment));
        return new Decision.Accepted(events);
    }

    /** What comes and goes is one thing that goes on: the channel hears of it now and then. */
    private static IncidentEvent cleared(Alarm alarm, Instant now) {
        boolean lately = alarm.over().filter(at -> now.isBefore(at.plus(FLAPPING))).isPresent();
        return new AlertEvent.AlertCleared(
                alarm.key(),
                alarm.from(),
                alarm.title(),
                lately ? Optional.of(alarm.flaps() + 1) : Optional.empty());
    }

    private static IncidentEvent raised(AlertCommand.Fires c) {
        Signal signal = c.signal();
        return new AlertEvent.AlertRaised(
                signal.key(),
                signal.from(),
                c.detectedBy(),
                signal.title(),
                signal.service(),
                signal.link(),
                signal.burning().stream().map(Signal.Member::id).distinct().toList(),
                signal.more(),
                signal.since(),
                c.earlier(),
                Optional.of(c.severity()));
    }

    private static Optional<IncidentEvent> again(
            Incident incident, Alarm alarm, AlertCommand.Fires c, Instant now) {
        List<Signal.Member> news = news(alarm, c.signal());
        if (incident.status() == Status.RESOLVED) {
            return wasToldOfIt(incident, alarm)
                    ? counted(alarm, c, now)
                    : Optional.of(
                            new AlertEvent.AlertReturned(
                                    alarm.key(), alarm.from(), c.signal().title(), ids(news)));
        }
        if (news.isEmpty()) {
            return counted(alarm, c, now);
        }
        boolean told = !now.isBefore(alarm.spoken().plus(QUIET));
        return Optional.of(
                new AlertEvent.AlertsJoined(
                        alarm.key(),
                        alarm.from(),
                        news.stream().limit(TITLES).map(Signal.Member::title).toList(),
                        ids(news),
                        alarm.unspoken() + news.size(),
                        told,
                        !alarm.firing()));
    }

    private static Optional<IncidentEvent> counted(Alarm alarm, AlertCommand.Fires c, Instant now) {
        boolean lately = alarm.firing() && now.isBefore(alarm.last().plus(COUNTED));
        return lately
                ? Optional.empty()
                : Optional.of(
                        new AlertEvent.AlertRepeated(
                                alarm.key(), alarm.from(), c.times(), !alarm.firing()));
    }

    private static boolean wasToldOfIt(Incident incident, Alarm alarm) {
        Optional<Instant> resolved = incident.milestones().at(Milestone.RESOLVED);
        return alarm.returned().filter(at -> resolved.filter(at::isBefore).isEmpty()).isPresent();
    }

    private static List<Signal.Member> news(Alarm alarm, Signal signal) {
        Set<String> known = new HashSet<>(alarm.members());
        return signal.burning().stream().filter(m -> known.add(m.id())).toList();
    }

    private static List<String> ids(List<Signal.Member> members) {
        return members.stream().map(Signal.Member::id).toList();
    }

    private static Decision nothing() {
        return new Decision.Accepted(List.of());
    }
}

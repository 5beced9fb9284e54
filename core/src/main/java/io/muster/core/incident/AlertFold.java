package io.muster.core.incident;

import io.muster.core.alert.Alarm;
import io.muster.core.alert.Alarms;
import io.muster.core.alert.AlertKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of the alerts after it. */
final class AlertFold {
    private AlertFold() {}

    static Alarms after(Alarms alarms, AlertEvent event, Happened happened) {
        Instant at = happened.at();
        return switch (event) {
            case AlertEvent.AlertRaised e ->
                    e.severity().map(alarms::as).orElse(alarms).with(raised(e, at));
            case AlertEvent.AlertsJoined e -> changed(alarms, e.key(), a -> joined(a, e, at));
            case AlertEvent.AlertRepeated e ->
                    changed(
                            alarms,
                            e.key(),
                            a -> said(a, a.members(), e.times(), true, at, a.returned()));
            case AlertEvent.AlertWorsened e -> alarms.as(e.severity());
            case AlertEvent.AlertCleared e -> changed(alarms, e.key(), a -> over(a, e, at));
            case AlertEvent.AlertReturned e ->
                    changed(
                            alarms,
                            e.key(),
                            a ->
                                    said(
                                            a,
                                            both(a.members(), e.members()),
                                            a.times() + 1,
                                            true,
                                            at,
                                            Optional.of(at)));
        };
    }

    private static Alarm raised(AlertEvent.AlertRaised e, Instant at) {
        return new Alarm(
                e.key(),
                e.from(),
                e.detectedBy(),
                e.title(),
                e.service(),
                e.link(),
                e.members(),
                1,
                true,
                at,
                at,
                at,
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Alarms changed(Alarms alarms, AlertKey key, UnaryOperator<Alarm> change) {
        Alarm alarm =
                alarms.find(key)
                        .orElseThrow(() -> new IllegalStateException("nobody raised " + key));
        return alarms.with(change.apply(alarm));
    }

    private static Alarm joined(Alarm a, AlertEvent.AlertsJoined e, Instant at) {
        return new Alarm(
                a.key(),
                a.from(),
                a.detectedBy(),
                a.title(),
                a.service(),
                a.link(),
                both(a.members(), e.members()),
                a.times() + 1,
                true,
                a.first(),
                at,
                e.told() ? at : a.spoken(),
                e.told() ? 0 : e.joined(),
                a.over(),
                a.flaps(),
                a.returned());
    }

    private static Alarm said(
            Alarm a,
            List<String> members,
            int times,
            boolean firing,
            Instant at,
            Optional<Instant> returned) {
        return new Alarm(
                a.key(),
                a.from(),
                a.detectedBy(),
                a.title(),
                a.service(),
                a.link(),
                members,
                times,
                firing,
                a.first(),
                at,
                a.spoken(),
                a.unspoken(),
                a.over(),
                a.flaps(),
                returned);
    }

    private static Alarm over(Alarm before, AlertEvent.AlertCleared e, Instant at) {
        Alarm a = said(before, before.members(), before.times(), false, at, before.returned());
        return new Alarm(
                a.key(),
                a.from(),
                a.detectedBy(),
                a.title(),
                a.service(),
                a.link(),
                a.members(),
                a.times(),
                a.firing(),
                a.first(),
                a.last(),
                a.spoken(),
                a.unspoken(),
                e.times().isPresent() ? a.over() : Optional.of(at),
                e.times().orElse(0),
                a.returned());
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }
}

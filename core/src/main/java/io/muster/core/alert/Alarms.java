package io.muster.core.alert;

import io.muster.core.policy.SeverityName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The alerts of an incident, in the order in which they came.
 *
 * @param severities how grave they were until now by the rules of the team
 */
public record Alarms(List<Alarm> all, List<SeverityName> severities) {
    /** It was not an alert. */
    public static final Alarms NONE = new Alarms(List.of(), List.of());

    public Alarms {
        all = List.copyOf(all);
        severities = List.copyOf(severities);
    }

    /** What is known of this one. */
    public Optional<Alarm> find(AlertKey key) {
        return all.stream().filter(a -> a.key().equals(key)).findFirst();
    }

    /** The one that it began with, if it began with one. */
    public Optional<Alarm> first() {
        return all.stream().findFirst();
    }

    /** With this one as it is now. */
    public Alarms with(Alarm alarm) {
        List<Alarm> changed = new ArrayList<>(all);
        Optional<Alarm> before = find(alarm.key());
        if (before.isPresent()) {
            changed.set(all.indexOf(before.get()), alarm);
        } else {
            changed.add(alarm);
        }
        return new Alarms(changed, severities);
    }

    /** With one of them having been as grave as this. */
    public Alarms as(SeverityName severity) {
        List<SeverityName> more = new ArrayList<>(severities);
        more.add(severity);
        return new Alarms(all, more);
    }
}

package io.muster.core.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alerts of an incident, in the order in which they came. */
public record Alarms(List<Alarm> all) {
    /** It was not an alert. */
    public static final Alarms NONE = new Alarms(List.of());

    public Alarms {
        all = List.copyOf(all);
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
        return new Alarms(changed);
    }
}

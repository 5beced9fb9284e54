package io.muster.core.alert;

import io.muster.core.FreeText;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said about one matter, after sorting: those of its alerts that go the same way.
 *
 * @param from what people call the source
 * @param severity the source's own word for the gravest of them; may be blank
 * @param more how many alerts are not among the members because there were too many
 * @param canClear whether the source says when it is over
 */
public record Signal(
        AlertKey key,
        String from,
        boolean firing,
        FreeText title,
        FreeText details,
        FreeText service,
        FreeText link,
        String severity,
        List<Member> members,
        int more,
        boolean canClear) {
    public Signal {
        Objects.requireNonNull(key);
        members = List.copyOf(members);
    }

    /** One alert of it. */
    public record Member(String id, FreeText title, boolean firing, Optional<Instant> since) {
        public Member {
            Objects.requireNonNull(id);
            Objects.requireNonNull(since);
        }
    }

    /** Those that fire. */
    public List<Member> burning() {
        return members.stream().filter(Member::firing).toList();
    }

    /** When the first of those that fire began, if the source says so. */
    public Optional<Instant> since() {
        return burning().stream().flatMap(m -> m.since().stream()).min(Instant::compareTo);
    }

    /** The same with no more than so many members; the others are counted. */
    public Signal atMost(int most) {
        return members.size() <= most
                ? this
                : new Signal(
                        key,
                        from,
                        firing,
                        title,
                        details,
                        service,
                        link,
                        severity,
                        members.subList(0, most),
                        more + members.size() - most,
                        canClear);
    }
}

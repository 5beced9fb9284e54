package io.muster.core.program;

import io.muster.core.roster.DutyOverride;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who stands in for whom on call, as the program's journal tells it. What was cancelled before it
 * began is gone; what was cancelled later ended then.
 *
 * @param all in the order of their numbers
 * @param last the number that was given last
 */
public record Overrides(List<DutyOverride> all, int last) {
    /** Nobody stands in for anybody. */
    public static final Overrides NONE = new Overrides(List.of(), 0);

    public Overrides {
        all = List.copyOf(all);
    }

    /** The override of this number that has not ended by then. */
    public Optional<DutyOverride> standing(int number, Instant now) {
        return all.stream().filter(o -> o.number() == number && o.until().isAfter(now)).findFirst();
    }

    Overrides with(DutyOverride more) {
        List<DutyOverride> longer = new ArrayList<>(all);
        longer.add(more);
        return new Overrides(longer, more.number());
    }

    Overrides cancelled(int number, Instant at) {
        List<DutyOverride> left = new ArrayList<>();
        for (DutyOverride o : all) {
            if (o.number() != number) {
                left.add(o);
            } else if (o.from().isBefore(at)) {
                left.add(new DutyOverride(number, o.role(), o.person(), o.from(), at));
            }
        }
        return new Overrides(left, last);
    }
}

package io.muster.core.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When one turn ends and the next begins. Turns are counted on the clock on the wall: a hand-over
 * at 09:00 stays at 09:00 when the zone changes its clocks, and the turn in which that happens is
 * an hour shorter or longer. A time that the clock skips is taken as late as it was skipped; of a
 * time that comes twice the first counts. Calendar files count in the same way (RFC 5545).
 *
 * @param first when turn 0 begins; before it there is none
 * @param hours how long a turn lasts on the wall clock
 */
public record Handover(LocalDateTime first, long hours, ZoneId zone) {
    /** As long as a turn may be: a year. */
    public static final long LONGEST = 366 * 24L;

    public Handover {
        Objects.requireNonNull(first);
        Objects.requireNonNull(zone);
        if (hours < 1 || hours > LONGEST) {
            throw new IllegalArgumentException("a turn of " + hours + " hours");
        }
    }

    /** Which turn it is; negative before the first one. */
    public long turn(Instant at) {
        long wall = ChronoUnit.SECONDS.between(first, LocalDateTime.ofInstant(at, zone));
        long turn = Math.floorDiv(wall, hours * 3600);
        while (begins(turn).isAfter(at)) {
            turn--;
        }
        while (!begins(turn + 1).isAfter(at)) {
            turn++;
        }
        return turn;
    }

    /** When this turn begins. */
    public Instant begins(long turn) {
        return first.plusHours(Math.multiplyExact(turn, hours)).atZone(zone).toInstant();
    }

    /** The first hand-over after this instant. */
    public Instant next(Instant at) {
        return begins(Math.max(0, turn(at) + 1));
    }
}

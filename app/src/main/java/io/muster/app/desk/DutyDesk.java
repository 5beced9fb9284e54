package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.policy.RoleName;
import io.muster.core.program.ProgramCommand;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Watch;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.incident.Board;
import io.muster.db.incident.BoardRow;
import io.muster.db.job.JobSlots;
import io.muster.db.outbox.Outbox;
import io.muster.db.time.DatabaseClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is on call, who stands in, and the word to both when a shift changes hands: in one
 * transaction the turn is taken and the messages are on their way, so each is said once, whichever
 * node rings and whatever dies.
 */
public final class DutyDesk {
    private static final String JOB = "hand-over/";

    /** A hand-over that was longer ago is news to nobody. */
    private static final Duration FRESH = Duration.ofHours(6);

    private static final int SHOWN = 10;
    private static final int MOST = 200;

    private final Archive archive;
    private final Outbox outbox;
    private final Office office;
    private final ProgramDesk program;
    private final JobSlots slots = new JobSlots();
    private final Board board = new Board();
    private final Map<RoleName, Instant> told = new ConcurrentHashMap<>();

    /** A desk that puts its messages into this outbox; overrides are decided by the program. */
    public DutyDesk(Archive archive, Outbox outbox, Office office, ProgramDesk program) {
        this.archive = archive;
        this.outbox = outbox;
        this.office = office;
        this.program = program;
    }

    /** Who is on call when, at one instant. */
    public record Seen(DutyPlan plan, Instant now) {}

    /** Who is on call when; everybody may see it. */
    public Seen seen() {
        return archive.transact(tx -> {
            Instant now = DatabaseClock.now(tx);
            return new Seen(office.plan(tx, now), now);
        });
    }

    /** The same, with what ended up to so long ago. */
    public DutyPlan planSince(Instant since) {
        return archive.transact(tx -> office.plan(tx, since));
    }

    /**
     * Asks for an override, or for its end.
     *
     * @return why not; empty if it was done
     */
    public Optional<Phrase> handle(ProgramCommand command, Knock knock) {
        return program.handle(command, knock);
    }

    /** Tells of every shift that has just changed hands, unless that was told. */
    public void handOver() {
        archive.run(tx -> {
            Instant now = DatabaseClock.now(tx);
            DutyPlan plan = office.plan(tx, now.minus(FRESH));
            for (RoleName role : plan.roles()) {
                change(plan, role, now).ifPresent(change -> tell(tx, change));
            }
        });
    }

    private record Change(Watch before, Watch after) {}

    /** The newest change of person that is not told yet, as far as this node knows. */
    private Optional<Change> change(DutyPlan plan, RoleName role, Instant now) {
        List<Watch> watches = plan.watches(role, now.minus(FRESH), now.plusNanos(1));
        for (int i = watches.size() - 1; i > 0; i--) {
            Change change = new Change(watches.get(i - 1), watches.get(i));
            if (!change.before().person().equals(change.after().person())) {
                boolean known = change.after().from().equals(told.get(role));
                return known ? Optional.empty() : Optional.of(change);
            }
        }
        return Optional.empty();
    }

    private void tell(Tx tx, Change change) {
        RoleName role = change.after().role();
        Instant at = change.after().from();
        if (slots.claim(tx, JOB + role, at)) {
            List<BoardRow> open =
                    board.open(tx, MOST).stream().filter(row -> !row.isPrivate()).toList();
            List<Effect> effects = new ArrayList<>();
            Optional<PersonId> before = change.before().person();
            Optional<PersonId> after = change.after().person();
            after.ifPresent(p -> effects.add(effect(p, true, before, change, open)));
            before.ifPresent(p -> effects.add(effect(p, false, after, change, open)));
            outbox.put(tx, IncidentId.PROGRAM, effects, office.policy().severities().size());
        }
        tx.afterCommit(() -> told.put(role, at));
    }

    private Effect effect(
            PersonId person,
            boolean incoming,
            Optional<PersonId> other,
            Change change,
            List<BoardRow> open) {
        List<Notice.Digest.Entry> shown = open.stream().limit(SHOWN).map(DutyDesk::entry).toList();
        return new Effect.Tell(
                MessageKey.NONE,
                person,
                new Notice.HandOver(
                        office.policy().titleOf(change.after().role()),
                        incoming,
                        other,
                        change.after().until(),
                        shown,
                        open.size() - shown.size()));
    }

    private static Notice.Digest.Entry entry(BoardRow row) {
        return new Notice.Digest.Entry(
                row.id(), row.severity(), row.title(), row.status(), row.drill(), row.channel());
    }
}

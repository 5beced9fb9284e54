package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.JOURNAL;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.db.Tx;
import io.muster.db.journal.JournalTable.Found;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The journal: open an incident (which locks it and folds its entries), append to it. Writing is
 * for the desk alone.
 */
public final class Journal {
    private final FoldCache folded = new FoldCache(512);
    private final Projections projections;

    /** A journal whose entries are followed by these projections. */
    public Journal(Projections projections) {
        this.projections = projections;
    }

    /** The number of the next incident; gap-free, because a roll-back gives it back. */
    public static IncidentId nextNumber(Tx tx) {
        Long number =
                tx.dsl()
                        .update(INCIDENT_COUNTER)
                        .set(INCIDENT_COUNTER.LAST, INCIDENT_COUNTER.LAST.plus(1))
                        .returningResult(INCIDENT_COUNTER.LAST)
                        .fetchSingle()
                        .value1();
        return new IncidentId(Objects.requireNonNull(number));
    }

    /**
     * Locks the incident's row until the transaction ends and tells what is true; empty if unknown.
     */
    public Optional<History> open(Tx tx, IncidentId id) {
        return tx.dsl()
                .select(INCIDENT.SEQ, INCIDENT.HEAD, INCIDENT.CHANGED_AT)
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(id.number()))
                .forUpdate()
                .fetchOptional()
                .map(row -> {
                    Hash head = Hash.stored(row.value2());
                    Incident incident = fold(tx, id, row.value1(), head);
                    return new History(incident, row.value1(), head, row.value3());
                });
    }

    /** What is true of the incident, without locking it; for showing, never for deciding. */
    public Optional<Incident> read(Tx tx, IncidentId id) {
        return tx.dsl()
                .select(INCIDENT.SEQ, INCIDENT.HEAD)
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(id.number()))
                .fetchOptional()
                .map(head -> fold(tx, id, head.value1(), Hash.stored(head.value2())));
    }

    /** Everything that happened to the incident, oldest first. */
    public List<Happened> story(Tx tx, IncidentId id) {
        return JournalTable.found(tx, id, 0, Integer.MAX_VALUE).stream()
                .map(Found::happened)
                .toList();
    }

    /** What is true of the incident, and all of what made it so, as one; empty if unknown. */
    public Optional<Chronicle> chronicle(Tx tx, IncidentId id) {
        List<Found> all = JournalTable.found(tx, id, 0, Integer.MAX_VALUE);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Incident incident = fold(id, all);
        return Optional.of(
                new Chronicle(
                        incident,
                        all.stream().map(Found::happened).toList(),
                        all.getLast().hash()));
    }

    /**
     * The hash of one entry of an incident, reckoned from what is stored; empty if there is none.
     */
    public static Optional<Hash> hash(Tx tx, IncidentId id, int seq) {
        return tx.dsl()
                .select(JOURNAL.ENTRY)
                .from(JOURNAL)
                .where(JOURNAL.INCIDENT.eq(id.number()))
                .and(JOURNAL.SEQ.eq(seq))
                .fetchOptional()
                .map(row -> Hash.ofEntry(row.value1()));
    }

    /** Writes the first entries of an incident. */
    public Incident begin(
            Tx tx, IncidentId id, List<Happened> happened, Policy policy, Provenance from) {
        List<Entry> entries =
                chain(id, 0, Hash.beforeTheFirst(id.number()), happened, policy.version(), from);
        Incident after = Incident.declared(id, entries.getFirst().happened());
        for (Entry entry : entries.subList(1, entries.size())) {
            after = after.apply(entry.happened());
        }
        projections.begin(tx, after, policy, entries.getLast());
        JournalTable.insert(tx, entries);
        projections.follow(tx, Optional.empty(), after);
        remember(tx, after, entries.getLast());
        return after;
    }

    /** Writes what happened next, with its hash links, and lets the projections follow. */
    public Incident append(
            Tx tx, History history, List<Happened> happened, Policy policy, Provenance from) {
        Incident before = history.incident();
        refuseToRunBackwards(history.newest(), happened);
        List<Entry> entries =
                chain(before.id(), history.seq(), history.head(), happened, policy.version(), from);
        Incident after = before;
        for (Entry entry : entries) {
            after = after.apply(entry.happened());
        }
        JournalTable.insert(tx, entries);
        projections.advance(tx, after, policy, entries.getLast());
        projections.follow(tx, Optional.of(before), after);
        remember(tx, after, entries.getLast());
        return after;
    }

    /** The desk sees to it; if it ever does not, better no entry than one that nobody believes. */
    private static void refuseToRunBackwards(Instant newest, List<Happened> happened) {
        Instant before = newest;
        for (Happened h : happened) {
            if (h.at().isBefore(before)) {
                throw new IllegalStateException(
                        "an entry of " + h.at() + " cannot follow one of " + before);
            }
            before = h.at();
        }
    }

    private static List<Entry> chain(
            IncidentId id,
            int seq,
            Hash head,
            List<Happened> happened,
            PolicyVersion policy,
            Provenance from) {
        List<Entry> entries = new ArrayList<>();
        Hash prev = head;
        for (Happened h : happened) {
            Entry entry = Entry.make(id.number(), seq + entries.size() + 1, h, from, policy, prev);
            entries.add(entry);
            prev = entry.hash();
        }
        return entries;
    }

    private Incident fold(Tx tx, IncidentId id, int seq, Hash head) {
        Optional<FoldCache.Folded> known = folded.find(id, seq, head);
        if (known.isPresent() && known.get().seq() == seq) {
            return known.get().incident();
        }
        Incident incident =
                known.flatMap(f -> goOn(tx, f, seq)).orElseGet(() -> foldAll(tx, id, seq));
        folded.put(incident, seq, head);
        return incident;
    }

    /** Empty if what was folded is not what the journal holds: it was rolled back. */
    private static Optional<Incident> goOn(Tx tx, FoldCache.Folded known, int seq) {
        Incident incident = known.incident();
        List<Found> news = JournalTable.found(tx, incident.id(), known.seq(), seq);
        if (news.isEmpty() || !news.getFirst().prev().equals(known.head())) {
            return Optional.empty();
        }
        for (Found next : news) {
            incident = incident.apply(next.happened());
        }
        return Optional.of(incident);
    }

    private static Incident foldAll(Tx tx, IncidentId id, int seq) {
        return fold(id, JournalTable.found(tx, id, 0, seq));
    }

    private static Incident fold(IncidentId id, List<Found> all) {
        Incident incident = Incident.declared(id, all.getFirst().happened());
        for (Found next : all.subList(1, all.size())) {
            incident = incident.apply(next.happened());
        }
        return incident;
    }

    /** Only what is committed may be remembered beyond the transaction. */
    private void remember(Tx tx, Incident after, Entry newest) {
        tx.afterCommit(() -> folded.put(after, newest.seq(), newest.hash()));
    }
}

package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.db.Tx;

import org.jooq.Record3;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
        return entriesAfter(tx, id, 0, Integer.MAX_VALUE);
    }

    /** Writes the first entries of an incident. */
    public Incident begin(
            Tx tx, IncidentId id, List<Happened> happened, Policy policy, Provenance from) {
        Incident newborn = Incident.declared(id, happened.getFirst());
        Incident after = newborn;
        for (Happened h : happened.subList(1, happened.size())) {
            after = after.apply(h);
        }
        List<Entry> entries =
                chain(id, 0, Hash.beforeTheFirst(id.number()), happened, policy.version(), from);
        projections.begin(tx, after, policy, entries.getLast());
        insert(tx, entries);
        projections.follow(tx, Optional.empty(), after);
        remember(tx, after, entries.getLast());
        return after;
    }

    /** Writes what happened next, with its hash links, and lets the projections follow. */
    public Incident append(
            Tx tx, History history, List<Happened> happened, Policy policy, Provenance from) {
        Incident before = history.incident();
        Incident after = before;
        for (Happened h : happened) {
            after = after.apply(h);
        }
        List<Entry> entries =
                chain(before.id(), history.seq(), history.head(), happened, policy.version(), from);
        insert(tx, entries);
        projections.advance(tx, after, policy, entries.getLast());
        projections.follow(tx, Optional.of(before), after);
        remember(tx, after, entries.getLast());
        return after;
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

    private static void insert(Tx tx, List<Entry> entries) {
        var rows =
                tx.dsl()
                        .insertInto(
                                JOURNAL,
                                JOURNAL.INCIDENT,
                                JOURNAL.SEQ,
                                JOURNAL.TYPE,
                                JOURNAL.RECORDED_AT,
                                JOURNAL.ACTOR,
                                JOURNAL.ENTRY,
                                JOURNAL.PREV,
                                JOURNAL.HASH);
        for (Entry e : entries) {
            rows =
                    rows.values(
                            e.incident(),
                            e.seq(),
                            e.type(),
                            e.happened().at(),
                            DomainJson.actor(e.happened().by()),
                            e.canonical().getBytes(StandardCharsets.UTF_8),
                            e.prev().bytes(),
                            e.hash().bytes());
        }
        rows.execute();
        insertWords(tx, entries);
    }

    private static void insertWords(Tx tx, List<Entry> entries) {
        var rows =
                tx.dsl()
                        .insertInto(
                                WORDS,
                                WORDS.INCIDENT,
                                WORDS.SEQ,
                                WORDS.PLACE,
                                WORDS.SALT,
                                WORDS.TEXT);
        boolean any = false;
        for (Entry e : entries) {
            for (Words.Kept kept : e.words().all()) {
                rows =
                        rows.values(
                                e.incident(),
                                e.seq(),
                                (short) kept.place(),
                                HexFormat.of().parseHex(kept.salt()),
                                kept.text().text());
                any = true;
            }
        }
        if (any) {
            rows.execute();
        }
    }

    private Incident fold(Tx tx, IncidentId id, int seq, Hash head) {
        Optional<FoldCache.Folded> known = folded.find(id, seq, head);
        if (known.isPresent() && known.get().seq() == seq) {
            return known.get().incident();
        }
        List<Happened> news = entriesAfter(tx, id, known.map(FoldCache.Folded::seq).orElse(0), seq);
        Incident incident =
                known.map(FoldCache.Folded::incident)
                        .orElseGet(() -> Incident.declared(id, news.getFirst()));
        for (Happened h : known.isPresent() ? news : news.subList(1, news.size())) {
            incident = incident.apply(h);
        }
        folded.put(incident, seq, head);
        return incident;
    }

    /** Only what is committed may be remembered beyond the transaction. */
    private void remember(Tx tx, Incident after, Entry newest) {
        tx.afterCommit(() -> folded.put(after, newest.seq(), newest.hash()));
    }

    private static List<Happened> entriesAfter(Tx tx, IncidentId id, int seq, int upTo) {
        Map<Integer, Map<Integer, FreeText>> words = wordsAfter(tx, id, seq);
        return tx.dsl()
                .select(JOURNAL.SEQ, JOURNAL.TYPE, JOURNAL.ENTRY)
                .from(JOURNAL)
                .where(JOURNAL.INCIDENT.eq(id.number()))
                .and(JOURNAL.SEQ.gt(seq))
                .and(JOURNAL.SEQ.le(upTo))
                .orderBy(JOURNAL.SEQ)
                .fetch(row -> happened(row, words));
    }

    private static Happened happened(
            Record3<Integer, String, byte[]> row, Map<Integer, Map<Integer, FreeText>> words) {
        JsonNode entry = Entry.parse(row.value3());
        Map<Integer, FreeText> ofEntry = words.getOrDefault(row.value1(), Map.of());
        return new Happened(
                EventJson.read(
                        row.value2(),
                        entry.get("body"),
                        place -> ofEntry.getOrDefault(place, new FreeText(FreeText.ERASED_TEXT))),
                DomainJson.actor(entry.get("actor").asString()),
                Instant.parse(entry.get("recorded_at").asString()));
    }

    private static Map<Integer, Map<Integer, FreeText>> wordsAfter(Tx tx, IncidentId id, int seq) {
        Map<Integer, Map<Integer, FreeText>> words = new HashMap<>();
        tx.dsl()
                .select(WORDS.SEQ, WORDS.PLACE, WORDS.TEXT)
                .from(WORDS)
                .where(WORDS.INCIDENT.eq(id.number()))
                .and(WORDS.SEQ.gt(seq))
                .and(WORDS.TEXT.isNotNull())
                .forEach(row ->
                        words.computeIfAbsent(row.value1(), s -> new HashMap<>())
                                .put(row.value2().intValue(), new FreeText(row.value3())));
        return words;
    }
}

package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.db.jooq.tables.records.IncidentRecord;
import io.muster.db.jooq.tables.records.JournalRecord;
import io.muster.db.jooq.tables.records.WordsRecord;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One incident: its journal is walked up to the first fault; if there is none, what the journal
 * makes true is held against the tables that follow it. Used once.
 */
final class IncidentAudit {
    private final IncidentId id;
    private final Ledger ledger;
    private final Map<Integer, List<WordsRecord>> words;
    private int seq;
    private Hash head;
    private Instant newest = Instant.MIN;
    private Optional<Incident> replayed = Optional.empty();
    private int erased;

    IncidentAudit(long number, Ledger ledger) {
        this.id = new IncidentId(number);
        this.ledger = ledger;
        this.words =
                ledger.words(number).stream().collect(Collectors.groupingBy(WordsRecord::getSeq));
        this.head = Hash.beforeTheFirst(number);
    }

    /** The first fault, as a sentence. */
    Optional<String> fault() {
        for (JournalRecord entry : ledger.entries(id.number())) {
            seq++;
            Optional<String> wrong = wrong(entry);
            if (wrong.isPresent()) {
                return wrong.map(what -> at(seq, what));
            }
        }
        return wrongEnd()
                .or(() -> replayed.flatMap(incident -> FollowAudit.fault(incident, ledger, head)));
    }

    /** How many of its texts have been erased. */
    int erased() {
        return erased;
    }

    private Optional<String> wrong(JournalRecord row) {
        if (row.getSeq() != seq) {
            return Optional.of("is missing");
        }
        Hash hash = Hash.ofEntry(row.getEntry());
        if (!hash.equals(Hash.stored(row.getHash()))) {
            return Optional.of("does not have the hash that was stored with it");
        }
        if (!Hash.stored(row.getPrev()).equals(head)) {
            return Optional.of("does not follow the entry before it");
        }
        head = hash;
        return Entry.ifWellFormed(row.getEntry())
                .map(entry -> wrong(row, entry))
                .orElse(Optional.of("is not written as entries are"));
    }

    private Optional<String> wrong(JournalRecord row, JsonNode entry) {
        if (!Entry.copies(entry).equals(copies(row))) {
            return Optional.of("says something else than the columns beside it");
        }
        if (row.getRecordedAt().isBefore(newest)) {
            return Optional.of("was recorded before the entry that it follows");
        }
        newest = row.getRecordedAt();
        WordsAudit said = new WordsAudit(entry, words.getOrDefault(seq, List.of()));
        erased += said.erased();
        return said.fault().or(() -> replay(row, entry));
    }

    private static Entry.Copies copies(JournalRecord row) {
        return new Entry.Copies(
                row.getIncident(),
                row.getSeq(),
                row.getType(),
                DomainJson.instant(row.getRecordedAt()),
                row.getActor(),
                Hash.stored(row.getPrev()).hex());
    }

    /** An entry of an intact chain that cannot be replayed was written by a newer Muster. */
    private Optional<String> replay(JournalRecord row, JsonNode entry) {
        try {
            Happened happened = Entry.happened(row.getType(), entry, this::text);
            replayed =
                    Optional.of(
                            seq == 1
                                    ? Incident.declared(id, happened)
                                    : replayed.orElseThrow().apply(happened));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("cannot be replayed by this version of Muster");
        }
    }

    private FreeText text(int place) {
        return words.getOrDefault(seq, List.of()).stream()
                .filter(w -> w.getPlace() == place && w.getText() != null)
                .map(w -> new FreeText(w.getText()))
                .findFirst()
                .orElse(new FreeText(FreeText.ERASED_TEXT));
    }

    /**
     * A cut tail shows in the head that the incident's row keeps, and so does a head turned back.
     */
    private Optional<String> wrongEnd() {
        IncidentRecord row = ledger.incident(id.number());
        if (row.getSeq() > seq) {
            return Optional.of(at(seq + 1, "is missing"));
        }
        if (row.getSeq() < seq) {
            return Optional.of(at(row.getSeq() + 1, "is there, but its incident ends before it"));
        }
        return Hash.stored(row.getHead()).equals(head)
                ? Optional.empty()
                : Optional.of(at(seq, "is the last, but not the one that its incident ends with"));
    }

    private String at(int entry, String what) {
        return id + ", entry " + entry + ": " + what;
    }
}

package io.muster.db.journal;

import static io.muster.db.jooq.Tables.OBLIGATION;
import static io.muster.db.jooq.Tables.ON_CALL_OVERRIDE;
import static io.muster.db.jooq.Tables.PROGRAM;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramHappened;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.JournalRecord;
import io.muster.db.jooq.tables.records.WordsRecord;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.oncall.OverrideTable;
import io.muster.db.status.MaintenanceTable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The program's standing file: its chain is walked up to the first fault; if there is none, what it
 * makes true is held against the table of what is owed. Used once.
 */
final class ProgramAudit {
    private final Tx tx;
    private final List<JournalRecord> entries;
    private final Map<Integer, List<WordsRecord>> words;
    private Hash head = Hash.beforeTheFirst(ProgramEntry.FILE);
    private Instant newest = Instant.MIN;
    private final MaintenanceAudit maintenance = new MaintenanceAudit();
    private Program replayed = Program.NONE;
    private int seq;
    private int erased;

    ProgramAudit(Tx tx) {
        this.tx = tx;
        Ledger ledger = Ledger.of(tx, ProgramEntry.FILE, ProgramEntry.FILE);
        this.entries = ledger.entries(ProgramEntry.FILE);
        this.words =
                ledger.words(ProgramEntry.FILE).stream()
                        .collect(Collectors.groupingBy(WordsRecord::getSeq));
    }

    /** The first fault, as a sentence. */
    Optional<String> fault() {
        for (JournalRecord entry : entries) {
            seq++;
            Optional<String> wrong = wrong(entry);
            if (wrong.isPresent()) {
                return wrong.map(what -> at(seq, what));
            }
        }
        return wrongEnd()
                .or(this::owed)
                .or(this::onCall)
                .or(() -> maintenance.fault(new MaintenanceTable().recorded(tx)));
    }

    int entries() {
        return entries.size();
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

    private Optional<String> replay(JournalRecord row, JsonNode entry) {
        try {
            ProgramHappened happened = ProgramEntry.happened(row.getType(), entry, this::text);
            replayed = replayed.apply(happened);
            maintenance.hear(happened.event());
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

    private Optional<String> wrongEnd() {
        var row = tx.dsl().select(PROGRAM.SEQ, PROGRAM.HEAD).from(PROGRAM).fetchOptional();
        if (row.isEmpty()) {
            return Optional.of("The head of the program's journal is gone");
        }
        int last = row.get().value1();
        if (last != seq) {
            return Optional.of(
                    last > seq
                            ? at(seq + 1, "is missing")
                            : at(last + 1, "is there, but the program ends before it"));
        }
        return seq == 0 || Hash.stored(row.get().value2()).equals(head)
                ? Optional.empty()
                : Optional.of(at(seq, "is the last, but not the one that the program ends with"));
    }

    private Optional<String> owed() {
        Set<Object> right =
                replayed.obligations().all().values().stream()
                        .map(o -> ObligationTable.row(IncidentId.PROGRAM, o))
                        .collect(Collectors.toSet());
        Set<Object> stored =
                new HashSet<>(
                        tx.dsl()
                                .selectFrom(OBLIGATION)
                                .where(OBLIGATION.INCIDENT.eq(ProgramEntry.FILE))
                                .fetch());
        return right.equals(stored)
                ? Optional.empty()
                : Optional.of("Program: its journal says otherwise than the table of what is owed");
    }

    private Optional<String> onCall() {
        Set<Object> right =
                replayed.overrides().all().stream()
                        .map(OverrideTable::row)
                        .collect(Collectors.toSet());
        Set<Object> stored = new HashSet<>(tx.dsl().selectFrom(ON_CALL_OVERRIDE).fetch());
        return right.equals(stored)
                ? Optional.empty()
                : Optional.of(
                        "Program: its journal says otherwise than the table of who stands in on"
                                + " call");
    }

    private static String at(int entry, String what) {
        return "Program, entry " + entry + ": " + what;
    }
}

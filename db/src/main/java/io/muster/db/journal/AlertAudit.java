package io.muster.db.journal;

import static io.muster.db.jooq.Tables.ALERT;
import static io.muster.db.jooq.Tables.ALERT_HEAD;
import static io.muster.db.jooq.Tables.ALERT_MATTER;
import static io.muster.db.jooq.Tables.ALERT_WORDS;

import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.AlertRecord;
import io.muster.db.jooq.tables.records.AlertWordsRecord;

import org.jooq.Result;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The record of alerts: its chain is walked up to the first fault, and what stands beside it is
 * held against it. Used once.
 */
final class AlertAudit {
    private static final int AT_ONCE = 500;

    private final Tx tx;
    private Hash head = Hash.beforeTheFirstAlert();
    private Instant newest = Instant.MIN;
    private int number;
    private int erased;

    AlertAudit(Tx tx) {
        this.tx = tx;
    }

    /** The first fault, as a sentence. */
    Optional<String> fault() {
        Result<AlertRecord> some = next();
        while (!some.isEmpty()) {
            Map<Long, AlertWordsRecord> words = words(some);
            for (AlertRecord row : some) {
                number++;
                Optional<String> wrong = wrong(row, words);
                if (wrong.isPresent()) {
                    return wrong.map(what -> "Alert " + number + " " + what);
                }
            }
            some = next();
        }
        return wrongEnd().or(this::wrongMatter);
    }

    int entries() {
        return number;
    }

    /** How many alerts have had what their source said erased. */
    int erased() {
        return erased;
    }

    private Result<AlertRecord> next() {
        return tx.dsl()
                .selectFrom(ALERT)
                .where(ALERT.NUMBER.gt((long) number))
                .orderBy(ALERT.NUMBER)
                .limit(AT_ONCE)
                .fetch();
    }

    private Map<Long, AlertWordsRecord> words(Result<AlertRecord> of) {
        return tx.dsl()
                .selectFrom(ALERT_WORDS)
                .where(
                        ALERT_WORDS.ALERT.between(
                                of.getFirst().getNumber(), of.getLast().getNumber()))
                .fetchMap(ALERT_WORDS.ALERT);
    }

    private Optional<String> wrong(AlertRecord row, Map<Long, AlertWordsRecord> words) {
        if (row.getNumber() != number) {
            return Optional.of("is missing");
        }
        Hash hash = Hash.ofAlert(row.getEntry());
        if (!hash.equals(Hash.stored(row.getHash()))) {
            return Optional.of("does not have the hash that was stored with it");
        }
        if (!Hash.stored(row.getPrev()).equals(head)) {
            return Optional.of("does not follow the alert before it");
        }
        head = hash;
        return AlertEntry.ifWellFormed(row.getEntry())
                .map(entry -> wrong(row, entry, words.get(row.getNumber())))
                .orElse(Optional.of("is not written as alerts are"));
    }

    private Optional<String> wrong(
            AlertRecord row, JsonNode entry, @Nullable AlertWordsRecord said) {
        if (!copies(row, entry)) {
            return Optional.of("says something else than the columns beside it");
        }
        if (row.getRecordedAt().isBefore(newest)) {
            return Optional.of("was recorded before the alert that it follows");
        }
        newest = row.getRecordedAt();
        return said == null
                ? Optional.of("has lost what its source said without its being erased")
                : wrong(entry, said);
    }

    private boolean copies(AlertRecord row, JsonNode entry) {
        try {
            AlertEntry read = AlertEntry.read(entry);
            return entry.get("alert").asLong() == row.getNumber()
                    && entry.get("prev").asString().equals(Hash.stored(row.getPrev()).hex())
                    && read.key().source().equals(row.getSource())
                    && read.key().fingerprint().equals(row.getFingerprint())
                    && read.firing() == row.getFiring()
                    && read.fate().word().equals(row.getFate())
                    && read.isPrivate() == row.getIsPrivate()
                    && read.at().equals(row.getRecordedAt())
                    && Objects.equals(
                            read.incident().map(id -> id.number()).orElse(null), row.getIncident());
        } catch (RuntimeException e) {
            return false; // a form that this version of Muster does not write
        }
    }

    private Optional<String> wrong(JsonNode entry, AlertWordsRecord said) {
        if (Objects.isNull(said.getText()) && Objects.isNull(said.getSalt())) {
            erased++;
            return Optional.empty();
        }
        boolean same =
                Objects.nonNull(said.getText())
                        && Objects.nonNull(said.getSalt())
                        && Hash.ofWords(HexFormat.of().formatHex(said.getSalt()), said.getText())
                                .hex()
                                .equals(entry.get("words").asString());
        return same
                ? Optional.empty()
                : Optional.of("has words that are not those that were recorded");
    }

    private Optional<String> wrongEnd() {
        var row =
                tx.dsl().select(ALERT_HEAD.LAST, ALERT_HEAD.HEAD).from(ALERT_HEAD).fetchOptional();
        if (row.isEmpty()) {
            return Optional.of("The head of the record of alerts is gone");
        }
        long last = row.get().value1();
        if (last != number) {
            return Optional.of(
                    "The record of alerts ends with "
                            + number
                            + ", but "
                            + last
                            + " were recorded");
        }
        boolean same = number == 0 || Hash.stored(row.get().value2()).equals(head);
        return same
                ? Optional.empty()
                : Optional.of("The head of the record of alerts is not the hash of its last one");
    }

    /** Which incident a matter goes to must be the one that was last recorded for it. */
    private Optional<String> wrongMatter() {
        var last =
                tx.dsl()
                        .select(ALERT.INCIDENT)
                        .from(ALERT)
                        .where(ALERT.SOURCE.eq(ALERT_MATTER.SOURCE))
                        .and(ALERT.FINGERPRINT.eq(ALERT_MATTER.FINGERPRINT))
                        .and(ALERT.INCIDENT.isNotNull())
                        .orderBy(ALERT.NUMBER.desc())
                        .limit(1)
                        .asField();
        return tx.dsl()
                .select(ALERT_MATTER.SOURCE)
                .from(ALERT_MATTER)
                .where(ALERT_MATTER.INCIDENT.cast(Long.class).isDistinctFrom(last.cast(Long.class)))
                .limit(1)
                .fetchOptional(ALERT_MATTER.SOURCE)
                .map(source ->
                        "An alert of " + source + " goes to another incident than was recorded");
    }
}

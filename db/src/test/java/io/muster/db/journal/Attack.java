package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.OBLIGATION;
import static io.muster.db.jooq.Tables.POLICY;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;
import io.muster.db.TestPolicy;
import io.muster.db.jooq.tables.records.JournalRecord;
import io.muster.db.jooq.tables.records.WordsRecord;

import org.jooq.TableField;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/** A way of tampering, and how the sentence begins that must name it. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum Attack {
    A_BYTE_OF_AN_ENTRY_IS_EDITED(t -> {
        int seq = t.anywhere();
        byte[] bytes = t.entry(seq).getEntry();
        bytes[t.random().nextInt(bytes.length)] ^= 1;
        t.put(seq, bytes);
        return entry(t, seq, "does not have the hash");
    }),
    A_CHARACTER_IS_REPLACED_BY_ONE_THAT_READS_THE_SAME(t -> {
        int seq = t.anywhere();
        byte[] marked = t.changed(seq, e -> e.put("request_id", "\uFFFD"));
        t.put(seq, marked);
        t.sql()
                .update(JOURNAL)
                .set(JOURNAL.HASH, Hash.ofEntry(marked).bytes())
                .where(JOURNAL.INCIDENT.eq(t.incident()))
                .and(JOURNAL.SEQ.eq(seq))
                .execute();
        t.hashAnew();
        byte[] bytes = t.entry(seq).getEntry();
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        t.put(
                seq,
                latin.replaceFirst("\u00ef\u00bf\u00bd", "\u00ff")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return entry(t, seq, "does not have the hash");
    }),
    A_BODY_IS_EDITED_TOGETHER_WITH_ITS_HASH(t -> {
        int seq = t.anywhere();
        t.putWithItsHash(seq, t.changed(seq, e -> e.put("request_id", "another")));
        return seq == t.last()
                ? entry(t, seq, "is the last, but not the one")
                : entry(t, seq + 1, "does not follow");
    }),
    A_TIME_IS_PUT_BACK_IN_THE_BYTES(t -> {
        int seq = t.anywhere();
        t.put(seq, t.changed(seq, e -> e.put("recorded_at", "2026-01-01T00:00:00.000Z")));
        return entry(t, seq, "does not have the hash");
    }),
    A_TIME_IS_PUT_BACK_BESIDE_THE_BYTES(t -> {
        int seq = t.anywhere();
        set(t, seq, JOURNAL.RECORDED_AT, Instant.parse("2026-01-01T00:00:00Z"));
        return entry(t, seq, "says something else than the columns");
    }),
    AN_ENTRY_IS_WRITTEN_WITH_THE_CLOCK_SET_BACK(t -> {
        int seq = t.inTheMiddle();
        String before = "2026-11-21T08:59:59.999Z";
        t.put(seq, t.changed(seq, e -> e.put("recorded_at", before)));
        set(t, seq, JOURNAL.RECORDED_AT, Instant.parse(before));
        t.hashAnew();
        return entry(t, seq, "was recorded before");
    }),
    A_TYPE_IS_EDITED_BESIDE_THE_BYTES(t -> {
        int seq = t.anywhere();
        set(t, seq, JOURNAL.TYPE, "nothing-happened");
        return entry(t, seq, "says something else than the columns");
    }),
    AN_ACTOR_IS_EDITED_BESIDE_THE_BYTES(t -> {
        int seq = t.anywhere();
        set(t, seq, JOURNAL.ACTOR, "person:U0SOMEBODYELSE");
        return entry(t, seq, "says something else than the columns");
    }),
    A_LINK_IS_EDITED_BESIDE_THE_BYTES(t -> {
        int seq = t.anywhere();
        set(t, seq, JOURNAL.PREV, Hash.beforeTheFirst(77).bytes());
        return entry(t, seq, "does not follow");
    }),
    A_HASH_IS_EDITED_BESIDE_THE_BYTES(t -> {
        int seq = t.anywhere();
        set(t, seq, JOURNAL.HASH, Hash.beforeTheFirst(77).bytes());
        return entry(t, seq, "does not have the hash");
    }),
    AN_ENTRY_IS_DELETED_IN_THE_MIDDLE(t -> {
        int seq = t.inTheMiddle();
        t.delete(seq);
        return entry(t, seq, "is missing");
    }),
    AN_ENTRY_IS_DELETED_AND_THE_NUMBERS_ARE_CLOSED_UP(t -> {
        int seq = t.inTheMiddle();
        t.delete(seq);
        for (int i = seq + 1; i <= t.last(); i++) {
            t.move(i, i - 1);
        }
        return entry(t, seq, "does not follow");
    }),
    THE_FIRST_ENTRIES_ARE_DELETED(t -> {
        t.delete(1);
        t.delete(2);
        return entry(t, 1, "is missing");
    }),
    TWO_ENTRIES_CHANGE_PLACES(t -> {
        int seq = t.random().nextInt(2, t.last());
        t.move(seq, 9_999);
        t.move(seq + 1, seq);
        t.move(9_999, seq + 1);
        return entry(t, seq, "does not follow");
    }),
    AN_ENTRY_IS_INSERTED_IN_THE_MIDDLE(t -> {
        int seq = t.inTheMiddle();
        for (int i = t.last(); i >= seq; i--) {
            t.move(i, i + 1);
        }
        JournalRecord forged = t.entry(seq - 1);
        Happened note =
                new Happened(
                        new IncidentEvent.Acknowledged(),
                        Actor.person(new PersonId("U0ANA")),
                        forged.getRecordedAt());
        insert(
                t,
                Entry.make(
                        t.incident(),
                        seq,
                        note,
                        Scribe.FROM,
                        TestPolicy.VERSION,
                        // the column only has to be unlike the one of the entry that was there
                        Hash.stored(forged.getHash())),
                Hash.beforeTheFirst(4711));
        return entry(t, seq, "does not follow");
    }),
    AN_ENTRY_OF_ANOTHER_INCIDENT_TAKES_THE_PLACE(t -> {
        int seq = t.inTheMiddle();
        long other = t.incident() % ChainAuditTest.INCIDENTS + 1;
        JournalRecord foreign =
                t.sql().fetchSingle(JOURNAL, JOURNAL.INCIDENT.eq(other).and(JOURNAL.SEQ.eq(seq)));
        t.putWithItsHash(seq, foreign.getEntry());
        set(t, seq, JOURNAL.TYPE, foreign.getType());
        return entry(t, seq, "says something else than the columns");
    }),
    TWO_INCIDENTS_CHANGE_NUMBERS(t -> {
        long other = t.incident() % ChainAuditTest.INCIDENTS + 1;
        t.sql()
                .update(JOURNAL)
                .set(JOURNAL.INCIDENT, 9_999L)
                .where(JOURNAL.INCIDENT.eq(t.incident()))
                .execute();
        t.sql()
                .update(JOURNAL)
                .set(JOURNAL.INCIDENT, t.incident())
                .where(JOURNAL.INCIDENT.eq(other))
                .execute();
        t.sql()
                .update(JOURNAL)
                .set(JOURNAL.INCIDENT, other)
                .where(JOURNAL.INCIDENT.eq(9_999L))
                .execute();
        return entry(t, 1, "does not follow");
    }),
    AN_ENTRY_BECOMES_RUBBISH_WITH_THE_RIGHT_HASHES(t -> {
        byte[] rubbish = new byte[t.random().nextInt(1, 40)];
        t.random().nextBytes(rubbish);
        t.putWithItsHash(t.last(), rubbish);
        setHead(t, Hash.ofEntry(rubbish));
        return entry(t, t.last(), "is not written as entries are");
    }),
    AN_ENTRY_IS_WRITTEN_IN_ANOTHER_ORDER_WITH_THE_RIGHT_HASHES(t -> {
        String text = new String(t.entry(t.last()).getEntry(), StandardCharsets.UTF_8);
        byte[] spaced = text.replaceFirst(":", ": ").getBytes(StandardCharsets.UTF_8);
        t.putWithItsHash(t.last(), spaced);
        setHead(t, Hash.ofEntry(spaced));
        return entry(t, t.last(), "is not written as entries are");
    }),
    THE_TAIL_IS_CUT(t -> {
        int kept = t.inTheMiddle();
        for (int seq = kept + 1; seq <= t.last(); seq++) {
            t.delete(seq);
        }
        return entry(t, kept + 1, "is missing");
    }),
    THE_TAIL_IS_CUT_AND_THE_NUMBER_OF_ENTRIES_CORRECTED(t -> {
        int kept = t.inTheMiddle();
        for (int seq = kept + 1; seq <= t.last(); seq++) {
            t.delete(seq);
        }
        t.sql()
                .update(INCIDENT)
                .set(INCIDENT.SEQ, kept)
                .where(INCIDENT.ID.eq(t.incident()))
                .execute();
        return entry(t, kept, "is the last, but not the one");
    }),
    THE_HEAD_IS_EDITED(t -> {
        setHead(t, Hash.beforeTheFirst(4711));
        return entry(t, t.last(), "is the last, but not the one");
    }),
    THE_HEAD_IS_TURNED_BACK(t -> {
        int back = t.inTheMiddle();
        setHead(t, Hash.stored(t.entry(back).getHash()));
        t.sql()
                .update(INCIDENT)
                .set(INCIDENT.SEQ, back)
                .where(INCIDENT.ID.eq(t.incident()))
                .execute();
        return entry(t, back + 1, "is there, but its incident ends before it");
    }),
    A_WHOLE_JOURNAL_IS_DELETED(t -> {
        for (int seq = 1; seq <= t.last(); seq++) {
            t.delete(seq);
        }
        return entry(t, 1, "is missing");
    }),
    A_WHOLE_INCIDENT_IS_DELETED(t -> {
        t.deleteIncident(t.incident());
        return "INC-" + t.incident() + " is gone";
    }),
    AN_INCIDENT_IS_DELETED_BUT_FOR_ITS_JOURNAL(t -> {
        t.sql().deleteFrom(INCIDENT).where(INCIDENT.ID.eq(t.incident())).execute();
        return "INC-" + t.incident() + " is gone";
    }),
    THE_LAST_INCIDENT_IS_DELETED(t -> {
        t.deleteIncident(ChainAuditTest.INCIDENTS);
        return "INC-" + ChainAuditTest.INCIDENTS + " is gone";
    }),
    THE_COUNTER_IS_TURNED_BACK(t -> {
        t.sql().update(INCIDENT_COUNTER).set(INCIDENT_COUNTER.LAST, 2L).execute();
        return "INC-" + ChainAuditTest.INCIDENTS + " is there, but only 2 were numbered";
    }),
    AN_INCIDENT_IS_FORGED_BEYOND_THE_COUNTER(t -> {
        t.sql()
                .execute(
                        "insert into incident select 1000000000000, seq, head, policy, title, severity,"
                                + " severity_rank, status, kind, is_private, is_drill, commander,"
                                + " declared_by, declared_at, changed_at from incident where id = 1");
        return "INC-" + (ChainAuditTest.INCIDENTS + 1) + " to INC-999999999999 are gone";
    }),
    WORDS_ARE_EDITED(t -> {
        WordsRecord words = t.words().orElseThrow();
        words.setText(words.getText() + " not");
        words.store();
        return entry(t, words.getSeq(), "has words that are not those");
    }),
    A_SALT_IS_EDITED(t -> {
        WordsRecord words = t.words().orElseThrow();
        words.setSalt(new byte[16]);
        words.store();
        return entry(t, words.getSeq(), "has words that are not those");
    }),
    WORDS_ARE_BLANKED_BUT_NOT_THEIR_SALT(t -> {
        WordsRecord words = t.words().orElseThrow();
        words.setText(null);
        words.store();
        return entry(t, words.getSeq(), "has words that are not those");
    }),
    A_SALT_IS_BLANKED_BUT_NOT_ITS_WORDS(t -> {
        WordsRecord words = t.words().orElseThrow();
        words.setSalt(null);
        words.store();
        return entry(t, words.getSeq(), "has words that are not those");
    }),
    WORDS_ARE_TAKEN_AWAY(t -> {
        WordsRecord words = t.words().orElseThrow();
        words.delete();
        return entry(t, words.getSeq(), "has lost words");
    }),
    WORDS_ARE_ADDED(t -> {
        int seq = t.anywhere();
        t.sql()
                .insertInto(WORDS)
                .values(t.incident(), seq, (short) 99, new byte[16], "and more")
                .execute();
        return entry(t, seq, "has words that are not those");
    }),
    WORDS_OF_TWO_ENTRIES_CHANGE_PLACES(t -> {
        WordsRecord one = t.words().orElseThrow();
        WordsRecord other = t.words().orElseThrow();
        while (one.equals(other)) {
            other = t.words().orElseThrow();
        }
        String text = one.getText();
        byte[] salt = one.getSalt();
        one.setText(other.getText());
        one.setSalt(other.getSalt());
        one.store();
        other.setText(text);
        other.setSalt(salt);
        other.store();
        return entry(t, Math.min(one.getSeq(), other.getSeq()), "has words that are not those");
    }),
    A_TITLE_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.TITLE, "nothing to see")),
    A_SEVERITY_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.SEVERITY, "harmless")),
    A_STATUS_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.STATUS, "gone away")),
    A_KIND_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.KIND, "another")),
    A_COMMANDER_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.COMMANDER, "U0NOBODY")),
    A_DECLARER_IS_EDITED_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.DECLARED_BY, "alarm:x")),
    A_DECLARATION_IS_PUT_BACK_WHERE_LISTS_SHOW_IT(
            t -> follow(t, INCIDENT.DECLARED_AT, Instant.EPOCH)),
    A_CHANGE_IS_PUT_BACK_WHERE_LISTS_SHOW_IT(t -> follow(t, INCIDENT.CHANGED_AT, Instant.EPOCH)),
    A_SECRET_IS_MADE_PUBLIC_WHERE_LISTS_SHOW_IT(t -> {
        t.sql()
                .execute(
                        "update incident set is_private = not is_private where id = "
                                + t.incident());
        return otherwise(t, "what lists show of it: is_private");
    }),
    A_DRILL_IS_MADE_REAL_WHERE_LISTS_SHOW_IT(t -> {
        t.sql().execute("update incident set is_drill = not is_drill where id = " + t.incident());
        return otherwise(t, "what lists show of it: is_drill");
    }),
    A_DEADLINE_IS_MOVED_IN_THE_TABLE_OF_WHAT_IS_OWED(t -> {
        t.sql()
                .execute(
                        "update obligation set due_at = due_at + interval '1 hour' where ctid in"
                                + " (select ctid from obligation where incident = "
                                + t.incident()
                                + " limit 1)");
        return otherwise(t, "the table of what is owed");
    }),
    A_REMINDER_IS_SILENCED_IN_THE_TABLE_OF_WHAT_IS_OWED(t -> {
        t.sql()
                .execute(
                        "update obligation set next_at = next_at + interval '1 day',"
                                + " state = case state when 'DROPPED' then 'MET' else 'DROPPED' end"
                                + " where incident = "
                                + t.incident());
        return otherwise(t, "the table of what is owed");
    }),
    A_PROMISE_IS_DELETED_FROM_THE_TABLE_OF_WHAT_IS_OWED(t -> {
        t.sql()
                .deleteFrom(OBLIGATION)
                .where(OBLIGATION.INCIDENT.eq(t.incident()))
                .limit(1)
                .execute();
        return otherwise(t, "the table of what is owed");
    }),
    A_PROMISE_IS_ADDED_TO_THE_TABLE_OF_WHAT_IS_OWED(t -> {
        t.sql()
                .execute(
                        "insert into obligation select incident, 'never/1', title, owner, state, due_at,"
                                + " next_at, settled_at from obligation where incident = "
                                + t.incident()
                                + " limit 1");
        return otherwise(t, "the table of what is owed");
    }),
    A_CHANNEL_IS_EDITED(t -> {
        t.sql()
                .update(ROOM)
                .set(ROOM.CHANNEL, "C0ANOTHER")
                .where(ROOM.INCIDENT.eq(t.incident()))
                .execute();
        return otherwise(t, "its channel");
    }),
    A_CHANNEL_IS_FORGOTTEN(t -> {
        t.sql().deleteFrom(ROOM).where(ROOM.INCIDENT.eq(t.incident())).execute();
        return otherwise(t, "its channel");
    }),
    THE_TEXT_OF_A_POLICY_IS_EDITED(t -> {
        t.sql().update(POLICY).set(POLICY.SOURCE, POLICY.SOURCE.concat("not ")).execute();
        return "Policy tests@";
    });

    private final Function<Tampering, String> act;

    Attack(Function<Tampering, String> act) {
        this.act = act;
    }

    /** Does it, and says how the sentence begins that must name it. */
    String on(Tampering tampering) {
        return act.apply(tampering);
    }

    private static String entry(Tampering t, int seq, String what) {
        return "INC-" + t.incident() + ", entry " + seq + ": " + what;
    }

    private static String otherwise(Tampering t, String than) {
        return "INC-" + t.incident() + ": its journal says otherwise than " + than;
    }

    private static <T> String follow(Tampering t, TableField<?, T> column, T value) {
        t.sql().update(INCIDENT).set(column, value).where(INCIDENT.ID.eq(t.incident())).execute();
        return otherwise(t, "what lists show of it: " + column.getName());
    }

    private static <T> void set(
            Tampering t, int seq, TableField<JournalRecord, T> column, T value) {
        t.sql()
                .update(JOURNAL)
                .set(column, value)
                .where(JOURNAL.INCIDENT.eq(t.incident()))
                .and(JOURNAL.SEQ.eq(seq))
                .execute();
    }

    private static void setHead(Tampering t, Hash head) {
        t.sql()
                .update(INCIDENT)
                .set(INCIDENT.HEAD, head.bytes())
                .where(INCIDENT.ID.eq(t.incident()))
                .execute();
    }

    private static void insert(Tampering t, Entry entry, Hash prevBeside) {
        t.sql()
                .insertInto(JOURNAL)
                .values(
                        entry.incident(),
                        entry.seq(),
                        entry.type(),
                        entry.happened().at(),
                        DomainJson.actor(entry.happened().by()),
                        entry.canonical().getBytes(StandardCharsets.UTF_8),
                        prevBeside.bytes(),
                        entry.hash().bytes())
                .execute();
    }
}

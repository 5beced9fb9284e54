package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.WORDS;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.WordsRecord;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Every way of tampering that a plain chain can find out, done by somebody who may do anything, at
 * random places; and, by name, the ways that it cannot.
 */
@Tag("M5")
class ChainAuditTest {
    static final int INCIDENTS = 5;
    private static final int SHORT = 8;
    private static final int LONG = 1_000;
    private static final TestDatabase DATABASE = Postgres.database();

    @BeforeAll
    static void write() {
        Archive archive = DATABASE.archive();
        for (int seed = 0; seed < INCIDENTS; seed++) {
            int n = seed;
            archive.run(tx -> new Scribe().write(tx, complete(n), Anything.seeded(n).random()));
        }
        for (String table :
                List.of(
                        "install",
                        "policy",
                        "incident_counter",
                        "incident",
                        "journal",
                        "words",
                        "room",
                        "obligation",
                        "action_item",
                        "status_update")) {
            DATABASE.execute("alter table " + table + " disable trigger all");
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void is_found_out_and_the_first_faulty_entry_named(Attack attack) {
        attack(attack, SHORT);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void is_found_out_at_a_thousand_places(Attack attack) {
        attack(attack, LONG);
    }

    @Test
    void two_hundred_clean_ledgers_give_no_alarm() {
        for (int seed = 100; seed < 300; seed++) {
            long s = seed;
            List<String> broken =
                    inVain(tx -> {
                        for (int i = 0; i < 3; i++) {
                            new Scribe()
                                    .write(
                                            tx,
                                            Stories.story(s * 10 + i, 12),
                                            Anything.seeded(s).random());
                        }
                        return new ChainAudit().check(tx).broken();
                    });
            assertThat(broken).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void what_is_intact_is_counted() {
        ChainAudit.Report report = ChainAudit.check(DATABASE.archive());

        assertThat(report.broken()).isEmpty();
        assertThat(report.incidents()).isEqualTo(INCIDENTS);
        assertThat(report.entries())
                .isEqualTo((int) DATABASE.count("select count(*) from journal"));
        assertThat(report.erased()).isZero();
    }

    /** An audit that read journal and heads one after the other would see a writer as a thief. */
    @Test
    void those_who_write_meanwhile_are_no_fault() {
        try (TestDatabase busy = Postgres.database();
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            AtomicBoolean stop = new AtomicBoolean();
            Archive archive = busy.archive();
            Scribe scribe = new Scribe();
            IncidentId id = archive.transact(tx -> scribe.begin(tx, Stories.story(9, 1)).id());
            Future<?> writing =
                    writer.submit(() -> {
                        for (int i = 0; !stop.get(); i++) {
                            Happened note =
                                    new Happened(
                                            new IncidentEvent.NoteAdded(new FreeText("note " + i)),
                                            Actor.muster(),
                                            Instant.parse("2027-01-01T00:00:00Z"));
                            archive.run(tx -> scribe.append(tx, id, List.of(note)));
                        }
                    });
            int seen = 0;
            for (int i = 0; i < 40; i++) {
                ChainAudit.Report report = ChainAudit.check(archive);
                assertThat(report.broken()).isEmpty();
                seen = Math.max(seen, report.entries());
            }
            stop.set(true);
            Together.join(writing);
            assertThat(seen).isGreaterThan(10);
        }
    }

    /**
     * Whoever may rewrite everything leaves nothing that contradicts anything. Only a copy of a
     * head that lies elsewhere tells: signed checkpoints, a message in Slack, an export in a
     * mailbox.
     */
    @Test
    void what_a_plain_chain_cannot_find_out() {
        assertUnseen(
                "an entry deleted in the middle, all that follow hashed anew",
                t -> {
                    t.delete(lastOf(t, "note-added"));
                    t.hashAnew();
                    t.followAnew();
                });
        assertUnseen(
                "an entry edited, all that follow hashed anew",
                t -> {
                    t.put(5, t.changed(5, e -> e.put("request_id", "another")));
                    t.hashAnew();
                    t.followAnew();
                });
        assertUnseen(
                "the tail cut and the head with it: a backup of yesterday",
                t -> {
                    for (int seq = t.inTheMiddle(); seq <= t.last(); seq++) {
                        t.delete(seq);
                    }
                    t.hashAnew();
                    t.followAnew();
                });
        assertUnseen(
                "the last incident deleted and its number given back",
                t -> {
                    t.deleteIncident(INCIDENTS);
                    t.sql()
                            .update(INCIDENT_COUNTER)
                            .set(INCIDENT_COUNTER.LAST, INCIDENTS - 1L)
                            .execute();
                });
        assertUnseen(
                "words erased that nobody ordered to be erased: they are counted, not judged",
                t -> {
                    WordsRecord note =
                            t.sql()
                                    .fetchSingle(
                                            WORDS,
                                            WORDS.INCIDENT
                                                    .eq(t.incident())
                                                    .and(WORDS.SEQ.eq(lastOf(t, "note-added"))));
                    note.setSalt(null);
                    note.setText(null);
                    note.store();
                });
        assertUnseen(
                "a rank edited in the list, which follows from the policy's text",
                t ->
                        t.sql()
                                .update(INCIDENT)
                                .set(INCIDENT.SEVERITY_RANK, (short) 9)
                                .where(INCIDENT.ID.eq(t.incident()))
                                .execute());
        assertUnseen(
                "something untrue that was said through Muster itself: it is recorded, with a name",
                t -> t.followAnew());
    }

    private static void attack(Attack attack, int times) {
        for (int seed = 0; seed < times; seed++) {
            Anything any = Anything.seeded(seed * 31L + attack.name().hashCode());
            String[] expected = {""};
            long[] attacked = {0};
            List<String> broken =
                    inVain(tx -> {
                        Tampering tampering = new Tampering(tx, any.random(), INCIDENTS);
                        attacked[0] = tampering.incident();
                        expected[0] = attack.on(tampering);
                        return tampering.broken();
                    });
            assertThat(broken)
                    .as("%s, seed %d, INC-%d", attack, seed, attacked[0])
                    .hasSizeLessThan(4)
                    .anyMatch(sentence -> sentence.startsWith(expected[0]));
        }
    }

    private static void assertUnseen(String what, java.util.function.Consumer<Tampering> act) {
        for (int seed = 0; seed < SHORT; seed++) {
            Anything any = Anything.seeded(seed);
            List<String> broken =
                    inVain(tx -> {
                        Tampering tampering = new Tampering(tx, any.random(), INCIDENTS);
                        act.accept(tampering);
                        return tampering.broken();
                    });
            assertThat(broken).as(what).isEmpty();
        }
    }

    /** Does it with all rights, and undoes it. */
    private static <T> T inVain(Function<Tx, T> work) {
        Object[] result = {""};
        try {
            DATABASE.archive()
                    .run(tx -> {
                        tx.dsl().execute("reset role");
                        result[0] = work.apply(tx);
                        throw new Undo();
                    });
        } catch (Undo e) {
            @SuppressWarnings("unchecked")
            T found = (T) result[0];
            return found;
        }
        throw new AssertionError("nothing was undone");
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A story that has a bit of everything: words, a promise, a channel, a commander. */
    private static List<Happened> complete(long seed) {
        List<Happened> story = Stories.story(seed, 22);
        Instant after = story.getLast().at();
        List<IncidentEvent> more =
                List.of(
                        Anything.full(seed).of(IncidentEvent.ObligationOpened.class),
                        new IncidentEvent.RoomOpened("C0" + seed, "inc-" + seed),
                        new IncidentEvent.RoleAssigned(
                                io.muster.core.policy.Role.COMMANDER,
                                "Commander",
                                new PersonId("U0CIS"),
                                java.util.Optional.empty(),
                                true),
                        new IncidentEvent.NoteAdded(new FreeText("noted")),
                        new IncidentEvent.NoteAdded(new FreeText("noted as well")),
                        new IncidentEvent.Acknowledged());
        return java.util.stream.Stream.concat(
                        story.stream(),
                        more.stream().map(e -> new Happened(e, Actor.muster(), after)))
                .toList();
    }

    private static int lastOf(Tampering t, String type) {
        for (int seq = t.last(); seq > 0; seq--) {
            if (t.entry(seq).getType().equals(type)) {
                return seq;
            }
        }
        throw new AssertionError("no " + type);
    }
}

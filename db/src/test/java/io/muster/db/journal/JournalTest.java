package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.Archive;
import io.muster.db.Components;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.TestPolicy;
import io.muster.db.Together;
import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

@Tag("M5")
class JournalTest {
    @AutoClose private static final TestDatabase DATABASE = Postgres.database();
    private static final Actor ANA = Actor.person(new PersonId("U0ANA"));

    private final Archive archive = DATABASE.archive();
    private final Scribe scribe = new Scribe();

    @Test
    void what_was_written_is_told_again() {
        List<Happened> story = Stories.story(1_001, 60);

        IncidentId id =
                archive.transact(tx -> scribe.write(tx, story, Anything.seeded(1).random()).id());

        assertThat(story(id)).containsExactlyElementsOf(story);
    }

    @Test
    void an_incident_that_nobody_declared_is_unknown() {
        IncidentId nobodys = new IncidentId(999_999);

        Optional<History> opened = archive.transact(tx -> scribe.journal().open(tx, nobodys));
        assertThat(opened).isEmpty();
        assertThat(read(scribe, nobodys)).isEmpty();
        assertThat(story(nobodys)).isEmpty();
    }

    @Test
    void what_is_true_is_what_a_replay_from_the_first_entry_makes_true() {
        for (int seed = 0; seed < 40; seed++) {
            List<Happened> story = Stories.story(seed, 30);
            int n = seed;
            Incident written =
                    archive.transact(tx -> scribe.write(tx, story, Anything.seeded(n).random()));

            assertThat(read(scribe, written.id()))
                    .as("seed %d, as the one who wrote it knows it", seed)
                    .contains(written);
            assertThat(replayed(written.id())).as("seed %d, replayed", seed).isEqualTo(written);
        }
    }

    /** Policies give shares of spans and alarms give nanoseconds; the record has milliseconds. */
    @Test
    void what_is_finer_than_a_millisecond_is_forgotten_by_the_writer_too() {
        Instant fine = Instant.parse("2026-11-21T09:00:00.123456789Z");
        IncidentEvent declared =
                Components.with(
                        Stories.story(5, 1).getFirst().event(), "detectedAt", Optional.of(fine));

        Incident written =
                archive.transact(
                        tx -> scribe.begin(tx, List.of(new Happened(declared, ANA, fine))));

        assertThat(written.declaredAt()).isEqualTo("2026-11-21T09:00:00.123Z");
        assertThat(written.header().detectedAt()).contains(written.declaredAt());
        assertThat(replayed(written.id())).isEqualTo(written);
    }

    @Test
    void half_a_character_in_what_somebody_typed_is_no_difference_either() {
        IncidentEvent note =
                new IncidentEvent.NoteAdded(new FreeText("half \uD83D and \0 nothing"));
        List<Happened> story = with(Stories.story(6, 1), note);

        IncidentId id = archive.transact(tx -> scribe.begin(tx, story).id());

        assertThat(story(id)).isEqualTo(story);
        assertThat(ChainAudit.check(archive).broken()).isEmpty();
    }

    @Test
    void a_number_that_was_rolled_back_is_not_remembered_with_what_was_said_under_it() {
        List<Happened> first = Stories.story(10, 4);
        AtomicInteger number = new AtomicInteger();
        rolledBack(tx -> {
            Incident declared = scribe.begin(tx, first);
            number.set((int) declared.id().number());
            assertThat(scribe.journal().read(tx, declared.id())).contains(declared);
        });

        Incident second = archive.transact(tx -> new Scribe().begin(tx, Stories.story(11, 9)));

        assertThat(second.id().number()).isEqualTo(number.get());
        assertThat(read(scribe, second.id())).contains(second);
    }

    @Test
    void what_was_rolled_back_is_not_shown_once_another_node_has_gone_on() {
        Incident before = archive.transact(tx -> scribe.begin(tx, Stories.story(20, 3)));
        for (int rolledBack = 1; rolledBack <= 3; rolledBack++) {
            int entries = rolledBack;
            rolledBack(tx -> {
                Incident never = scribe.append(tx, before.id(), notes("never said", entries));
                assertThat(scribe.journal().read(tx, before.id())).contains(never);
            });
            assertThat(read(scribe, before.id())).contains(replayed(before.id()));
            for (int i = 0; i < 4; i++) {
                Incident after =
                        archive.transact(tx ->
                                new Scribe()
                                        .append(
                                                tx,
                                                before.id(),
                                                List.of(
                                                        happened(
                                                                new IncidentEvent.PersonJoined(
                                                                        new PersonId(
                                                                                "U" + entries))))));
                assertThat(read(scribe, before.id())).contains(after);
            }
        }
    }

    @Test
    void two_nodes_that_take_turns_know_the_same() {
        Scribe other = new Scribe();
        List<Happened> story = Stories.story(1_030, 40);
        IncidentId id = archive.transact(tx -> scribe.begin(tx, story.subList(0, 2)).id());
        for (int i = 2; i < story.size(); i++) {
            Scribe one = i % 3 == 0 ? scribe : other;
            Scribe another = i % 3 == 0 ? other : scribe;
            List<Happened> next = story.subList(i, i + 1);

            Incident written = archive.transact(tx -> one.append(tx, id, next));

            assertThat(read(another, id)).contains(written);
        }
    }

    @Test
    void words_that_were_erased_read_as_erased_and_the_chain_still_holds() {
        List<Happened> story =
                with(Stories.story(40, 1), new IncidentEvent.NoteAdded(new FreeText("a name")));
        IncidentId id = archive.transact(tx -> scribe.begin(tx, story).id());
        DATABASE.execute(
                "update words set text = null, salt = null where seq = 2 and incident = "
                        + id.number());

        assertThat(story(id).getLast().event())
                .isEqualTo(new IncidentEvent.NoteAdded(new FreeText("[erased]")));
        ChainAudit.Report report = ChainAudit.check(archive);
        assertThat(report.broken()).isEmpty();
        assertThat(report.erased()).isEqualTo(1);
    }

    /**
     * A reader that looked up the words first and the entries second would take them for erased.
     */
    @Test
    void words_that_are_written_while_somebody_reads_are_not_taken_for_erased() {
        IncidentId id = archive.transact(tx -> scribe.begin(tx, Stories.story(50, 2)).id());

        List<Happened> story =
                archive.transact(tx -> {
                    afterEachQuery(
                            tx,
                            () ->
                                    archive.run(other ->
                                            new Scribe().append(other, id, notes("said", 1))));
                    return scribe.journal().story(tx, id);
                });

        assertThat(story)
                .extracting(Happened::event)
                .noneMatch(e -> e.toString().contains("erased"));
        assertThat(story(id).size()).isGreaterThan(2);
    }

    @Test
    void numbers_have_no_gaps_though_eight_declare_at_once_and_some_fail() {
        try (TestDatabase fresh = Postgres.database()) {
            Archive many = fresh.archive();
            AtomicInteger declared = new AtomicInteger();
            Together.times(
                    8,
                    20,
                    (thread, turn) -> {
                        try {
                            many.run(tx -> {
                                scribe.begin(tx, Stories.story(thread * 100L + turn, 3));
                                if ((thread + turn) % 3 == 0) {
                                    throw new IllegalStateException("refused after all");
                                }
                            });
                            declared.incrementAndGet();
                        } catch (IllegalStateException e) {
                            assertThat(e).hasMessage("refused after all");
                        }
                    });

            assertThat(declared.get()).isBetween(80, 120);
            assertThat(fresh.list("select id from incident order by id"))
                    .isEqualTo(
                            LongStream.rangeClosed(1, declared.get())
                                    .mapToObj(Long::toString)
                                    .toList());
            assertThat(fresh.count("select last from incident_counter")).isEqualTo(declared.get());
            assertThat(ChainAudit.check(many).broken()).isEmpty();
        }
    }

    @Test
    void two_nodes_that_append_to_one_incident_at_once_never_fork_and_time_never_runs_back() {
        try (TestDatabase fresh = Postgres.database()) {
            List<Archive> archives = List.of(fresh.another(), fresh.another());
            List<Scribe> nodes = List.of(new Scribe(), new Scribe());
            IncidentId id =
                    archives.getFirst().transact(tx -> scribe.begin(tx, Stories.story(60, 1)).id());
            Together.times(
                    8,
                    15,
                    (thread, turn) ->
                            archives.get(thread % 2)
                                    .run(tx ->
                                            say(
                                                    nodes.get(thread % 2),
                                                    tx,
                                                    id,
                                                    thread + " says " + turn)));

            List<Happened> story = fresh.archive().transact(tx -> scribe.journal().story(tx, id));
            assertThat(story).hasSize(1 + 8 * 15);
            assertThat(story).extracting(Happened::at).isSorted();
            for (Scribe node : nodes) {
                Optional<Incident> known =
                        fresh.archive().transact(tx -> node.journal().read(tx, id));
                Incident replayed = fresh.archive().transact(tx -> Scribe.replayed(tx, id));
                assertThat(known).contains(replayed);
            }
            assertThat(ChainAudit.check(fresh.archive()).broken()).isEmpty();
        }
    }

    @Test
    void whoever_opens_an_incident_has_it_alone_and_readers_do_not_wait() {
        IncidentId id = archive.transact(tx -> scribe.begin(tx, Stories.story(70, 2)).id());

        archive.run(tx -> {
            assertThat(scribe.journal().open(tx, id)).isPresent();

            assertThat(
                            DATABASE.list(
                                    "select id from incident where id = "
                                            + id.number()
                                            + " for update skip locked"))
                    .isEmpty();
            assertThat(read(new Scribe(), id)).isPresent();
        });
    }

    @Test
    void a_fork_is_refused_by_the_table_itself() {
        Incident incident = archive.transact(tx -> scribe.begin(tx, Stories.story(80, 3)));
        History stale =
                archive.transact(tx -> scribe.journal().open(tx, incident.id()).orElseThrow());
        archive.run(tx -> scribe.append(tx, incident.id(), notes("first", 1)));

        assertThatThrownBy(() -> appendTo(stale))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("journal_pkey");
        assertThatThrownBy(() ->
                        appendTo(
                                new History(
                                        stale.incident(),
                                        stale.seq() + 1,
                                        stale.head(),
                                        stale.newest())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("journal_never_forks");
        assertThat(story(incident.id())).hasSize(4);
    }

    @Test
    void an_entry_that_would_run_backwards_is_not_written() {
        Incident incident = archive.transact(tx -> scribe.begin(tx, Stories.story(90, 3)));
        Instant newest =
                archive.transact(
                        tx -> scribe.journal().open(tx, incident.id()).orElseThrow().newest());
        Happened earlier =
                new Happened(
                        new IncidentEvent.NoteAdded(new FreeText("x")), ANA, newest.minusMillis(1));

        assertThatThrownBy(
                        () -> archive.run(tx -> scribe.append(tx, incident.id(), List.of(earlier))))
                .hasMessageContaining("cannot follow");
        assertThat(story(incident.id())).hasSize(3);
    }

    @Test
    void what_cannot_have_happened_is_not_written() {
        Incident incident = archive.transact(tx -> scribe.begin(tx, Stories.story(95, 1)));
        IncidentEvent kept = Anything.full(1).of(IncidentEvent.ObligationMet.class);

        assertThatThrownBy(() ->
                        archive.run(
                                tx -> scribe.append(tx, incident.id(), List.of(happened(kept)))))
                .hasMessageContaining("owes no");
        assertThat(story(incident.id())).hasSize(1);
    }

    private List<Happened> story(IncidentId id) {
        return archive.transact(tx -> scribe.journal().story(tx, id));
    }

    private Optional<Incident> read(Scribe node, IncidentId id) {
        return archive.transact(tx -> node.journal().read(tx, id));
    }

    private Incident replayed(IncidentId id) {
        return archive.transact(tx -> Scribe.replayed(tx, id));
    }

    private void appendTo(History history) {
        archive.run(tx ->
                scribe.journal()
                        .append(tx, history, notes("second", 1), TestPolicy.POLICY, Scribe.FROM));
    }

    /** As the desk does it: the time is read after the lock, and never before the newest entry. */
    private static void say(Scribe node, Tx tx, IncidentId id, String words) {
        History history = node.journal().open(tx, id).orElseThrow();
        Instant now = DatabaseClock.now(tx);
        Happened note =
                new Happened(
                        new IncidentEvent.NoteAdded(new FreeText(words)),
                        ANA,
                        now.isBefore(history.newest()) ? history.newest() : now);
        node.journal().append(tx, history, List.of(note), TestPolicy.POLICY, Scribe.FROM);
    }

    private void rolledBack(java.util.function.Consumer<Tx> work) {
        assertThatThrownBy(() ->
                        archive.run(tx -> {
                            work.accept(tx);
                            throw new IllegalStateException("no, after all");
                        }))
                .hasMessage("no, after all");
    }

    private static void afterEachQuery(Tx tx, Runnable action) {
        AtomicInteger left = new AtomicInteger(4);
        tx.dsl()
                .configuration()
                .set(
                        (org.jooq.ExecuteListenerProvider)
                                () ->
                                        new ExecuteListener() {
                                            @Override
                                            public void fetchEnd(ExecuteContext context) {
                                                if (left.getAndDecrement() > 0) {
                                                    action.run();
                                                }
                                            }
                                        });
    }

    private static List<Happened> notes(String words, int many) {
        List<Happened> notes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            notes.add(happened(new IncidentEvent.NoteAdded(new FreeText(words + i))));
        }
        return notes;
    }

    private static Happened happened(IncidentEvent event) {
        return new Happened(event, ANA, Instant.parse("2027-01-01T00:00:00Z"));
    }

    private static List<Happened> with(List<Happened> story, IncidentEvent more) {
        List<Happened> longer = new ArrayList<>(story);
        longer.add(happened(more));
        return longer;
    }
}

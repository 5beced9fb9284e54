package io.muster.db.outbox;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockName;
import io.muster.db.Declared;
import io.muster.db.Eventually;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.room.RoomTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An empty outbox of two incidents and one node, and what its tests say to it. */
abstract class OutboxBench {
    static final Effect OPEN_ROOM = new Effect.OpenRoom();
    static final Effect CARD = new Effect.Show(Effect.Surface.CARD);
    static final Effect TOPIC = new Effect.Show(Effect.Surface.TOPIC);
    static final Effect ANNOUNCEMENT = new Effect.Show(Effect.Surface.ANNOUNCEMENT);
    static final Duration SOON = Duration.ZERO;
    static final Duration LATER = Duration.ofHours(1);

    static TestDatabase database;
    static IncidentId one = new IncidentId(1);
    static IncidentId two = new IncidentId(2);

    @AutoClose final Node node = node();

    @BeforeAll
    static void declare() {
        database = Postgres.database();
        one = Declared.with(database.archive()).id();
        two = Declared.with(database.archive()).id();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("truncate outbox, room, surface restart identity");
    }

    private static Node node() {
        return new Node(database);
    }

    static Effect tell(String person, String words) {
        return new Effect.Tell(
                MessageKey.NONE,
                new PersonId(person),
                new Notice.Line(Notice.Tone.PLAIN, Phrase.of(words)));
    }

    static Effect call(String person, String words) {
        return new Effect.Tell(
                MessageKey.PAGES,
                new PersonId(person),
                new Notice.Call("on call", Phrase.of(words)));
    }

    static Effect say(String words) {
        return new Effect.Say(
                MessageKey.NONE, new Notice.Line(Notice.Tone.PLAIN, Phrase.of(words)));
    }

    static Effect bring(String person) {
        return new Effect.Bring(List.of(new PersonId(person)));
    }

    static Effect reminder(String obligation, String words) {
        int slash = obligation.indexOf('/');
        ObligationId id =
                new ObligationId(
                        new ClockName(obligation.substring(0, slash)),
                        Integer.parseInt(obligation.substring(slash + 1)));
        return new Effect.Say(
                MessageKey.of(id),
                new Notice.Reminder(
                        id,
                        "Update",
                        Instant.parse("2026-11-21T14:30:00Z"),
                        false,
                        false,
                        Phrase.of(words),
                        true));
    }

    static String words(OutboxItem item) {
        Notice notice =
                switch (item.effect()) {
                    case Effect.Tell tell -> tell.notice();
                    case Effect.Say say -> say.notice();
                    default -> throw new AssertionError("nothing is said by " + item);
                };
        Phrase phrase =
                switch (notice) {
                    case Notice.Line line -> line.phrase();
                    case Notice.Call call -> call.why();
                    default -> throw new AssertionError(notice);
                };
        return phrase.plain(PersonId::value);
    }

    /** Its channel is on its way, and what needs it waits. */
    OutboxItem isOpeningTheRoomOf(IncidentId incident) {
        node.put(incident, OPEN_ROOM);
        return node.claimOne();
    }

    void hasRoom(IncidentId incident) {
        node.archive.run(tx ->
                new RoomTable().put(tx, incident, new Room("C" + incident, "inc-" + incident)));
    }

    void hasCard(IncidentId incident) {
        node.archive.run(tx ->
                new SurfaceTable()
                        .put(
                                tx,
                                incident,
                                Effect.Surface.CARD,
                                new SurfaceTable.Standing("C1", "1.1", "")));
    }

    static String state(long row) {
        return database.ask(
                "select state || ': ' || coalesce(reason, '') from outbox where id = " + row);
    }

    static long waiting() {
        return database.count(
                "select count(*) from outbox where state in ('pending', 'sending', 'unknown')");
    }

    Optional<Instant> nextAttempt() {
        return node.archive.transact(node.outbox::nextAttempt);
    }

    OutboxHealth health() {
        return node.archive.transact(node.outbox::health);
    }

    /** The first thing that this node can claim, as soon as there is one. */
    static OutboxItem soon(Node node) {
        List<OutboxItem> found = new ArrayList<>();
        Eventually.isTrue(
                "there is something to claim",
                () -> {
                    found.addAll(node.claim(1));
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    static void cut(Node node) {
        database.ask(
                "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'"
                        + " and classid = 1297437524 and objid::bigint = "
                        + node.presence.node());
    }

    static void awaitDead(int presence) {
        Eventually.isTrue(
                "the node is dead",
                () ->
                        database.ask("select node from living_node where node = " + presence)
                                .equals("null"));
    }

    static void awaitSomebodyWaitingForALock() {
        Eventually.isTrue(
                "somebody waits for a lock",
                () ->
                        database.count(
                                        "select count(*) from pg_stat_activity where datname = '"
                                                + database.name()
                                                + "' and wait_event_type = 'Lock'")
                                > 0);
    }
}

package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Declared;
import io.muster.db.Plans;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Tx;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An outbox that has lived: 50,000 rows of which 200 are open. No question may read the old ones.
 */
@Tag("M5")
class OutboxPlanTest {
    private static final TestDatabase DATABASE = Postgres.database();
    private static final MessageKey KEY = new MessageKey("obligation:update/17");

    private static Node node = new Node(DATABASE);
    private static IncidentId incident = new IncidentId(1);

    @BeforeAll
    static void fill() {
        incident = Declared.with(DATABASE.archive()).id();
        Effect effect = new Effect.Say(KEY, new Notice.Line(Notice.Tone.PLAIN, Phrase.of("late")));
        node.put(incident, effect);
        DATABASE.execute(
                "insert into outbox (incident, lane, urgency, needs, once, effect, body, message_key,"
                        + " state, channel, ts, finished_at)"
                        + " select incident, 'talk/' || n % 700, n % 40, needs, null, effect, body,"
                        + " 'obligation:update/' || n % 5000,"
                        + " case when n % 250 = 0 then 'pending' when n % 5000 = 1 then 'parked' else"
                        + " 'sent' end, 'C1', n::text, now()"
                        + " from outbox, generate_series(1, 50000) n");
        DATABASE.execute("analyze");
    }

    @AfterAll
    static void close() {
        node.close();
        DATABASE.close();
    }

    @Test
    void claiming() {
        reads((tx, outbox) -> outbox.claim(tx, 48, Duration.ofSeconds(30)));
    }

    @Test
    void asking_when_to_look_again() {
        reads((tx, outbox) -> outbox.nextAttempt(tx));
    }

    @Test
    void asking_for_its_health() {
        reads((tx, outbox) -> outbox.health(tx));
    }

    @Test
    void finding_messages_by_their_key() {
        reads((tx, outbox) -> KeyedMessages.standing(tx, incident, KEY, 0));
    }

    @Test
    void skipping_what_was_answered() {
        reads((tx, outbox) -> KeyedMessages.skipWaiting(tx, incident, KEY, 0));
    }

    @Test
    void putting_a_reminder_that_overtakes_another() {
        reads((tx, outbox) ->
                outbox.put(
                        tx,
                        incident,
                        List.of(
                                new Effect.Tell(
                                        KEY,
                                        new PersonId("U1"),
                                        new Notice.Line(Notice.Tone.PLAIN, Phrase.of("x"))),
                                io.muster.db.Anything.seeded(1).of(Effect.Bring.class),
                                new Effect.Say(
                                        KEY,
                                        io.muster.db.Anything.seeded(1).of(Notice.Reminder.class))),
                        1));
    }

    /** Whatever values come, and also when PostgreSQL plans once for all of them. */
    private static void reads(BiConsumer<Tx, Outbox> question) {
        List<String> plans = Plans.of(DATABASE, tx -> question.accept(tx, node.outbox));

        assertThat(plans).isNotEmpty();
        assertThat(plans).allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan on outbox"));
    }
}

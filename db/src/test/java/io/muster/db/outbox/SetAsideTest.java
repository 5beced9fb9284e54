package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Declared;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What Slack refused is kept with its reason until somebody has seen to it. */
class SetAsideTest {
    private static final TestDatabase DATABASE = Postgres.database();
    private static final PersonId ELI = new PersonId("UELI");
    private static final Effect CARD = new Effect.Show(Effect.Surface.TOPIC);
    private static IncidentId one = new IncidentId(1);

    @AutoClose private final Node node = new Node(DATABASE);

    @BeforeAll
    static void declare() {
        one = Declared.with(DATABASE.archive()).id();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate outbox, room, surface restart identity");
    }

    @Test
    void the_newest_come_first_with_their_reasons_and_what_they_were_to_do() {
        parked("one", "user_not_found");
        parked("two", "is_archived");
        parked("three", "restricted_action (ask)");

        assertThat(newest(2)).extracting(SetAside.Row::id).containsExactly(3L, 2L);
        assertThat(newest(2))
                .extracting(SetAside.Row::reason)
                .containsExactly("restricted_action (ask)", "is_archived");
        assertThat(newest(1).getFirst().incident()).isEqualTo(one);
        assertThat(newest(1).getFirst().effect()).contains(tell("three"));
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void what_another_version_set_aside_is_listed_as_well() {
        parked("one", "user_not_found");
        DATABASE.execute("update outbox set body = '{\"is\":\"Teleport\"}'");

        assertThat(newest(5).getFirst().effect()).isEmpty();
    }

    @Test
    void it_is_tried_again_as_if_it_had_never_been_tried() {
        parked("one", "not_in_channel");

        assertThat(again(1)).isTrue();
        assertThat(count()).isZero();
        OutboxItem item = node.claimOne();
        assertThat(item.attempts()).isEqualTo(1);
        assertThat(item.doubtful()).isFalse();
        assertThat(item.effect()).isEqualTo(tell("one"));
        assertThat(again(1)).as("twice").isFalse();
    }

    @Test
    void a_newer_one_that_waits_already_stands_for_it() {
        node.put(one, CARD);
        DATABASE.execute("update outbox set needs = null");
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "no"));
        node.put(one, CARD);

        assertThat(again(1)).isTrue();
        assertThat(DATABASE.ask("select state || reason from outbox where id = 1"))
                .isEqualTo("skippeda newer one says it");
        assertThat(DATABASE.count("select count(*) from outbox where state = 'pending'"))
                .isEqualTo(1);
    }

    @Test
    void it_is_dealt_with_once_and_by_somebody() {
        parked("one", "user_not_found");

        assertThat(dealtWith(1)).isTrue();
        assertThat(count()).isZero();
        assertThat(DATABASE.ask("select reason from outbox where id = 1"))
                .isEqualTo("dealt with by UELI");
        assertThat(dealtWith(1)).isFalse();
        assertThat(again(1)).isFalse();
        assertThat(dealtWith(99)).as("no such row").isFalse();
    }

    @Test
    void what_was_never_set_aside_is_left_alone() {
        node.put(one, tell("waits"));

        assertThat(again(1)).isFalse();
        assertThat(dealtWith(1)).isFalse();
        assertThat(node.claimOne().effect()).isEqualTo(tell("waits"));
    }

    private void parked(String words, String reason) {
        node.put(one, tell(words));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, reason));
    }

    private static Effect tell(String words) {
        return new Effect.Tell(
                MessageKey.NONE,
                new PersonId("U1"),
                new Notice.Line(Notice.Tone.PLAIN, Phrase.of(words)));
    }

    private List<SetAside.Row> newest(int most) {
        return node.archive.transact(tx -> SetAside.newest(tx, most));
    }

    private int count() {
        return node.archive.transact(SetAside::count);
    }

    private boolean again(long row) {
        return node.archive.transact(tx -> SetAside.again(tx, row));
    }

    private boolean dealtWith(long row) {
        return node.archive.transact(tx -> SetAside.dealtWith(tx, row, ELI));
    }
}

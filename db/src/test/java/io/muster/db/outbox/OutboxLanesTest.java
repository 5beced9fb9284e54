package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.notice.Effect;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Work side by side and in its order. */
@Tag("M5")
class OutboxLanesTest extends OutboxBench {
    @Test
    void within_a_lane_one_follows_the_other() {
        node.put(one, tell("U1", "first"), tell("U1", "second"));
        node.put(two, tell("U1", "third"));

        for (String words : List.of("first", "second", "third")) {
            OutboxItem item = node.claimOne();
            assertThat(item.effect()).isEqualTo(tell("U1", words));
            assertThat(node.claim()).as("while %s is on its way", words).isEmpty();
            node.sent(item);
        }
        assertThat(node.claim()).isEmpty();
    }

    @Test
    void what_is_tried_again_or_in_doubt_keeps_its_place() {
        node.put(one, tell("U1", "first"), tell("U1", "second"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.tryAgain(tx, i, SOON, "busy"));
        assertThat(words(node.claimOne())).isEqualTo("first");
    }

    @Test
    void what_waits_for_its_time_holds_up_its_lane_and_no_other() {
        node.put(one, tell("U1", "first"), tell("U1", "second"), tell("U2", "other"));
        for (OutboxItem item : node.claim()) {
            node.settle(item, (tx, i) -> node.outbox.unknown(tx, i, LATER, "lost", true));
        }

        assertThat(node.claim()).isEmpty();
        node.put(one, tell("U3", "third"));
        assertThat(words(node.claimOne())).isEqualTo("third");
    }

    @Test
    void lanes_go_side_by_side() {
        node.put(one, tell("U1", "a"), tell("U2", "b"), new Effect.OpenRoom(), ANNOUNCEMENT);
        node.put(two, new Effect.OpenRoom());

        assertThat(node.claim()).hasSize(5);
    }

    @Test
    void the_gravest_incident_goes_first_and_its_people_before_its_decoration() {
        hasRoom(one);
        hasRoom(two);
        node.put(one, 3, tell("U1", "minor"), ANNOUNCEMENT);
        node.put(two, 0, TOPIC, CARD, tell("U2", "grave"));

        assertThat(node.claim())
                .extracting(OutboxItem::effect)
                .containsExactly(
                        tell("U2", "grave"), CARD, TOPIC, tell("U1", "minor"), ANNOUNCEMENT);
    }

    @Test
    void a_claim_takes_the_most_urgent_and_no_more_than_was_asked_for() {
        for (int rank = 9; rank >= 0; rank--) {
            node.put(one, rank, tell("U" + rank, "rank " + rank));
        }

        assertThat(node.claim(3))
                .extracting(OutboxBench::words)
                .containsExactly("rank 0", "rank 1", "rank 2");
        assertThat(node.claim(3))
                .extracting(OutboxBench::words)
                .containsExactly("rank 3", "rank 4", "rank 5");
    }

    @Test
    void a_parked_row_does_not_hold_up_its_lane() {
        node.put(one, tell("U1", "poison"), tell("U1", "next"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "user_not_found"));

        assertThat(words(node.claimOne())).isEqualTo("next");
        assertThat(state(1)).isEqualTo("parked: user_not_found");
    }

    @Test
    void what_needs_the_channel_waits_for_it_and_what_needs_the_card_waits_for_both() {
        node.put(one, OPEN_ROOM, bring("U1"), CARD, say("hello"), tell("U1", "a call"));
        List<OutboxItem> first = node.claim();
        assertThat(first)
                .extracting(OutboxItem::effect)
                .containsExactly(OPEN_ROOM, tell("U1", "a call"));

        hasRoom(one);
        node.sent(first);
        List<OutboxItem> inTheRoom = node.claim();
        assertThat(inTheRoom)
                .extracting(OutboxItem::effect)
                .containsExactlyInAnyOrder(bring("U1"), CARD);
        assertThat(node.claim()).as("until the card is known to stand").isEmpty();

        hasCard(one);
        assertThat(words(node.claimOne())).isEqualTo("hello");
    }

    @Test
    void the_channel_of_one_incident_is_not_that_of_another() {
        hasRoom(one);
        hasCard(one);
        OutboxItem opening = isOpeningTheRoomOf(two);
        node.put(two, bring("U1"), say("hello"));

        assertThat(node.claim()).as("while it is on its way").isEmpty();
        node.settle(opening, (tx, i) -> node.outbox.unknown(tx, i, LATER, "lost", true));
        assertThat(node.claim()).as("while nobody knows").isEmpty();
    }

    @Test
    void a_card_that_was_set_aside_does_not_silence_the_channel() {
        hasRoom(one);
        node.put(one, CARD, say("hello"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "invalid_blocks"));

        assertThat(words(node.claimOne())).isEqualTo("hello");
    }

    @Test
    void what_was_set_aside_and_dealt_with_keeps_nothing_waiting_for_ever() {
        node.put(one, OPEN_ROOM, CARD, say("hello"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "restricted_action"));
        node.archive.run(tx -> SetAside.dealtWith(tx, 1, new PersonId("UELI")));

        OutboxItem card = node.claimOne();
        assertThat(card.effect()).isEqualTo(CARD);
        node.settle(card, (tx, i) -> node.outbox.park(tx, i, "no channel"));
        node.archive.run(tx -> SetAside.dealtWith(tx, 2, new PersonId("UELI")));
        assertThat(words(node.claimOne())).isEqualTo("hello");
    }

    @Test
    void what_is_tried_again_is_waited_for_again() {
        node.put(one, OPEN_ROOM);
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "restricted_action"));
        node.archive.run(tx -> SetAside.again(tx, 1));
        node.put(one, bring("U1"));

        assertThat(node.claimOne().effect()).isEqualTo(OPEN_ROOM);
    }

    @Test
    void the_card_of_another_incident_that_was_set_aside_changes_nothing() {
        hasRoom(one);
        hasRoom(two);
        node.put(two, CARD);
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "invalid_blocks"));
        node.put(one, CARD, say("hello"));

        assertThat(node.claimOne().effect()).isEqualTo(CARD);
        assertThat(node.claim()).isEmpty();
    }
}

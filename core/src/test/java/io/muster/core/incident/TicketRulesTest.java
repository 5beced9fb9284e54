package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.policy.ItemName;
import io.muster.core.ticket.Ticket;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The incident has a number of its own, and a ticket where the rest of the house looks. */
class TicketRulesTest {
    private final Scene scene = Scene.under("soc2-irp-001").declares("P2", "Odd logins");

    @Test
    @Tag("S03")
    void linking_the_ticket_is_said_and_ticks_the_item_of_the_plan() {
        assertThat(open("ticket")).isTrue();
        scene.does(link("https://tickets.example/SEC-7"));
        assertThat(scene.incident().dossier().ticket().map(Ticket::link))
                .contains(FreeText.of("https://tickets.example/SEC-7"));
        assertThat(open("ticket")).isFalse();
        assertThat(scene.said()).anyMatch(line -> line.contains("SEC-7"));
    }

    @Test
    @Tag("S03")
    void another_ticket_takes_its_place_but_the_same_one_changes_nothing() {
        scene.does(link("SEC-7"));
        scene.isRefused(link("SEC-7"), "linked already");
        scene.does(link("SEC-8"));
        assertThat(scene.incident().dossier().ticket().map(t -> t.link().text())).contains("SEC-8");
        scene.isRefused(link("  "), "/incident ticket https://");
        scene.isRefused(link("x".repeat(501)), "too long");
    }

    @Test
    void only_an_address_can_be_opened() {
        assertThat(ticket("https://tickets.example/SEC-7?a=1&b=2").opens()).isTrue();
        assertThat(ticket("SEC-7").opens()).isFalse();
        assertThat(ticket("https://tickets.example/SEC-7 and more").opens()).isFalse();
        assertThat(ticket("https://tickets.example/<!channel>").opens()).isFalse();
    }

    private Ticket ticket(String link) {
        return new Ticket(FreeText.of(link), scene.incident().header().declaredBy(), scene.now());
    }

    private boolean open(String item) {
        return !scene.incident().checklists().done(new ItemName(item));
    }

    private static TicketCommand link(String text) {
        return new TicketCommand.LinkTicket(FreeText.of(text));
    }
}

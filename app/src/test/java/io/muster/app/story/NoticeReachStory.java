package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** A notice that went out shows in the escalation matrix as the word that was owed. */
class NoticeReachStory {
    @Test
    @Tag("S04")
    void the_customers_cell_is_met_by_the_notice_that_was_approved_and_sent() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Odd logins");
            Channel room = story.soon("inc-1-odd-logins");
            story.card(room);
            ana.types(room, "/incident confirm security");
            send(story, room);
            assertThat(story.soon(room, "Customers told by notice").plainText())
                    .contains("N-1, Customer breach notice", "https://mail.example/7");
            ana.types(room, "/incident matrix");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains(
                            "Customers · told by notice N-1, Customer breach notice",
                            "https://mail.example/7",
                            "Regulators · due");
        }
    }

    private static void send(Story story, Channel room) {
        Person dora = story.person("dora");
        dora.types(room, "/incident draft customer-breach");
        dora.submits(
                dora.modal().orElseThrow(),
                Map.of(
                        "Text", "We are looking into odd logins.",
                        "When this is saved", "Ask for review at once"));
        story.soon(room, "waits for approval by");
        Person lena = story.person("lena");
        story.eventually(
                "lena is asked",
                () ->
                        lena.directMessages().stream()
                                .anyMatch(m -> m.plainText().contains("Your approval is needed")));
        Message asked =
                lena.directMessages().stream()
                        .filter(m -> m.plainText().contains("Your approval is needed"))
                        .findFirst()
                        .orElseThrow();
        lena.clicks(asked, "Approve");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        Person ciro = story.person("ciro");
        ciro.clicks(story.soon(room, "it can be released"), "Release");
        ciro.submits(ciro.modal().orElseThrow(), Map.of());
        dora.closesEverything();
        dora.clicks(story.soon(room, "may be sent now"), "Mark as sent");
        Modal sending = dora.modal().orElseThrow();
        dora.submits(
                sending,
                Map.of(
                        "By which way did it go?", "Email",
                        "To whom, or to how many?", "120 customers",
                        "Where can that be seen?", "https://mail.example/7"));
    }
}

package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Knock;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.PersonSeed;

import org.junit.jupiter.api.Test;

/** Somebody of another organisation reads along in a channel that is shared with theirs. */
class StrangerStory {
    private static final String REFUSED =
            "Only people of the organisation that this Muster works for";

    @Test
    void they_can_press_every_button_and_nothing_comes_of_it_but_words() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person vera = stranger(story);
            long entries = entries(story);
            for (String button : new String[] {"Acknowledge", "Escalate", "Notices"}) {
                Knock.Answer answer =
                        story.sandbox().inbound().click(vera, story.card(room), button).send();
                assertThat(answer.status()).as(button).isEqualTo(200);
            }
            story.eventually(
                    "they are told why, each time",
                    () ->
                            vera.ephemerals(room).stream()
                                            .filter(m -> m.plainText().contains(REFUSED))
                                            .count()
                                    == 3);
            story.settle();
            assertThat(entries(story)).as("what is on record").isEqualTo(entries);
            assertThat(vera.modal()).isEmpty();
        }
    }

    @Test
    void a_form_that_they_send_is_not_lost_without_a_word() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            ana.types(room, "/incident update");
            Modal form = ana.modal().orElseThrow();
            long entries = entries(story);
            Knock.Answer answer =
                    story.sandbox().inbound().submission(stranger(story), form).send();
            assertThat(answer.body()).contains("\"response_action\":\"update\"", REFUSED);
            assertThat(entries(story)).as("what is on record").isEqualTo(entries);
        }
    }

    private static Channel declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare P1 Slow checkout");
        Channel room = story.soon("inc-1-slow-checkout");
        story.card(room);
        story.settle();
        return room;
    }

    private static Person stranger(Story story) {
        return story.sandbox()
                .workspace()
                .addPerson(
                        PersonSeed.of("vera", "Vera Stone", "Vendor")
                                .as(PersonSeed.Standing.STRANGER));
    }

    private static long entries(Story story) {
        return TestDatabase.number(story.database(), "select count(*) from journal");
    }
}

package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do in the channel of one incident, and what they see there. */
record Acting(Story story, Channel room) {
    /** Declares in one line and follows into the channel. */
    static Acting declared(Story story, String handle, String what) {
        story.person(handle).types(story.channel("general"), "/incident declare " + what);
        return in(story, 1);
    }

    /** In the channel of this incident, as soon as its card is there. */
    static Acting in(Story story, int number) {
        Channel room = story.soonStartingWith("inc-" + number);
        story.card(room);
        return new Acting(story, room);
    }

    Person person(String handle) {
        return story.person(handle);
    }

    /** Types a verb here and is answered with these words. */
    void types(String handle, String verb, String... answered) {
        Reply reply = person(handle).types(room, "/incident " + verb);
        assertThat(reply.error()).as(verb).isEmpty();
        for (String words : answered) {
            assertThat(reply.text()).as(verb).contains(words);
        }
    }

    /** The sheet that this verb opens. */
    Modal sheet(String handle, String verb) {
        person(handle).closesEverything();
        types(handle, verb);
        return open(handle);
    }

    /** The topmost modal that this person has open. */
    Modal open(String handle) {
        return person(handle).modal().orElseThrow(() -> new AssertionError("nothing is open"));
    }

    /** Presses a button in the sheet, which then turns into something of this title. */
    Modal press(String handle, String button, String title) {
        person(handle).clicksIn(open(handle), button);
        story.eventually(
                button + " leads to “" + title + "”",
                () -> person(handle).modal().filter(m -> m.title().equals(title)).isPresent());
        return open(handle);
    }

    /** Submits the topmost modal; nothing in it is wrong. */
    void submits(String handle, Map<String, String> filled) {
        Reply reply = person(handle).submits(open(handle), filled);
        assertThat(reply.fieldErrors()).isEmpty();
        assertThat(reply.error()).isEmpty();
    }

    /** Presses this button of a message and submits the form that opens. */
    void answers(String handle, Message message, String button, Map<String, String> filled) {
        assertThat(person(handle).clicks(message, button).error()).as(button).isEmpty();
        submits(handle, filled);
        person(handle).closesEverything();
    }

    /** The newest message in the channel with these words, as soon as it is there. */
    Message soon(String words) {
        return story.soon(room, words);
    }

    long count(String words) {
        return story.count(room, words);
    }

    /** The newest word of Muster to this person in private that holds these words. */
    Message hears(String handle, String words) {
        story.eventually(handle + " hears “" + words + "”", () -> heard(handle, words).isPresent());
        return heard(handle, words).orElseThrow();
    }

    Optional<Message> heard(String handle, String words) {
        List<Message> all =
                person(handle).directMessages().stream()
                        .filter(m -> m.plainText().contains(words))
                        .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The pinned card, as everyone in the channel sees it now. */
    String card() {
        story.settle();
        return story.card(room).plainText();
    }

    void push(String duration) {
        story.push(duration);
    }
}

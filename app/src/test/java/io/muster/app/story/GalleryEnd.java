package io.muster.app.story;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import java.util.List;
import java.util.Map;

/** What comes when nobody does anything, how it is over, and what is learnt from it. */
final class GalleryEnd {
    private final GalleryHands hands;
    private final Story story;
    private final GalleryWorld world;
    private final GalleryExplorer explorer;
    private final Person ana;
    private final Channel general;

    GalleryEnd(GalleryHands hands) {
        this.hands = hands;
        this.story = hands.story();
        this.world = hands.world();
        this.explorer = hands.explorer();
        this.ana = hands.ana();
        this.general = hands.general();
    }

    /** Time goes by, and nobody does anything. */
    void late() {
        for (String step :
                List.of(
                        "PT30M", "PT20M", "PT15M", "PT15M", "PT3H", "PT12H", "PT10H", "P2D",
                        "P3D")) {
            story.push(step);
            hands.rest();
            hands.explore();
        }
        hands.visit(story.person("ben"), general, "action");
    }

    void over() {
        hands.type(ana, "resolve " + world.words("Failed over to the standby", 3_000));
        story.settle();
        hands.explore();
        hands.visit(ana, hands.room(), "close");
        hands.type(ana, "phase recover start");
        ana.closesEverything();
        story.push("PT73H");
        hands.rest();
        hands.explore();
        hands.type(ana, "close override: " + world.words("it has been quiet", 900));
        hands.rest();
        hands.explore();
    }

    void learnt() {
        hands.rest();
        hands.visit(ana, hands.room(), "postmortem");
        hands.type(ana, "postmortem");
        for (String section : GalleryHands.actions(ana, "review-section")) {
            hands.type(ana, "postmortem");
            hands.act(ana, section, Map.of());
        }
        hands.type(ana, "postmortem");
        hands.act(ana, "review-submit", Map.of());
        story.settle();
        hands.explore();
        Person sam = story.person("sam");
        GalleryHands.click(sam, submitted(sam), "Send back");
        hands.submit(sam, Map.of());
        story.settle();
        hands.explore();
        hands.type(ana, "postmortem");
        hands.act(ana, "review-submit", Map.of());
        story.settle();
        GalleryHands.click(sam, submitted(sam), "Approve");
        hands.submit(sam, Map.of());
        story.settle();
        hands.explore();
        hands.visit(ana, hands.room(), "postmortem");
        Person ciro = story.person("ciro");
        hands.type(ciro, "postmortem");
        hands.act(ciro, "review-present", Map.of());
        hands.type(ana, "postmortem");
        hands.act(ana, "review-publish", Map.of());
        story.settle();
        hands.explore();
        hands.visit(ana, hands.room(), "postmortem");
        story.channel("incidents")
                .messages()
                .forEach(m -> explorer.message(ana, story.channel("incidents"), m));
    }

    private Message submitted(Person person) {
        story.eventually(
                person + " is asked to read the post-mortem",
                () -> GalleryHands.withButton(person, "Send back").isPresent());
        return GalleryHands.withButton(person, "Send back").orElseThrow();
    }

    void home() {
        TestDatabase.run(
                story.database(),
                "update outbox set state = 'parked', reason = 'channel_not_found' where id in"
                        + " (select id from outbox where state = 'sent' and incident > 0"
                        + " order by id limit "
                        + world.times(9)
                        + ")");
        for (String handle : GalleryHands.EVERYONE) {
            Person person = story.person(handle);
            hands.opensHome(person);
            explorer.home(person);
        }
    }
}

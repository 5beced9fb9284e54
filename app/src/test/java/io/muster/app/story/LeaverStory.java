package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.Muster;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Test;

/** Slack tells one node that somebody left; all of them have to know. */
class LeaverStory {
    @Test
    void a_node_that_slack_did_not_tell_calls_nobody_who_left() {
        try (Story story = Story.begin()) {
            Person kim = story.person("kim");
            kim.types(story.channel("general"), "/incident declare P3 Slow search");
            Channel room = story.soon("inc-1-slow-search");
            story.card(room);
            try (Muster other = story.another()) {
                story.sandbox().workspace().deactivate(story.person("ana"));
                story.eventually(
                        "the first node has written it down",
                        () ->
                                TestDatabase.number(
                                                story.database(),
                                                "select count(*) from slack_fact"
                                                        + " where name like 'left:%'")
                                        == 1);
                story.sandbox().deliverTo(other.address().resolve("/slack/events"));
                story.eventually(
                        "the other node calls whoever is next",
                        () -> {
                            kim.types(room, "/incident page on-call");
                            return story.count(room, "Called @Ben Okafor") > 0;
                        });
                assertThat(story.count(room, "Called @Ben Okafor")).isPositive();
                story.settle();
            }
        }
    }
}

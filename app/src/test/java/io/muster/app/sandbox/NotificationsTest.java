package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class NotificationsTest extends SandboxTest {
    private Channel room;

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .seed(Seed.small().with(UsergroupSeed.of("sre", "Reliability", "ben", "dev")));
    }

    @BeforeEach
    void makeRoom() {
        room = room("room");
    }

    @Test
    void a_mention_notifies_who_is_in_the_channel() {
        Person dev = sandbox.workspace().person("dev");
        post("<@" + ana().id() + "> and <@" + dev.id() + ">");

        assertThat(ana().notifications()).hasSize(1);
        assertThat(ben().notifications()).isEmpty();
        assertThat(dev.notifications()).isEmpty();
    }

    @Test
    void a_group_notifies_its_members_who_are_there() {
        String group = api.ok("usergroups.list").path("usergroups").get(0).path("id").asString();
        post("<!subteam^" + group + "> please");

        assertThat(ben().notifications()).hasSize(1);
        assertThat(ana().notifications()).isEmpty();
    }

    @Test
    void here_and_channel_notify_all_and_everyone_only_in_general() {
        post("<!here>");
        post("<!channel>");
        post("<!everyone>");

        assertThat(ana().notifications()).hasSize(2);
    }

    @Test
    void a_broadcast_in_a_thread_notifies_nobody() {
        Message top = post("top");
        api.ok(
                "chat.postMessage",
                "channel",
                room.id(),
                "text",
                "<!channel>",
                "thread_ts",
                top.ts());

        assertThat(ana().notifications()).isEmpty();
    }

    @Test
    void a_direct_message_notifies() {
        api.ok("chat.postMessage", "channel", ana().id(), "text", "hello");

        assertThat(ana().notifications()).extracting(Message::plainText).containsExactly("hello");
    }

    @Test
    void what_is_shown_counts_and_not_the_text_behind_it() {
        api.ok(
                "chat.postMessage",
                "channel",
                room.id(),
                "text",
                "<@" + ana().id() + "> look",
                "blocks",
                "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"look\"}}]");

        assertThat(ana().notifications()).isEmpty();
        assertThat(sandbox.violations())
                .singleElement()
                .asString()
                .contains("a mention in the text but not in the blocks");
    }

    @Test
    void escaped_words_of_others_notify_nobody() {
        post("&lt;!channel&gt; &lt;@" + ana().id() + "&gt;");

        assertThat(ana().notifications()).isEmpty();
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void what_may_or_may_not_come_alive_is_a_violation() {
        post("`<!channel>`");
        blocks("{\"type\":\"mrkdwn\",\"text\":\"alert: @channel down\"}");
        blocks("{\"type\":\"mrkdwn\",\"text\":\"alert: @channel down\",\"verbatim\":true}");
        blocks("{\"type\":\"plain_text\",\"text\":\"alert: @channel down\"}");

        assertThat(sandbox.violations()).hasSize(2);
        assertThat(ana().notifications()).isEmpty();
    }

    private void blocks(String text) {
        api.ok(
                "chat.postMessage",
                "channel",
                room.id(),
                "text",
                "alert",
                "blocks",
                "[{\"type\":\"section\",\"text\":" + text + "}]");
    }

    @Test
    void link_names_brings_groups_to_life() {
        api.ok(
                "chat.postMessage",
                "channel",
                room.id(),
                "text",
                "@sre and @ana",
                "link_names",
                "1");

        assertThat(ben().notifications()).hasSize(1);
        assertThat(ana().notifications()).isEmpty();
    }

    @Test
    void people_notify_each_other_by_handle() {
        ana().says(room, "@ben look at #room");

        assertThat(ben().notifications())
                .extracting(Message::plainText)
                .containsExactly("@Ben Okafor look at #room");
    }

    private Message post(String text) {
        String ts =
                api.ok("chat.postMessage", "channel", room.id(), "text", text)
                        .path("ts")
                        .asString();
        List<Message> all = room.messages();
        return all.stream().filter(message -> message.ts().equals(ts)).findFirst().orElseThrow();
    }
}

package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Links to incidents: what they show, to whom, and what they keep to themselves. */
class LinkStory {
    private static final String LINK = "https://muster.example.com/incidents/INC-1";
    private static final String UNFURL = "chat.unfurl";
    private static final String DETAILS = "entity.presentDetails";

    @Test
    @Tag("M1")
    @Tag("F17")
    void a_link_shows_how_the_incident_stands_as_an_entity_and_in_full_to_who_opens_it() {
        try (Story story = Story.beginWithLinks(true)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Checkout is <down>");
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            ana.types(room, "/incident ack");
            story.settle();
            assertThat(ana.types(room, "/incident link").text()).contains(LINK);
            Message said =
                    story.person("ben").says(story.channel("general"), "See " + LINK + "?x=1");
            story.eventually("it is shown", () -> said.plainText().contains("Checkout is <down>"));
            assertThat(said.plainText())
                    .contains("P0 · INC-1", "Acknowledged, in triage", "P0 (", "Commander")
                    .contains("Phase", "Detection & Triage", "Started", "Next update due");
            assertThat(said.buttons()).containsExactly("Open channel");
            assertThat(story.sandbox().calls(UNFURL))
                    .singleElement()
                    .satisfies(call ->
                            assertThat(call.arg("metadata"))
                                    .contains("slack#/entities/incident", LINK + "?x=1"));
            story.person("ben").opensDetails(said);
            assertThat(lastDetails(story, 1).arg("metadata"))
                    .contains("Declared by", "\"user_id\":\"" + ana.id() + "\"");
        }
    }

    @Test
    @Tag("F17")
    void where_slack_takes_no_entities_the_same_is_shown_in_blocks() {
        try (Story story = Story.beginWithLinks(false)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Search <!channel> is slow");
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            story.settle();
            Message said = ana.says(story.channel("general"), LINK + " and " + LINK);
            story.eventually("it is shown", () -> said.plainText().contains("P1 · INC-1"));
            assertThat(said.plainText())
                    .contains("Search <!channel> is slow", "Reported", "Next update");
            assertThat(said.buttons()).containsExactly("Open channel");
            assertThat(story.sandbox().calls(UNFURL))
                    .extracting(ApiCall::error)
                    .containsExactly("invalid_metadata_schema", "");
            said(story, ana, "https://example.com/incidents/INC-1");
            said(story, ana, "https://muster.example.com/incidents/INC-99");
            said(story, ana, "https://muster.example.com/status");
            said(story, ana, "https://muster.example.com/incidents/INC-1x");
            showsAgain(story, ana, 4);
        }
    }

    @Test
    @Tag("F02")
    void a_private_incident_is_shown_in_its_own_channel_and_nowhere_else() {
        try (Story story = Story.beginWithLinks(true)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident report Keys <leaked> zanzibar");
            Channel room = story.soonStartingWith("sec-1");
            story.card(room);
            story.settle();
            assertThat(ana.types(room, "/incident link").text()).contains("own channel only");
            Message outside = said(story, ana, LINK);
            assertThat(outside.plainText()).doesNotContain("zanzibar");
            Message inside = ana.says(room, LINK);
            story.eventually("it is shown", () -> inside.plainText().contains("zanzibar"));
            assertThat(story.sandbox().calls(UNFURL)).hasSize(1);
            ana.opensDetails(inside);
            assertThat(lastDetails(story, 1).arg("metadata")).contains("zanzibar");
            Person outsider = story.person("ben");
            ana.invites(room, outsider);
            story.settle();
            outsider.opensDetails(inside);
            ApiCall answer = lastDetails(story, 2);
            boolean seesIt = outsider.types(room, "/incident status").text().contains("zanzibar");
            assertThat(answer.arg("metadata").contains("zanzibar")).isEqualTo(seesIt);
        }
    }

    @Test
    void an_event_that_comes_again_is_answered_once() {
        try (Story story = Story.beginWithLinks(true)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Search is slow");
            story.card(story.soonStartingWith("inc-1"));
            story.settle();
            story.sandbox().faults().duplicateDeliveries(2);
            Message said = said(story, ana, LINK);
            story.eventually("it is shown", () -> said.plainText().contains("P1 · INC-1"));
            story.sandbox().faults().clear();
            showsAgain(story, ana, 2);
        }
    }

    @Test
    @Tag("F02")
    void the_page_behind_a_link_says_the_same_of_every_number() throws Exception {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            assertThat(ana.types(story.channel("general"), "/incident declare P1 Search zanzibar"))
                    .isNotNull();
            story.card(story.soonStartingWith("inc-1"));
            HttpResponse<String> page = get(story, "/incidents/INC-1");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Open it in Slack").doesNotContain("zanzibar");
            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(get(story, "/incidents/INC-999").body().replace("INC-999", "INC-1"))
                    .isEqualTo(page.body());
            assertThat(get(story, "/incidents/x<y").statusCode()).isEqualTo(404);
            assertThat(ana.types(story.channel("general"), "/incident link INC-1").text())
                    .contains("MUSTER_PUBLIC_URL");
        }
    }

    private static HttpResponse<String> get(Story story, String path)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    story.muster().address().resolve(path.replace("<", "%3C")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Said, and whatever comes of it has come. */
    private static Message said(Story story, Person person, String words) {
        Message message = person.says(story.channel("general"), words);
        story.eventually("all is quiet", story.sandbox()::isQuiet);
        return message;
    }

    /** What would have been shown before would have been shown by then. */
    private static void showsAgain(Story story, Person person, int calls) {
        Message last = said(story, person, LINK);
        story.eventually("it is shown", () -> last.plainText().contains("INC-1 · "));
        assertThat(story.sandbox().calls(UNFURL)).hasSize(calls);
    }

    private static ApiCall lastDetails(Story story, int count) {
        story.eventually("details came", () -> story.sandbox().calls(DETAILS).size() == count);
        List<ApiCall> calls = story.sandbox().calls(DETAILS);
        return calls.getLast();
    }
}

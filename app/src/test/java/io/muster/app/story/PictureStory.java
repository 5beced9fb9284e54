package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/** Pictures of an incident's course and charts of a month, for eyes and for ears. */
class PictureStory {
    private static final String CANARY = "zanzibar-canary";

    @Test
    @Tag("F08")
    void the_timeline_comes_as_a_picture_into_its_channel_and_says_in_words_what_it_shows() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = declared(story, "P0 Checkout <!channel> is down");
            ana.types(room, "/incident ack");
            ana.types(room, "/incident phase containment start");
            ana.types(room, "/incident timeline");
            Modal sheet = ana.modal().orElseThrow();
            assertThat(sheet.buttons()).contains("Picture");
            ana.clicksIn(sheet, "Picture");
            story.eventually("the picture comes", () -> !pictures(room).isEmpty());
            story.eventually(
                    "the modal says where",
                    () -> ana.modal().orElseThrow().plainText().contains("as a picture"));
            Message message = shared(room).getFirst();
            assertThat(message.text()).contains("Clocks:").doesNotContain("<!channel>");
            Message.Shared picture = pictures(room).getFirst();
            assertThat(picture.name()).startsWith("INC-1-timeline-").endsWith(".png");
            assertThat(picture.alt())
                    .hasSizeLessThanOrEqualTo(1_000)
                    .contains("Timeline of INC-1 · P0 · Checkout", "acknowledged after")
                    .contains("Containment: began after", "in the timeline");
            assertThat(drawn(picture).getWidth()).isEqualTo(1_440);
            assertThat(ana.types(room, "/incident picture").text()).contains("as a picture");
            story.eventually("another comes", () -> pictures(room).size() == 2);
        }
    }

    @Test
    @Tag("F02")
    void the_picture_of_a_private_incident_goes_to_its_channel_alone() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            Person kim = story.person("kim");
            Channel general = story.channel("general");
            otto.types(general, "/incident report " + CANARY);
            Channel room = story.soon("sec-1");
            story.card(room);
            assertThat(kim.types(general, "/incident picture INC-1").text())
                    .contains("There is no incident here that you can see");
            assertThat(otto.types(general, "/incident picture INC-1").text())
                    .contains("as a picture in a moment, in");
            story.eventually("it comes", () -> !pictures(room).isEmpty());
            story.settle();
            assertThat(pictures(room)).hasSize(1).first().matches(p -> p.alt().contains(CANARY));
            assertThat(pictures(general)).isEmpty();
            assertThat(otto.directMessages()).allMatch(m -> m.files().isEmpty());
        }
    }

    @Test
    void a_lost_answer_shares_no_second_picture() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0 Once");
            story.card(room);
            story.settle();
            story.sandbox().faults().loseAnswer("files.completeUploadExternal", 1);
            story.person("ana").types(room, "/incident picture");
            story.eventually("the picture comes", () -> !pictures(room).isEmpty());
            story.settle();
            assertThat(shared(room)).hasSize(1);
        }
    }

    @Test
    @Tag("F25")
    @Tag("F02")
    void the_charts_come_to_who_asked_and_hold_nothing_private_and_no_drill() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            Channel room = declared(story, "P1 Checkout is down");
            ana.types(room, "/incident ack");
            ana.types(room, "/incident resolve rolled back");
            story.person("otto").types(general, "/incident report " + CANARY);
            story.soon("sec-2");
            ana.types(general, "/incident drill P2 only an exercise");
            story.settle();
            Person sam = story.person("sam"); // who may see the private one
            assertThat(sam.types(general, "/incident charts").text()).contains("to you alone");
            story.eventually("they come", () -> !charts(sam).isEmpty());
            story.settle();
            Message message =
                    sam.directMessages().stream()
                            .filter(m -> !m.files().isEmpty())
                            .findFirst()
                            .orElseThrow();
            Message.Shared picture = charts(sam).getFirst();
            assertThat(picture.alt())
                    .contains("1 incident; acknowledged: median ", "90th percentile", "n = 1")
                    .contains("clocks met: 100 %")
                    .doesNotContain(CANARY);
            assertThat(message.text())
                    .contains("1 incident; acknowledged: median ", "resolved: median ")
                    .contains("no incident to measure", "Drills")
                    .doesNotContain(CANARY, "INC-2");
            assertThat(drawn(picture).getWidth()).isEqualTo(1_440);
            assertThat(charts(ana)).isEmpty();
            assertThat(pictures(general)).isEmpty();
        }
    }

    @Test
    @Tag("F27")
    void the_home_says_the_figures_of_the_month_and_leads_to_the_charts() {
        try (Story story = Story.begin()) {
            Person kim = story.person("kim");
            kim.opensHome();
            story.eventually("it is there", () -> kim.home().isPublished());
            assertThat(kim.home().plainText()).contains("No incident to measure so far");
            story.person("otto").types(story.channel("general"), "/incident report " + CANARY);
            story.soon("sec-1");
            Channel room = declaredAs(story, "P2 Slow search", "inc-2");
            story.person("ana").types(room, "/incident ack");
            story.settle();
            kim.opensHome();
            story.eventually(
                    "it counts what everybody may see",
                    () -> kim.home().plainText().contains("1 incident · clocks met"));
            assertThat(kim.home().plainText()).contains("acknowledged: median", "n = 1");
            kim.home().clicks("Charts");
            assertThat(kim.modal().orElseThrow().plainText()).contains("come as a picture");
            story.eventually("they come", () -> !charts(kim).isEmpty());
            assertThat(charts(kim).getFirst().alt()).doesNotContain(CANARY);
        }
    }

    @Test
    void an_empty_month_says_so_kindly_and_a_month_that_is_none_is_asked_again() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            assertThat(ana.types(general, "/incident charts soonish").text())
                    .contains("Which month?");
            assertThat(ana.types(general, "/incident charts 2999-01").text())
                    .contains("has not begun");
            ana.types(general, "/incident charts 2020-03");
            story.eventually(
                    "it says so",
                    () ->
                            ana.directMessages().stream()
                                    .anyMatch(m ->
                                            m.text().contains("March 2020: nothing to chart")));
            assertThat(charts(ana)).isEmpty();
            assertThat(ana.types(general, "/incident help").text())
                    .contains("/incident charts", "/incident picture");
        }
    }

    private static Channel declared(Story story, String what) {
        return declaredAs(story, what, "inc-1");
    }

    private static Channel declaredAs(Story story, String what, String channel) {
        story.person("ana").types(story.channel("general"), "/incident declare " + what);
        return story.soonStartingWith(channel);
    }

    private static List<Message> shared(Channel channel) {
        return channel.messages().stream().filter(m -> !m.files().isEmpty()).toList();
    }

    private static List<Message.Shared> pictures(Channel channel) {
        return shared(channel).stream().flatMap(m -> m.files().stream()).toList();
    }

    private static List<Message.Shared> charts(Person person) {
        return person.directMessages().stream().flatMap(m -> m.files().stream()).toList();
    }

    private static BufferedImage drawn(Message.Shared picture) {
        try {
            return Objects.requireNonNull(
                    ImageIO.read(new ByteArrayInputStream(picture.content())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

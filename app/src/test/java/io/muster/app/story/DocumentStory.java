package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.document.DocumentFile;
import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The incident's document: there from the first moment, true after each act, never lost. */
class DocumentStory {
    private static final String CREATE = "conversations.canvases.create";

    @Test
    @Tag("F08")
    @Tag("F13")
    void the_canvas_is_there_from_the_declaration_and_current_after_each_act() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = declare(story, "P0 Checkout # is *down*");
            shows(story, room, "Severity:** P0 (Critical)");
            assertThat(canvas(room)).contains("## Timeline", "Ana Ruiz", "not recorded yet");
            ana.types(room, "/incident ack");
            shows(story, room, "acknowledged, in triage");
            ana.types(room, "/incident note it is # the disk ![](@" + ana.id() + ")");
            shows(story, room, "it is # the disk !\\[\\]");
            ana.types(room, "/incident phase containment start");
            shows(story, room, "| Containment | Ana Ruiz,");
            ana.types(room, "/incident update A disk is full");
            shows(story, room, "A disk is full");
            story.settle();
            assertThat(story.card(room).buttons()).contains("Document");
            assertThat(calls(story, CREATE)).isEqualTo(1);
            assertThat(canvas(room)).contains("Incident document opened: the channel's canvas");
        }
    }

    @Test
    @Tag("F08")
    void an_answer_that_is_lost_makes_no_second_canvas_and_no_fallback() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().loseAnswer(CREATE, 1);
            Channel room = declare(story, "P0 Lost answer");
            shows(story, room, "## Summary");
            story.settle();
            assertThat(room.pins()).as("no message stands in for it").hasSize(1);
            assertThat(canvas(room)).contains("Incident document opened: the channel's canvas");
            story.person("ana").types(room, "/incident ack");
            shows(story, room, "acknowledged, in triage");
        }
    }

    @Test
    @Tag("F08")
    void a_busy_incident_does_not_use_up_the_budget() {
        try (Story story = Story.beginAtSlacksPace()) {
            Person ana = story.person("ana");
            Channel room = declare(story, "P0 Busy");
            story.card(room);
            for (int i = 1; i <= 12; i++) {
                ana.types(room, "/incident severity " + (i % 2 == 1 ? "P1" : "P0") + " again");
            }
            story.eventually(
                    "the last change shows", () -> canvas(room).contains("Severity:** P0 (Crit"));
            story.settle();
            assertThat(calls(story, "canvases.edit")).isLessThanOrEqualTo(5);
            assertThat(story.sandbox().calls()).extracting(ApiCall::httpStatus).doesNotContain(429);
        }
    }

    @Test
    @Tag("F08")
    void without_canvases_a_pinned_message_stands_in_and_slack_is_asked_again_a_day_later() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().error(CREATE, "team_tier_cannot_create_channel_canvases", 1);
            Person ana = story.person("ana");
            Channel room = declare(story, "P0 No canvas");
            Message document = story.soon(room, "Incident document · INC-1");
            story.settle();
            assertThat(room.pins()).hasSize(2);
            ana.types(room, "/incident update Disk full <!channel> *x*");
            ana.types(room, "/incident ack");
            story.settle();
            assertThat(story.newest(room, "Incident document · INC-1").orElseThrow().plainText())
                    .contains("acknowledged, in triage", "Disk full <");
            assertThat(story.count(room, "Incident document · INC-1")).isEqualTo(1);
            assertThat(calls(story, CREATE)).as("not asked again and again").isEqualTo(1);
            ana.clicks(document, "Export");
            story.eventually("the file comes", () -> exported(room).isPresent());

            aDayPasses(story);
            ana.types(room, "/incident note a day later");
            shows(story, room, "a day later");
            story.settle();
            story.soon(room, "The document of INC-1 is now the canvas");
            story.soon(room, "The incident document has moved");
        }
    }

    @Test
    @Tag("F08")
    void a_canvas_that_somebody_deleted_is_made_anew_and_that_is_said() {
        try (Story story = Story.begin()) {
            Channel room = declare(story, "P0 Tidy colleague");
            shows(story, room, "## Timeline");
            story.settle();
            room.deletesCanvas();
            assertThat(room.canvas()).isEmpty();
            story.person("ana").types(room, "/incident ack");
            shows(story, room, "acknowledged, in triage");
            story.soon(room, "The incident document was deleted. It has been made anew");
            story.settle();
            assertThat(canvas(room)).contains("was deleted and made anew");
        }
    }

    @Test
    @Tag("F08")
    @Tag("F02")
    void the_document_of_a_private_incident_stays_inside() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident report A key leaked");
            Channel room = story.soon("sec-1");
            shows(story, room, "A key leaked");
            Person kim = story.person("kim");
            assertThat(kim.types(story.channel("general"), "/incident export INC-1").text())
                    .contains("There is no incident here that you can see");
            assertThat(otto.types(story.channel("general"), "/incident export INC-1").text())
                    .contains("to you alone");
            story.eventually(
                    "Otto has it",
                    () ->
                            otto.directMessages().stream()
                                    .anyMatch(m -> m.text().contains("The document of INC-1")));
            story.settle();
            assertThat(exported(room)).as("not in the channel").isEmpty();
            assertThat(kim.directMessages()).isEmpty();
        }
    }

    @Test
    @Tag("F08")
    void the_export_is_whole_and_ends_with_what_it_can_be_checked_by() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = declare(story, "P0 For the auditor");
            shows(story, room, "## Timeline");
            for (int i = 1; i <= 3; i++) {
                ana.types(room, "/incident note finding " + i);
            }
            assertThat(ana.types(room, "/incident export").text()).contains("here in the channel");
            story.eventually("the file comes", () -> exported(room).isPresent());
            story.settle();
            String file = exported(room).orElseThrow();
            assertThat(file)
                    .startsWith("# INC-1 · For the auditor\n")
                    .contains("finding 1", "finding 3", "## People", "Ana Ruiz · `" + ana.id());
            DocumentFile.Seal seal = DocumentFile.sealOf(file).orElseThrow();
            assertThat(seal.incident().number()).isEqualTo(1);
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from journal where incident = 1 and seq = "
                                            + seal.entry()
                                            + " and encode(hash, 'hex') = '"
                                            + seal.hash()
                                            + "'"))
                    .isEqualTo(1);
            assertThat(canvas(room)).contains("Document exported into the channel");
        }
    }

    @Test
    void a_lost_answer_does_not_share_the_file_twice() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = declare(story, "P0 Once");
            shows(story, room, "## Timeline");
            story.sandbox().faults().loseAnswer("files.completeUploadExternal", 1);
            ana.types(room, "/incident export");
            story.eventually("the file comes", () -> exported(room).isPresent());
            story.settle();
            assertThat(room.messages().stream().filter(m -> m.text().contains("The document of")))
                    .hasSize(1);
        }
    }

    @Test
    void the_command_line_gives_the_same_document_and_checks_the_record_against_it()
            throws IOException {
        try (Story story = Story.begin()) {
            Channel room = declare(story, "P0 From the shell");
            shows(story, room, "## Timeline");
            story.settle();
            Path file = Files.createTempFile("document", ".md");
            assertThat(run(story, "export", "INC-1", "--document", "--to", file.toString()))
                    .isEmpty();
            String text = Files.readString(file);
            assertThat(text).startsWith("# INC-1 · From the shell\n").contains("Ana Ruiz");
            assertThat(run(story, "export", "1", "--document")).startsWith("# INC-1 · From");
            assertThat(run(story, "verify", "--document", file.toString())).contains("The same");
            String hash = DocumentFile.sealOf(text).orElseThrow().hash();
            Files.writeString(file, text.replace(hash, hash.replaceFirst("^.{4}", "0bad")));
            assertThat(run(story, "verify", "--document", file.toString())).contains("Changed");
            Files.writeString(file, "something else");
            assertThat(run(story, "verify", "--document", file.toString()))
                    .contains("does not say which record");
            assertThat(run(story, "export", "7", "--document")).contains("There is no incident 7");
        }
    }

    private static String run(Story story, String... verb) {
        StringWriter said = new StringWriter();
        Console console =
                new Console(
                        Map.of("MUSTER_DATABASE_URL", story.database().url()),
                        new PrintWriter(said),
                        new PrintWriter(said));
        int ignored = Cli.run(console, verb);
        return said.toString();
    }

    private static Channel declare(Story story, String what) {
        story.person("ana").types(story.channel("general"), "/incident declare " + what);
        return story.soonStartingWith("inc-1");
    }

    private static void shows(Story story, Channel room, String words) {
        story.eventually("“" + words + "” in the canvas", () -> canvas(room).contains(words));
    }

    private static String canvas(Channel room) {
        return room.canvas().orElse("");
    }

    private static Optional<String> exported(Channel room) {
        return room.messages().stream().flatMap(m -> m.fileTexts().stream()).reduce((a, b) -> b);
    }

    private static long calls(Story story, String method) {
        return story.sandbox().calls().stream().filter(c -> c.method().equals(method)).count();
    }

    private static void aDayPasses(Story story) {
        long changed =
                TestDatabase.number(
                        story.database(),
                        "with older as (update slack_fact set value = '2020-01-01T00:00:00Z' where"
                                + " name like 'canvas-refused:%' returning 1) select count(*) from"
                                + " older");
        assertThat(changed).isPositive();
    }
}

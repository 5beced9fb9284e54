package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.core.report.Seal;
import io.muster.db.Archive;
import io.muster.db.journal.ChainAudit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An auditor comes: what happened is handed over, with what went wrong, and can be looked up. */
class ReportStory {
    @Test
    @Tag("F25")
    void the_command_line_writes_the_report_of_a_real_record() throws IOException {
        try (Story story = Story.begin()) {
            LocalDate first = today(story);
            live(story);
            story.settle();
            LocalDate last = today(story);
            Path folder = Files.createTempDirectory("reports");
            String said = run(story, first, last, "--out", folder.toString());
            String base = "control-report-" + first + "-to-" + last;
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                base + ".md", base + ".html", base + ".csv", base + ".json");
            }
            String text = Files.readString(folder.resolve(base + ".md"));
            assertThat(said).contains(Seal.of(text));
            keep(folder, base);

            assertThat(text)
                    .contains("4, of which 1 drill, 0 dismissed, 0 private")
                    .contains("Intact: 4 incidents")
                    .contains("Evidence for CC7.3", "Evidence for CC7.4", "Evidence for CC7.5")
                    .contains("Evidence for CC9.2", "Acme Mail, who told us")
                    .contains("**Kept late** | INC-2", "**Gate overridden** | INC-2")
                    .contains("**Closed early** | INC-2", "Nobody has the key")
                    .contains("Goal met", "Ana Ruiz", "Restored in 40 minutes");
            assertThat(text).doesNotContain("**Kept late** | INC-1", "**Closed early** | INC-1");

            String csv = Files.readString(folder.resolve(base + ".csv"));
            assertEveryRowIsInTheExport(story, csv);
            assertThat(text)
                    .contains("the command line, user `" + System.getProperty("user.name") + "`")
                    .contains("INC-1 to INC-4, none left out")
                    .contains("| Rows of this report, SHA-256 | `" + Seal.of(csv) + "` |");
            assertThatMachinesCanReadIt(Files.readString(folder.resolve(base + ".json")), csv);
            assertThat(run(story, first, last, "--format", "markdown"))
                    .as("the same record gives the same report")
                    .contains("# Control report", "SHA-256 ", Seal.of(csv));
            assertThat(cli(story, "export", "plan")).contains("\"plan-adopted\"");
            assertThat(run(story, last, first)).contains("the earlier one first");
        }
    }

    @Test
    @Tag("F25")
    void the_chat_hands_it_to_those_whom_the_policy_names_and_writes_that_down() {
        try (Story story = Story.begin()) {
            Person sam = story.person("sam");
            Person otto = story.person("otto");
            Channel general = story.channel("general");
            LocalDate day = today(story);
            otto.types(general, "/incident declare P2 Mails are late");
            story.soonStartingWith("inc-1");
            assertThat(otto.types(general, "/incident controls").text())
                    .contains("The control report is for the");
            String asked = "/incident report " + day + " " + day;
            assertThat(sam.types(general, asked).text()).contains("comes as files in a moment");
            story.eventually("the files come", () -> files(sam).size() == 2);
            story.settle();
            Message sent =
                    sam.directMessages().stream()
                            .filter(m -> m.text().contains("Control report for"))
                            .findFirst()
                            .orElseThrow();
            assertThat(files(sam).getFirst())
                    .contains("<h1>Control report", "Mails are late", "Evidence for CC7.4")
                    .contains("asked in the chat (plan · ", Seal.of(files(sam).getLast()));
            assertThat(files(sam).getLast()).startsWith("section,control,kind,file,entry");
            assertThat(sent.text())
                    .contains(Seal.of(files(sam).getFirst()))
                    .contains("Intact: 1 incident,");
            assertThat(sam.types(general, "/incident controls yesterday").text())
                    .contains("A period is two days");
            sam.types(general, "/incident report");
            assertThat(sam.modal()).as("alone it is still a private report").isPresent();
            try (Archive archive = Archive.open(story.database(), 2)) {
                assertThat(ChainAudit.check(archive).broken()).isEmpty();
                assertThat(
                                archive.transact(tx -> ChainAudit.entries(tx, 0)).stream()
                                        .filter(e -> e.contains("control-report-asked")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void the_figures_are_told_in_the_chat() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            assertThat(ana.types(general, "/incident metrics").text())
                    .contains("There was no incident to measure");
            Channel room = declare(story, 1, "P2 Mails are late");
            story.push("PT12M");
            ana.types(room, "/incident ack");
            assertThat(ana.types(general, "/incident metrics").text())
                    .contains("1 incident", "clocks met 100 %", "Acknowledged: median 12 min")
                    .contains("Resolved: none yet");
            assertThat(ana.types(general, "/incident metrics 99").text()).contains("from 1 to 24");
        }
    }

    /** One goes well, one badly; a drill is held; a vendor has an incident. */
    private static void live(Story story) {
        Person ana = story.person("ana");
        Channel well = declare(story, 1, "P2 Mails are late");
        ana.types(well, "/incident ack");
        ana.types(well, "/incident confirm");
        ana.types(well, "/incident assign commander @ana");
        ana.types(well, "/incident resolve Queue drained");
        story.push("PT25H");
        ana.types(well, "/incident close");

        Channel badly = declare(story, 2, "P0 Checkout is down");
        story.push("PT40M");
        ana.types(badly, "/incident ack");
        ana.types(badly, "/incident assign commander @ana");
        ana.types(badly, "/incident confirm");
        ana.types(badly, "/incident phase containment start");
        ana.types(badly, "/incident phase containment done");
        ana.types(badly, "/incident phase remediation start");
        ana.types(badly, "/incident phase remediation done override: Nobody has the key");
        ana.types(badly, "/incident resolve Rolled back");
        ana.types(badly, "/incident close override: it is quiet");

        Person sam = story.person("sam");
        sam.types(
                story.channel("general"),
                "/incident drill disaster-recovery P1 Restore the database");
        Channel drill = story.soonStartingWith("drill-3");
        sam.clicks(story.card(drill), "End the drill");
        sam.submits(
                sam.modal().orElseThrow(),
                Map.of(
                        "How did it go?", "Goal met",
                        "What was tested?", "The restore from last night's backup",
                        "What came of it?", "Restored in 40 minutes"));
        story.soon(drill, "Drill concluded: Goal met");

        Channel vendor = declare(story, 4, "P2 Mail provider is down");
        ana.types(vendor, "/incident vendor Acme Mail told 2 hours ago");
        story.settle();
    }

    private static Channel declare(Story story, int number, String what) {
        story.person("ana").types(story.channel("general"), "/incident declare " + what);
        return story.soonStartingWith("inc-" + number);
    }

    /** Whoever doubts a line takes its number and hash, exports the entry and hashes it. */
    private static void assertEveryRowIsInTheExport(Story story, String csv) {
        Pattern place = Pattern.compile("(?m),INC-(\\d+),(\\d+),.*,([0-9a-f]{64})\r?$");
        Matcher rows = place.matcher(csv);
        int found = 0;
        try (Archive archive = Archive.open(story.database(), 2)) {
            while (rows.find()) {
                int entry = Integer.parseInt(rows.group(2));
                List<String> entries =
                        archive.transact(
                                tx -> ChainAudit.entries(tx, Long.parseLong(rows.group(1))));
                assertThat(hashOf(entries.get(entry - 1))).isEqualTo(rows.group(3));
                found++;
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    /** The same rows, every chain with its head, and what the report was made from. */
    private static void assertThatMachinesCanReadIt(String file, String csv) {
        JsonNode json = JsonMapper.shared().readTree(file);
        assertThat(json.path("report").asString()).isEqualTo("muster-control-report");
        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("time_zone").asString()).isEqualTo("UTC");
        assertThat(json.path("made_for").asString()).startsWith("the command line, user");
        assertThat(json.path("made_at").asString()).endsWith("Z");
        assertThat(json.path("verified").asBoolean()).isTrue();
        assertThat(json.path("population").path("incidents").asInt()).isEqualTo(4);
        assertThat(json.path("population").path("first").asString()).isEqualTo("INC-1");
        assertThat(json.path("population").path("last").asString()).isEqualTo("INC-4");
        assertThat(json.path("population").path("numbers_missing")).isEmpty();
        assertThat(json.path("plan_versions")).isNotEmpty();
        assertThat(json.path("controls")).hasSize(4);
        for (JsonNode control : json.path("controls")) {
            assertThat(control.path("proofs").asInt()).isPositive();
        }
        StringBuilder chains = new StringBuilder();
        for (JsonNode chain : json.path("chains")) {
            assertThat(chain.path("head").asString()).hasSize(64);
            chains.append(chain.path("file").asString())
                    .append(' ')
                    .append(chain.path("entries").asInt())
                    .append(' ')
                    .append(chain.path("head").asString())
                    .append('\n');
        }
        assertThat(json.path("chains")).hasSize(5);
        assertThat(json.path("heads_sha256").asString()).isEqualTo(Seal.of(chains.toString()));
        assertThat(json.path("rows_sha256").asString()).isEqualTo(Seal.of(csv));
        assertThat(json.path("rows"))
                .as("a line each, and one with the heads of the columns")
                .hasSize((int) csv.lines().count() - 1);
        JsonNode row = json.path("rows").get(0);
        assertThat(row.path("section").asString()).isEqualTo("incident");
        assertThat(row.path("file").asString()).isEqualTo("INC-1");
        assertThat(row.path("what").asString()).contains("Mails are late");
        assertThat(row.path("hash").asString()).hasSize(64);
    }

    /** Reckoned here as an auditor would, not by our own class. */
    private static String hashOf(String entry) {
        return Seal.of("muster/journal/v1/entry\n" + entry);
    }

    private static List<String> files(Person person) {
        return person.directMessages().stream().flatMap(m -> m.fileTexts().stream()).toList();
    }

    private static LocalDate today(Story story) {
        return LocalDate.ofInstant(story.muster().now(), ZoneOffset.UTC);
    }

    /** For whoever wants to look at them. */
    private static void keep(Path folder, String base) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "sandbox-pictures", "report"));
        for (String ending : List.of(".md", ".html")) {
            Files.writeString(
                    pictures.resolve("control-report" + ending),
                    Files.readString(folder.resolve(base + ending)));
        }
    }

    private static String run(Story story, LocalDate from, LocalDate until, String... more) {
        String[] verb =
                Stream.concat(
                                Stream.of("report", from.toString(), until.toString()),
                                Stream.of(more))
                        .toArray(String[]::new);
        return cli(story, verb);
    }

    private static String cli(Story story, String... verb) {
        StringWriter said = new StringWriter();
        Console console =
                new Console(
                        Map.of("MUSTER_DATABASE_URL", story.database().url()),
                        new PrintWriter(said),
                        new PrintWriter(said));
        int ignored = Cli.run(console, verb);
        return said.toString();
    }
}

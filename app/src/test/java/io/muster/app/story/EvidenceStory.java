package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Evidence from the chat and from elsewhere: kept, handed over, checked, and not let out. */
class EvidenceStory {
    private static final String SHORTCUT = "evidence-message";
    private static final byte[] LOG =
            "Feb 3 04:05:06 sshd[42]: Accepted publickey for root\n"
                    .repeat(2_000)
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    @Tag("F14")
    void a_file_in_the_channel_becomes_evidence_in_two_clicks() throws Exception {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Message shared = ana.sharesFile(room, "auth.log", LOG);

            ana.usesMessageShortcut(shared, SHORTCUT);
            Modal form = ana.modal().orElseThrow();
            assertThat(form.options("What is kept?").toString())
                    .contains("auth.log (106 KB)", "The message");
            assertThat(ana.submits(form, Map.of()).fieldErrors()).isEmpty();

            story.soon(room, "E1 is kept: Log export, auth.log");
            Path kept = only(story);
            assertThat(Files.readAllBytes(kept)).isEqualTo(LOG);
            assertThat(kept.getFileName().toString()).startsWith("E1-").endsWith("auth.log");
            assertThat(permissions(kept)).isEqualTo("r--------");
            assertThat(permissions(story.home().resolve("evidence/INC-1"))).isEqualTo("rwx------");
            assertThat(sheet(ana, room).plainText())
                    .contains(sha256(LOG), "auth.log", "kept by Muster", "Held by");
            assertThat(story.sandbox().calls())
                    .as("nothing is made public")
                    .noneMatch(call -> call.method().contains("sharedPublicURL"));
        }
    }

    @Test
    @Tag("F14")
    void a_message_is_kept_as_slack_has_it_even_when_it_is_deleted_later() throws Exception {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ben = story.person("ben");
            ben.joins(room);
            Message said = ben.says(room, "Somebody logged in as root from 203.0.113.7");
            ben.usesMessageShortcut(said, SHORTCUT);
            ben.submits(ben.modal().orElseThrow(), Map.of());
            story.soon(room, "E1 is kept: Message");
            ben.deletes(said);
            assertThat(Files.readString(only(story))).contains("203.0.113.7", ben.id(), said.ts());
            ben.usesMessageShortcut(said(room, ben, "again"), SHORTCUT);
            Modal second = ben.modal().orElseThrow();
            ben.submits(second, Map.of());
            story.soon(room, "E2 is kept");
        }
    }

    @Test
    @Tag("F14")
    void the_same_message_is_not_registered_twice() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Message shared = ana.sharesFile(room, "auth.log", LOG);
            for (int i = 0; i < 2; i++) {
                ana.usesMessageShortcut(shared, SHORTCUT);
                Reply reply = ana.submits(ana.modal().orElseThrow(), Map.of());
                assertThat(reply.fieldErrors().toString()).contains(i == 0 ? "" : "already, as E1");
            }
        }
    }

    @Test
    @Tag("F14")
    void a_message_of_another_channel_asks_for_the_incident_and_says_how_to_let_muster_in() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            Message said = ana.says(general, "The disk of db-1 is full of .locked files");
            ana.usesMessageShortcut(said, SHORTCUT);
            Modal form = ana.modal().orElseThrow();
            assertThat(form.labels()).contains("Which incident?");
            ana.submits(form, Map.of());
            Message failed = story.soon(room, "could not be fetched");
            assertThat(failed.plainText()).contains("not in the channel", "/invite");
            ana.invitesApp(general);
            ana.clicks(failed, "Fetch again");
            story.soon(room, "E1 is kept");
            story.eventually(
                    "the button is gone",
                    () -> story.soon(room, "could not be fetched").buttons().isEmpty());
        }
    }

    @Test
    @Tag("F14")
    void fetching_survives_a_restart_a_lost_answer_and_a_wish_for_quiet() throws Exception {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Message shared = ana.sharesFile(room, "auth.log", LOG);
            story.settle();
            story.sandbox().faults().rateLimit("files.info", Duration.ofSeconds(1), 1);
            story.sandbox().faults().loseAnswer("files.info", 1);
            ana.usesMessageShortcut(shared, SHORTCUT);
            ana.submits(ana.modal().orElseThrow(), Map.of());
            story.restart();
            story.soon(room, "E1 is kept");
            story.settle();
            assertThat(story.count(room, "E1 is kept")).isEqualTo(1);
            assertThat(Files.readAllBytes(only(story))).isEqualTo(LOG);
        }
    }

    @Test
    @Tag("F14")
    void a_file_that_is_gone_is_said_to_be() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Message shared = ana.sharesFile(room, "auth.log", LOG);
            story.settle();
            story.sandbox().faults().error("files.info", "file_deleted", 1);
            ana.usesMessageShortcut(shared, SHORTCUT);
            ana.submits(ana.modal().orElseThrow(), Map.of());
            assertThat(story.soon(room, "could not be fetched").plainText())
                    .contains("no longer there", "shared again");
        }
    }

    @Test
    @Tag("F14")
    void a_handover_is_confirmed_by_the_receiver_and_an_altered_copy_stops_it() throws Exception {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            keep(story, room, ana);

            ana.types(room, "/incident evidence transfer E1 @ben malware analysis");
            story.eventually("ben is asked", () -> asked(ben, "hands you evidence").isPresent());
            ben.clicks(asked(ben, "hands you evidence").orElseThrow(), "I have received it");
            story.soon(room, "E1 received by");
            assertThat(sheet(ana, room).plainText()).contains("Held by @Ben Okafor");
            assertThat(ana.types(room, "/incident evidence verify E1").text()).contains("in order");

            tamper(only(story));
            assertThat(ana.types(room, "/incident evidence transfer E1 @sam safe keeping").text())
                    .contains("in the hands of");
            ben.types(room, "/incident evidence transfer E1 @sam safe keeping");
            Person sam = story.person("sam");
            story.eventually("sam is asked", () -> asked(sam, "hands you evidence").isPresent());
            Message question = asked(sam, "hands you evidence").orElseThrow();
            assertThat(sam.clicks(question, "I have received it").error()).isEmpty();
            Message alarm = story.soon(room, "may have been altered");
            assertThat(alarm.plainText()).contains("HASH MISMATCH", sha256(LOG));
            assertThat(story.person("cleo").notifications())
                    .anyMatch(m -> m.plainText().contains("may have been altered"));
            assertThat(sheet(ana, room).plainText())
                    .contains("Held by @Ben Okafor", "did not match");
            story.eventually(
                    "the question is settled",
                    () ->
                            asked(sam, "hands you evidence")
                                    .orElseThrow()
                                    .plainText()
                                    .contains("does not match"));
        }
    }

    @Test
    @Tag("S07")
    void something_kept_elsewhere_is_registered_by_the_form_and_ticks_the_plan() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Break-in");
            Channel room = story.soon("inc-1-break-in");
            story.card(room);
            ana.types(room, "/incident confirm security");
            ana.types(room, "/incident evidence add RAM of db-1");
            Modal form = ana.modal().orElseThrow();
            Reply wrong =
                    ana.submits(
                            form,
                            Map.of(
                                    "Type",
                                    "Memory dump",
                                    "Which system does it come from?",
                                    "db-1",
                                    "Clock of the source",
                                    "a bit late",
                                    "SHA-256",
                                    "xyz"));
            assertThat(wrong.fieldErrors().get("Clock of the source")).contains("+12 s");
            ana.submits(form, Map.of("Clock of the source", "-3 min", "SHA-256", "ab".repeat(31)));
            assertThat(ana.modal().orElseThrow().title()).isEqualTo("Add evidence");
            ana.submits(
                    form,
                    Map.of(
                            "SHA-256",
                            "ab".repeat(32),
                            "Where is it kept?",
                            "s3://evidence-lock/inc-1",
                            "How is it kept?",
                            "With this, everything of its type is kept"));
            Modal register = ana.modal().orElseThrow();
            assertThat(register.plainText())
                    .contains("1. Memory: E1", "3 min behind", "s3://evidence-lock/inc-1");
            story.soon(room, "E1 registered");
            ana.types(room, "/incident checklist");
            assertThat(ana.modal().orElseThrow().plainText()).contains("shown by the record");
            ana.types(room, "/incident evidence add");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of(
                            "Type",
                            "Disk image",
                            "What is it?",
                            "sda",
                            "Which system does it come from?",
                            "db-2"));
            assertThat(ana.modal().orElseThrow().plainText()).doesNotContain("power anything off");
        }
    }

    @Test
    @Tag("S07")
    @Tag("F12")
    void whoever_images_a_disk_first_is_told_not_to_power_off_before_the_memory_is_kept() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Break-in");
            Channel room = story.soon("inc-1-break-in");
            story.card(room);
            ana.types(room, "/incident confirm security");
            ana.types(room, "/incident evidence add sda");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of("Type", "Disk image", "Which system does it come from?", "db-2"));
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("Memory is not kept yet", "power anything off");
        }
    }

    @Test
    @Tag("S08")
    void nothing_leaves_before_legal_has_taken_note() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            Person lena = story.person("lena");
            keep(story, room, ana);
            ana.types(room, "/incident evidence share E1");
            Modal form = ana.modal().orElseThrow();
            Map<String, String> filled =
                    Map.of("With whom?", "Forensics Ltd", "What for?", "malware analysis");
            assertThat(ana.submits(form, filled).fieldErrors().get("With whom?"))
                    .contains("stays here until Legal was told");
            assertThat(
                            ana.submits(form, Map.of("Why before Legal was told?", "in a hurry"))
                                    .fieldErrors()
                                    .get("With whom?"))
                    .contains("Only the");
            ana.closesEverything();

            ana.types(room, "/incident evidence");
            ana.clicksIn(ana.modal().orElseThrow(), "Tell Legal");
            story.eventually("lena is asked", () -> asked(lena, "take note").isPresent());
            story.eventually("lena is inside", () -> room.has(lena));
            lena.clicks(asked(lena, "take note").orElseThrow(), "I have taken note");
            story.soon(room, "Legal took note");

            ana.types(room, "/incident evidence share E1");
            ana.submits(ana.modal().orElseThrow(), filled);
            story.soon(room, "shared with Forensics Ltd");
            assertThat(ana.modal().orElseThrow().plainText()).contains("Shared with Forensics Ltd");
        }
    }

    @Test
    @Tag("S08")
    @Tag("F12")
    void the_gate_of_the_plan_is_asked_besides_legal_and_only_the_commander_goes_past_it() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Break-in");
            Channel room = story.soon("inc-1-break-in");
            story.card(room);
            ana.types(room, "/incident confirm security");
            keep(story, room, ana);
            ana.types(room, "/incident evidence legal by phone, they object to the contract");
            ana.types(room, "/incident task open legal-first");
            Map<String, String> filled =
                    Map.of("With whom?", "Forensics Ltd", "What for?", "malware analysis");
            ana.types(room, "/incident evidence share E1");
            Modal form = ana.modal().orElseThrow();
            assertThat(form.plainText())
                    .contains("Legal before evidence leaves", "waits for", "tell Legal before any");
            assertThat(ana.submits(form, filled).fieldErrors().get("With whom?"))
                    .contains("E1 cannot leave yet", "Legal before evidence leaves waits for");
            ana.closesEverything();

            Person ciro = story.person("ciro");
            story.eventually("ciro is inside", () -> room.has(ciro));
            ciro.types(room, "/incident evidence share E1");
            Map<String, String> over = new java.util.HashMap<>(filled);
            over.put("Why all the same?", "a court ordered it");
            ciro.submits(ciro.modal().orElseThrow(), over);
            assertThat(story.soon(room, "Gate overridden by @Ciro Vitale").plainText())
                    .contains("sharing E1", "because: a court ordered it");
            story.soon(room, "shared with Forensics Ltd");
        }
    }

    @Test
    @Tag("F14")
    void a_legal_hold_keeps_what_would_be_destroyed_and_the_copy_goes_only_after_it() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            keep(story, room, ana);
            ana.types(room, "/incident evidence hold a lawsuit is likely");
            dispose(ana, room);
            assertThat(ana.modal().orElseThrow().title()).isEqualTo("Dispose of E1");
            ana.closesEverything();
            assertThat(ana.types(room, "/incident evidence hold off settled").text())
                    .contains("Only the");
            story.person("lena").joins(room);
            story.person("lena").types(room, "/incident evidence hold off settled");
            dispose(ana, room);
            story.soon(room, "E1 destroyed");
            story.settle();
            assertThat(files(story)).isEmpty();
            assertThat(sheet(ana, room).plainText()).contains(sha256(LOG), "destroyed");
        }
    }

    @Test
    void what_nobody_understands_gets_a_list_of_what_can_be_typed() {
        try (Story story = Story.begin()) {
            Channel room = declare(story);
            Person ana = story.person("ana");
            assertThat(ana.types(room, "/incident evidence explode").text())
                    .contains("evidence transfer E1");
            assertThat(ana.types(room, "/incident evidence transfer").text()).contains("Say which");
            assertThat(ana.types(room, "/incident evidence verify E9 abc").text())
                    .contains("no exhibit E9");
            assertThat(ana.types(room, "/incident evidence hold").text()).contains("Say why");
        }
    }

    private static void dispose(Person person, Channel room) {
        Modal sheet = sheet(person, room);
        person.clicksIn(sheet, "Destroy or return");
        person.submits(
                person.modal().orElseThrow(),
                Map.of("What was done?", "Destroyed", "Why, and by what authority?", "retention"));
    }

    private static Channel declare(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare P0 Break-in");
        Channel room = story.soon("inc-1-break-in");
        story.card(room);
        return room;
    }

    private static void keep(Story story, Channel room, Person person) {
        Message shared = person.sharesFile(room, "auth.log", LOG);
        person.usesMessageShortcut(shared, SHORTCUT);
        person.submits(person.modal().orElseThrow(), Map.of());
        story.soon(room, "E1 is kept");
    }

    private static Message said(Channel room, Person by, String words) {
        return by.says(room, words);
    }

    private static Modal sheet(Person person, Channel room) {
        person.types(room, "/incident evidence");
        return person.modal().orElseThrow();
    }

    private static java.util.Optional<Message> asked(Person person, String words) {
        List<Message> found =
                person.directMessages().stream()
                        .filter(m -> m.plainText().contains(words))
                        .toList();
        return found.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(found.getLast());
    }

    private static Path only(Story story) {
        List<Path> files = files(story);
        assertThat(files).isNotEmpty();
        return files.getFirst();
    }

    private static List<Path> files(Story story) {
        try (Stream<Path> all = Files.walk(story.home().resolve("evidence"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void tamper(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[7]++;
        Files.write(file, bytes);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

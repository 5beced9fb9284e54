package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Those who have a part in it and are not in Slack: they get by mail what others get there. */
class OutsiderStory {
    private static final String SOC2 = "soc2-irp-001";
    private GreenMail server;
    private int port;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    @Tag("S13")
    void the_board_gets_the_approved_review_by_mail_and_that_is_its_presentation() {
        try (Story story = outsider("board-chair: [eli]", "board-chair: [bea]")) {
            Person ana = story.person("ana");
            Channel room = PostMortemStory.resolved(story, ana, "P1");
            story.push("PT72H");
            story.soon(room, "has been stable long enough");
            ana.types(room, "/incident close");
            story.soon(room, "Post-incident review drafted from the record");
            PostMortemStory.writeAll(
                    story,
                    ana,
                    List.of(
                            "summary",
                            "detection-method",
                            "root-cause",
                            "customer-impact",
                            "containment-actions",
                            "eradication-actions",
                            "recovery-actions",
                            "lessons-learned"));
            PostMortemStory.addAction(story, ana, room);
            assertThat(mail("Report to the Board")).as("not before it is approved").isEmpty();
            PostMortemStory.approve(story, ana, story.person("sam"), room);
            story.eventually("it has come", () -> mail("Report to the Board").isPresent());
            MimeMessage report = mail("Report to the Board").orElseThrow();
            assertThat(to(report)).isEqualTo("bea@board.example");
            assertThat(text(report))
                    .contains("Words about root-cause", "Alert when a disk is 80 % full");
            story.soon(room, "Report to the Board");
            story.eventually(
                    "it counts as presented",
                    () ->
                            TestDatabase.number(
                                            story.database(),
                                            "select count(*) from journal where type ="
                                                    + " 'review-presented'")
                                    == 1);
            ana.types(room, "/incident postmortem");
            assertThat(ana.modal().orElseThrow().buttons())
                    .as("only the CISO is still owed a presentation")
                    .noneMatch(b -> b.contains("Report to the Board"));
        }
    }

    @Test
    @Tag("S11")
    void legal_outside_of_slack_is_asked_by_mail_and_told_that_a_reply_is_no_approval() {
        try (Story story = outsider("legal: [lena]", "legal: [bea]")) {
            story.person("ana").types(story.channel("general"), "/incident declare P1 Odd logins");
            Channel room = story.soon("inc-1-odd-logins");
            story.card(room);
            story.settle();
            MustShowStory.write(story, room, "dora", "customer-breach");
            story.eventually("Legal is asked", () -> mail("your approval is asked").isPresent());
            MimeMessage mail = mail("your approval is asked").orElseThrow();
            assertThat(to(mail)).isEqualTo("bea@board.example");
            assertThat(text(mail))
                    .contains(
                            "We saw odd logins. No action needed.",
                            "sha-256 ",
                            "An approval is given in Slack");
            story.settle();
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from journal where type = 'draft-approved'"))
                    .isZero();
        }
    }

    @Test
    @Tag("S04")
    void the_small_incidents_of_a_day_come_in_one_mail_and_once() {
        try (Story story = outsider("security-lead: [sam]", "security-lead: [bea]")) {
            Person ana = story.person("ana");
            for (String title : List.of("Phishing mail", "Lost badge", "Spam wave")) {
                ana.types(story.channel("general"), "/incident declare P4 " + title);
            }
            story.card(story.soon("inc-3-spam-wave"));
            ana.types(story.channel("general"), "/incident dismiss INC-3 our own test");
            story.settle();
            assertThat(mail("Daily digest")).isEmpty();
            story.push("PT24H");
            story.eventually("the digest has come", () -> mail("Daily digest").isPresent());
            MimeMessage digest = mail("Daily digest").orElseThrow();
            assertThat(subject(digest)).isEqualTo("[Muster] Daily digest: 2 incidents");
            assertThat(text(digest))
                    .contains("INC-1  P4  Phishing mail", "INC-2  P4  Lost badge")
                    .doesNotContain("Spam wave");
            for (String room : List.of("inc-1-phishing-mail", "inc-2-lost-badge")) {
                story.soon(story.channel(room), "told by e-mail");
            }
            story.restart();
            story.push("PT24H");
            story.settle();
            assertThat(mails().filter(m -> subject(m).contains("Daily digest")))
                    .as("nothing new: nothing is sent")
                    .hasSize(1);
        }
    }

    @Test
    @Tag("F26")
    @Tag("S04")
    void in_a_drill_no_mail_leaves_the_house_and_people_are_asked_to_play_it() {
        try (Story story = outsider("board-chair: [eli]", "board-chair: [bea]")) {
            story.person("ana")
                    .types(story.channel("general"), "/incident drill P1 Tabletop of the board");
            Channel room = story.soon("drill-1-tabletop-of-the-board");
            story.card(room);
            story.push("PT1H");
            story.soon(room, "Tell Board chair");
            story.settle();
            assertThat(mails()).isEmpty();
        }
    }

    /** The server takes a mail; before it can say so, Muster is gone. */
    @Test
    @Tag("S04")
    void a_mail_that_is_sent_again_after_a_crash_has_the_same_message_id() throws IOException {
        server.stop();
        try (SilentTaker taker = new SilentTaker(port);
                Story story = outsider("board-chair: [eli]", "board-chair: [bea]")) {
            story.person("ana")
                    .types(story.channel("general"), "/incident declare P1 Database breached");
            Channel room = story.soon("inc-1-database-breached");
            story.card(room);
            story.push("PT30M");
            story.eventually("it was taken without a word", () -> !taker.taken().isEmpty());
            story.restart();
            taker.speak();
            story.soon(room, "Board chair told by e-mail");
            story.settle();
            assertThat(taker.taken()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(taker.taken().stream().distinct())
                    .as("so that the recipient's mail program shows one")
                    .hasSize(1);
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from journal where type = 'reach-delivered'"))
                    .isEqualTo(1);
        }
    }

    /** Her account was closed, and Slack's word of it got lost. */
    @Test
    @Tag("F05")
    @Tag("F06")
    void a_page_that_slack_does_not_take_is_mailed_at_once() {
        try (Story story =
                Story.begin(
                        "featuresignals",
                        settings(),
                        team ->
                                team.replace(", reach: [slack, email after 2 minutes]", "")
                                        .replaceFirst(
                                                "(email: ana@[^}]*)\\}",
                                                "$1, reach: [slack, email after 20 minutes]}"))) {
            story.sandbox().faults().loseDeliveries(1);
            story.sandbox().workspace().deactivate(story.person("ana"));
            story.eventually("nobody hears of it", () -> story.sandbox().faults().haveLostAll());
            story.person("otto")
                    .types(story.channel("general"), "/incident declare P0 Nobody answers");
            Channel room = story.soon("inc-1-nobody-answers");
            Message line = story.soon(room, "Slack did not take the page to");
            assertThat(line.plainText())
                    .contains("they have no active account", "tried by another way now");
            story.eventually("she has a mail", () -> mail("page: Nobody answers").isPresent());
            assertThat(to(mail("page: Nobody answers").orElseThrow())).startsWith("ana@");
            story.settle();
            assertThat(
                            TestDatabase.number(
                                    story.database(),
                                    "select count(*) from outbox where state = 'parked'"))
                    .as("it is in the record, so nobody has to look after it")
                    .isZero();
            assertThat(story.count(room, "Slack did not take the page to")).isEqualTo(1);
        }
    }

    /** Under the second plan, with Bea of the board, who is not in Slack, in one role. */
    private Story outsider(String role, String instead) {
        return Story.begin(
                SOC2,
                settings(),
                team ->
                        team.replace(", reach: [slack, email after 2 minutes]", "")
                                .replace(
                                        "roles:\n",
                                        "  bea: {name: Bea Board, email: bea@board.example}\nroles:\n")
                                .replace(role, instead));
    }

    private ReachSettings settings() {
        return ReachSettings.read(
                Map.of(
                        "MUSTER_SMTP_URL",
                        "smtp://127.0.0.1:" + port,
                        "MUSTER_MAIL_FROM",
                        "muster@northwind.example"));
    }

    private Stream<MimeMessage> mails() {
        return Stream.of(server.getReceivedMessages());
    }

    private Optional<MimeMessage> mail(String words) {
        return mails().filter(m -> subject(m).contains(words)).findFirst();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

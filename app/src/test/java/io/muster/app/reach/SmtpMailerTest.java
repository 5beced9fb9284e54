package io.muster.app.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Against a real SMTP server, and against one that says what a test wants. */
class SmtpMailerTest {
    @Test
    @Tag("S04")
    void a_mail_says_who_sent_it_what_it_belongs_to_and_that_no_person_wrote_it() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        server.start();
        try {
            Answer answer = mailer(server.getSmtp().getPort()).send(letter("Größe & <b>Maß</b>"));
            assertThat(answer).isEqualTo(new Answer.Taken("<INC-1.1.x@muster.example>"));
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Größe & <b>Maß</b>");
            assertThat(mail.getMessageID()).isEqualTo("<INC-1.1.x@muster.example>");
            assertThat(header(mail, "References")).isEqualTo("<INC-1.x@muster.example>");
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
            assertThat(mail.getRecipients(Message.RecipientType.CC)).isNull();
            assertThat(mail.isMimeType("text/plain")).isTrue();
        } finally {
            server.stop();
        }
    }

    @Test
    @Tag("S04")
    void a_line_break_in_a_title_begins_no_header_and_names_no_recipient() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        server.start();
        try {
            Letter letter = letter("Down\r\nBcc: eve@evil.example\r\n\r\nhello\u2028X-Evil: 1");
            assertThat(mailer(server.getSmtp().getPort()).send(letter))
                    .isInstanceOf(Answer.Taken.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getHeader("X-Evil")).isNull();
            assertThat(mail.getSubject()).startsWith("Down Bcc: eve@evil.example hello");
        } finally {
            server.stop();
        }
    }

    @Test
    @Tag("S04")
    void five_is_refused_for_good_four_is_tried_again_and_silence_is_a_doubt() throws Exception {
        assertThat(answeredWith("550 5.1.1 <bea@board.example> no such user"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        no ->
                                assertThat(no.why())
                                        .contains("550", "no such user")
                                        .doesNotContain("bea@"));
        assertThat(answeredWith("451 try later")).isInstanceOf(Answer.Later.class);
        assertThat(answeredWith("")).isInstanceOf(Answer.Lost.class);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(mailer(port).send(letter("x"))).isInstanceOf(Answer.Later.class);
        assertThat(mailer(port).greet()).isInstanceOf(SmtpMailer.Greeting.Silence.class);
    }

    @Test
    void nothing_leaves_in_the_clear_unless_somebody_wrote_that_it_may() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        server.start();
        try {
            String url = "smtp://127.0.0.1:" + server.getSmtp().getPort();
            SmtpMailer strict = new SmtpMailer(settings(url + "?starttls=required"));
            assertThat(strict.send(letter("x"))).isInstanceOf(Answer.Later.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
        assertThat(settings("smtp://mail.example").security())
                .isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(settings("smtps://mail.example").security())
                .isEqualTo(MailSettings.Security.TLS);
        assertThat(settings("smtp://mail.example?starttls=off").security())
                .isEqualTo(MailSettings.Security.NONE);
        for (String wrong : new String[] {"mail.example", "smtp://u:p@mail.example", "http://x"}) {
            assertThatThrownBy(() -> settings(wrong)).hasMessageContaining("MUSTER_SMTP_URL");
        }
    }

    /** What becomes of a mail whose recipient is answered with this; with nothing: hung up. */
    private static Answer answeredWith(String reply) throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> serve(door, reply));
            Answer answer = mailer(door.getLocalPort()).send(letter("x"));
            server.interrupt();
            return answer;
        }
    }

    private static void serve(ServerSocket door, String reply) {
        try (Socket socket = door.accept();
                OutputStream out = socket.getOutputStream()) {
            var in =
                    new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean recipient = line.startsWith("RCPT");
                if (recipient && reply.isEmpty()) {
                    return;
                }
                say(out, recipient ? reply : "250 ok");
            }
        } catch (IOException e) {
            // the client went away, as it may
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return mail.getHeader(name)[0];
    }

    private static SmtpMailer mailer(int port) {
        return new SmtpMailer(settings("smtp://127.0.0.1:" + port));
    }

    private static MailSettings settings(String url) {
        return MailSettings.read(
                        Map.of("MUSTER_SMTP_URL", url, "MUSTER_MAIL_FROM", "m@muster.example"))
                .orElseThrow();
    }

    private static Letter letter(String subject) {
        return new Letter(
                "bea@board.example",
                subject,
                "Hello.\n",
                "<INC-1.1.x@muster.example>",
                "<INC-1.x@muster.example>");
    }
}

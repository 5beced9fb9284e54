package io.muster.app.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.mail.Mail;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The demo's mailbox takes what Muster's mailer sends, and shows it without running it. */
class MailboxTest {
    @Test
    void a_mail_is_shown_as_a_person_reads_it() throws Exception {
        try (SlackSandbox sandbox = SlackSandbox.start(SandboxOptions.defaults());
                HttpClient browser = HttpClient.newHttpClient()) {
            MailSettings settings =
                    MailSettings.read(
                                    Map.of(
                                            "MUSTER_SMTP_URL",
                                            "smtp://127.0.0.1:" + sandbox.mail().port(),
                                            "MUSTER_MAIL_FROM",
                                            "m@muster.example"))
                            .orElseThrow();
            String body = "Grüße\n.\n<script>alert(1)</script>\n" + "long ".repeat(40);
            Answer answer =
                    new SmtpMailer(settings)
                            .send(new Letter("bea@b.example", "Größe <1>", body, "<1@m>", "<0@m>"));
            assertThat(answer).isInstanceOf(Answer.Taken.class);
            Mail mail = sandbox.mail().mails().getFirst();
            assertThat(mail.header("Subject")).isEqualTo("Größe <1>");
            assertThat(mail.text().strip()).isEqualTo(body.strip());
            URI page = sandbox.page().resolve("/mail");
            String html =
                    browser.send(
                                    HttpRequest.newBuilder(page).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            assertThat(html)
                    .contains("Größe &lt;1&gt;", "bea@b.example", "&lt;script&gt;alert(1)")
                    .doesNotContain("<script");
        }
    }
}

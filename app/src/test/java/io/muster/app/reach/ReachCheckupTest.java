package io.muster.app.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.muster.app.checkup.Finding;
import io.muster.core.roster.Webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** What doctor says of mail, against a real SMTP server, and of webhooks. */
class ReachCheckupTest {
    @Test
    void mail_that_is_not_set_up_is_off_and_that_is_said() {
        assertThat(mail(Map.of()).words()).startsWith("off (MUSTER_SMTP_URL is not set)");
    }

    @Test
    void a_server_that_takes_the_password_is_ready_and_gets_no_mail() {
        GreenMail server = server();
        try {
            Finding finding = mail(settings(server.getSmtp().getPort(), "right-one"));
            assertThat(finding.mark()).isEqualTo(Finding.Mark.OK);
            assertThat(finding.words()).contains("answers", "takes the password");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_wrong_password_is_told_from_a_server_that_is_not_there() throws IOException {
        GreenMail server = server();
        try {
            Finding finding = mail(settings(server.getSmtp().getPort(), "wrong-one"));
            assertThat(finding.mark()).isEqualTo(Finding.Mark.DO);
            assertThat(finding.words())
                    .contains("refuses user or password", "check MUSTER_SMTP_USER")
                    .doesNotContain("wrong-one");
        } finally {
            server.stop();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(mail(settings(port, "x")).words())
                .contains("does not take mails", "check MUSTER_SMTP_URL");
    }

    @Test
    void a_server_that_offers_no_tls_where_it_is_asked_for_gets_no_password() {
        GreenMail server = server();
        try {
            Map<String, String> settings = settings(server.getSmtp().getPort(), "right-one");
            settings.compute("MUSTER_SMTP_URL", (name, url) -> url + "?starttls=required");
            assertThat(mail(settings).words()).contains("does not take mails", "TLS");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/, true, OK, an address that is known",
        "http://127.0.0.1:1/, false, DO, private network",
        "http://localhost:1/, false, DO, private network",
        "https://no-such-host.invalid/, false, DO, the name no-such-host.invalid is not known"
    })
    void a_webhook_needs_an_address_that_is_known_and_may_be_called(
            String url, boolean privately, Finding.Mark mark, String words) {
        assertThat(
                        ReachCheckup.webhook(
                                ReachSettings.read(Map.of("HOOK_KEY", "s3cret")),
                                hook(url, privately)))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.mark()).isEqualTo(mark);
                    assertThat(f.words()).startsWith("pager").contains(words);
                });
    }

    @Test
    void a_webhook_without_its_secret_says_which_variable_to_set() {
        assertThat(ReachCheckup.webhook(ReachSettings.NONE, hook("https://example.com/", false)))
                .containsExactly(
                        Finding.toDo(
                                "webhook",
                                "pager has no secret: set HOOK_KEY; until then nobody is reached by"
                                        + " it"));
    }

    private static Webhook hook(String url, boolean privately) {
        return new Webhook("pager", Webhook.Format.JSON, url, "HOOK_KEY", privately);
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        server.setUser("muster@northwind.example", "muster", "right-one");
        server.start();
        return server;
    }

    private static Map<String, String> settings(int port, String password) {
        Map<String, String> settings = new HashMap<>();
        settings.put("MUSTER_SMTP_URL", "smtp://127.0.0.1:" + port);
        settings.put("MUSTER_MAIL_FROM", "muster@northwind.example");
        settings.put("MUSTER_SMTP_USER", "muster");
        settings.put("MUSTER_SMTP_PASSWORD", password);
        return settings;
    }

    private static Finding mail(Map<String, String> settings) {
        return ReachCheckup.mail(ReachSettings.read(settings)).getFirst();
    }
}

package io.muster.app.reach;

import io.muster.app.checkup.Finding;
import io.muster.core.roster.Webhook;

import java.util.List;
import java.util.Optional;

/** Whether mail and webhooks are ready, for {@code doctor}. */
public final class ReachCheckup {
    private static final String MAIL = "mail";
    private static final String WEBHOOK = "webhook";

    private ReachCheckup() {}

    /** Connects to the mail server, greets it and signs in; sends nothing. */
    public static List<Finding> mail(ReachSettings settings) {
        return List.of(
                settings.mail()
                        .map(ReachCheckup::greeted)
                        .orElse(
                                Finding.ok(
                                        MAIL,
                                        "off (MUSTER_SMTP_URL is not set): what would be mailed is to"
                                                + " be done by hand")));
    }

    private static Finding greeted(MailSettings mail) {
        String server = mail.host() + ":" + mail.port();
        return switch (new SmtpMailer(mail).greet()) {
            case SmtpMailer.Greeting.Welcome ignored -> welcome(mail, server);
            case SmtpMailer.Greeting.NotUs(String words) ->
                    Finding.toDo(
                            MAIL,
                            server
                                    + " refuses user or password ("
                                    + words
                                    + "): check MUSTER_SMTP_USER and MUSTER_SMTP_PASSWORD");
            case SmtpMailer.Greeting.Silence(String words) ->
                    Finding.toDo(
                            MAIL,
                            server
                                    + " does not take mails ("
                                    + words
                                    + "): check MUSTER_SMTP_URL, and whether TLS is offered there");
        };
    }

    private static Finding welcome(MailSettings mail, String server) {
        String signedIn = mail.user().isPresent() ? ", and takes the password" : "";
        return switch (mail.security()) {
            case TLS -> Finding.ok(MAIL, server + " answers, over TLS" + signedIn);
            case STARTTLS -> Finding.ok(MAIL, server + " answers, over STARTTLS" + signedIn);
            case NONE ->
                    mail.isHere()
                            ? Finding.ok(MAIL, server + " answers on this machine" + signedIn)
                            : Finding.warn(
                                    MAIL,
                                    server
                                            + " answers, without TLS: whoever is on the way can read"
                                            + " along; take ?starttls=off out of MUSTER_SMTP_URL");
        };
    }

    /** Whether a webhook has its secret, and an address that may be called; does not call it. */
    public static List<Finding> webhook(ReachSettings settings, Webhook hook) {
        if (settings.secret(hook.secretFrom()).isEmpty()) {
            return List.of(
                    Finding.toDo(
                            WEBHOOK,
                            hook.name()
                                    + " has no secret: set "
                                    + hook.secretFrom()
                                    + "; until then nobody is reached by it"));
        }
        Optional<String> wrong = HookCaller.obstacle(hook);
        return List.of(
                wrong.map(words -> Finding.toDo(WEBHOOK, hook.name() + ": " + words))
                        .orElseGet(() ->
                                Finding.ok(
                                        WEBHOOK,
                                        hook.name()
                                                + " has its secret, and an address that is known")));
    }
}

package io.muster.app.reach;

import io.muster.core.roster.Team;
import io.muster.core.roster.Webhook;

import java.util.List;

/** Whether mail and webhooks are ready, for {@code doctor}. */
public final class ReachCheckup {
    private ReachCheckup() {}

    /** One thing that was looked at. */
    public record Line(boolean ok, String words) {}

    /** Connects to the mail server and greets it; sends nothing. */
    public static List<Line> mail(ReachSettings settings) {
        if (settings.mail().isEmpty()) {
            return List.of(
                    new Line(
                            true,
                            "off (MUSTER_SMTP_URL is not set): what would be mailed is to be done by"
                                    + " hand"));
        }
        MailSettings mail = settings.mail().get();
        String server = mail.host() + ":" + mail.port();
        String wrong = new SmtpMailer(mail).greet();
        if (!wrong.isEmpty()) {
            return List.of(
                    new Line(
                            false,
                            server
                                    + " does not take mails ("
                                    + wrong
                                    + "): check MUSTER_SMTP_URL, MUSTER_SMTP_USER and"
                                    + " MUSTER_SMTP_PASSWORD"));
        }
        return List.of(
                mail.security() == MailSettings.Security.NONE
                        ? new Line(true, server + " answers, without TLS")
                        : new Line(true, server + " answers, over TLS"));
    }

    /** Whether each webhook has its secret; calls none of them. */
    public static List<Line> webhooks(ReachSettings settings, Team team) {
        return team.webhooks().values().stream().map(hook -> line(settings, hook)).toList();
    }

    private static Line line(ReachSettings settings, Webhook hook) {
        return settings.secret(hook.secretFrom()).isPresent()
                ? new Line(true, hook.name() + " has its secret")
                : new Line(
                        false,
                        hook.name()
                                + " has no secret: set "
                                + hook.secretFrom()
                                + "; until then nobody is reached by it");
    }
}

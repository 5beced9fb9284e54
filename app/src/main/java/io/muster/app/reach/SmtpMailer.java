package io.muster.app.reach;

import io.muster.app.Secret;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives mails to the mail server, one connection and one recipient each: what is refused then
 * concerns nobody else. It answers honestly whether a mail was taken, refused, or nobody knows.
 */
public final class SmtpMailer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(8);

    /** Shorter than a lease of the outbox. */
    private static final Duration IN_ALL = Duration.ofSeconds(25);

    private static final Duration MENDED_BY_PEOPLE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final MailSettings settings;
    private final Session session;

    /** Mails through this server. */
    public SmtpMailer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** Gives a mail to the server; returns within half a minute, whatever the server does. */
    public Answer send(Letter letter) {
        FutureTask<Answer> task = new FutureTask<>(() -> deliver(letter));
        Thread.ofVirtual().name("smtp").start(task);
        try {
            return task.get(IN_ALL.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Answer.Lost("the mail server did not finish in time");
        } catch (ExecutionException e) {
            LOG.warn("A mail failed in an unexpected way", e.getCause());
            return new Answer.Later(SOON, "an unexpected fault: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost("Muster was stopping");
        }
    }

    /** What came of greeting the server. */
    sealed interface Greeting {
        /** It would take mails from us. */
        record Welcome() implements Greeting {}

        /** It does not know us. */
        record NotUs(String words) implements Greeting {}

        /** There is no way to it. */
        record Silence(String words) implements Greeting {}
    }

    /** Connects, greets and signs in; sends nothing. */
    Greeting greet() {
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            return new Greeting.Welcome();
        } catch (AuthenticationFailedException e) {
            return new Greeting.NotUs(words(e));
        } catch (MessagingException e) {
            return new Greeting.Silence(words(e));
        }
    }

    private Answer deliver(Letter letter) {
        MimeMessage message;
        InternetAddress to;
        try {
            to = new InternetAddress(letter.to(), true);
            message = message(letter, to);
        } catch (AddressException e) {
            return new Answer.Refused("the address is not one that a mail can go to");
        } catch (MessagingException e) {
            return new Answer.Refused(words(e));
        }
        Transport transport;
        try {
            transport = session.getTransport("smtp");
            connect(transport);
        } catch (AuthenticationFailedException e) {
            return new Answer.Later(
                    MENDED_BY_PEOPLE, "the mail server refuses user or password: " + words(e));
        } catch (MessagingException e) {
            return new Answer.Later(SOON, "the mail server cannot be reached: " + words(e));
        }
        try {
            transport.sendMessage(message, new InternetAddress[] {to});
            return new Answer.Taken(letter.id());
        } catch (MessagingException e) {
            return judged(e);
        } finally {
            closeQuietly(transport);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        transport.connect(
                settings.host(),
                settings.port(),
                settings.user().orElse(null),
                settings.password().map(Secret::reveal).orElse(null));
    }

    private MimeMessage message(Letter letter, InternetAddress to) throws MessagingException {
        MimeMessage message = new OwnId(session, letter.id());
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("In-Reply-To", letter.thread());
        message.setHeader("References", letter.thread());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (letter.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        return message;
    }

    /** What begins with 5 is refused for good, with 4 for now; no number means no answer. */
    private static Answer judged(MessagingException failure) {
        int code = code(failure);
        String words = words(failure);
        if (code == 421 || code == 530 || code == 535) {
            return new Answer.Later(MENDED_BY_PEOPLE, words);
        }
        if (code >= 500) {
            return new Answer.Refused(words);
        }
        return code >= 400 ? new Answer.Later(SOON, words) : new Answer.Lost(words);
    }

    private static int code(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            int code =
                    switch (e) {
                        case SMTPAddressFailedException refused -> refused.getReturnCode();
                        case SMTPSenderFailedException refused -> refused.getReturnCode();
                        case SMTPSendFailedException refused -> refused.getReturnCode();
                        default -> 0;
                    };
            if (code >= 400) {
                return code;
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException m ? m.getNextException() : null;
    }

    /** The server's words, the innermost, on one line, without anybody's address. */
    private static String words(MessagingException failure) {
        Exception last = failure;
        for (Exception e = failure; e != null; e = next(e)) {
            last = e;
        }
        String words =
                String.valueOf(last.getMessage())
                        .replaceAll("\\s+", " ")
                        .replaceAll("<?[^\\s<>]+@[^\\s<>]+>?", "(address)")
                        .strip();
        return words.length() <= 200 ? words : words.substring(0, 199) + "…";
    }

    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail was taken; only the goodbye failed", e);
        }
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(CONNECT));
        properties.setProperty("mail.smtp.timeout", millis(READ));
        properties.setProperty("mail.smtp.writetimeout", millis(READ));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty("mail.smtp.localhost", settings.domain());
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
        switch (settings.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** The library would give each sending an id of its own. */
    private static final class OwnId extends MimeMessage {
        private final String id;

        OwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

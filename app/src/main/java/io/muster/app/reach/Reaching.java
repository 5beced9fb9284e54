package io.muster.app.reach;

import io.muster.app.Secret;
import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Needless;
import io.muster.core.notice.Notice;
import io.muster.core.policy.Policy;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The one way out beside Slack: what was ordered becomes a mail or a call. */
public final class Reaching {
    private static final int MAILS_AT_ONCE = 4;
    private static final int MAILS_A_MINUTE = 120;
    private static final int CALLS_AT_ONCE = 8;
    private static final int CALLS_A_MINUTE = 120;

    private final ReachSettings settings;
    private final ReachBook book;
    private final Optional<SmtpMailer> mailer;
    private final HookCaller hooks;
    private final LetterWriter writer;
    private final String installation;
    private final Gate mails;
    private final Gate calls;
    private final FollowerPost followers;

    /**
     * @param installation a name for this installation that no other one has
     */
    public Reaching(
            ReachSettings settings, ReachBook book, String installation, InstantSource clock) {
        this.settings = settings;
        this.book = book;
        this.mailer = settings.mail().map(SmtpMailer::new);
        this.hooks = new HookCaller(clock);
        this.writer = new LetterWriter(book::name);
        this.installation = installation;
        this.mails = new Gate(clock, MAILS_AT_ONCE, MAILS_A_MINUTE);
        this.calls = new Gate(clock, CALLS_AT_ONCE, CALLS_A_MINUTE);
        this.followers = new FollowerPost(settings, book, installation, clock);
    }

    /**
     * What a mail or a call is about, as it is now.
     *
     * @param story everything that happened, oldest first
     */
    public record Subject(
            Incident incident, Policy policy, Instant now, Supplier<List<Happened>> story) {}

    /** The way to those who follow the status page. */
    public FollowerPost followers() {
        return followers;
    }

    /** How long to wait before a mail may go out; zero takes a turn, to be given back. */
    public Duration mailTurn() {
        return mails.enter();
    }

    /** Gives the turn back. */
    public void mailDone() {
        mails.leave();
    }

    /** How long to wait before a call may be made; zero takes a turn, to be given back. */
    public Duration callTurn() {
        return calls.enter();
    }

    /** Gives the turn back. */
    public void callDone() {
        calls.leave();
    }

    /** Mails what was ordered. */
    public Answer mail(Reach reach, Subject subject) {
        Optional<Answer> no = notNow(reach, subject.incident());
        if (no.isPresent()) {
            return no.get();
        }
        LetterWriter.Words words =
                writer.of(
                        reach,
                        subject.incident(),
                        subject.policy(),
                        subject.now(),
                        subject.story());
        return send(
                reach.to(),
                words,
                id(subject.incident().id() + "." + reach.number()),
                id(String.valueOf(subject.incident().id())));
    }

    /** Mails a digest of several incidents. */
    public Answer digest(
            Addressee to, List<Notice.Digest.Entry> entries, IncidentId first, int reach) {
        return send(to, writer.digest(entries), id("digest." + first + "." + reach), id("digest"));
    }

    /** Calls a webhook about what was ordered. */
    public Answer call(Reach reach, String name, Subject subject) {
        Optional<Answer> no = notNow(reach, subject.incident());
        if (no.isPresent()) {
            return no.get();
        }
        Optional<Webhook> hook = book.webhook(name);
        Optional<Secret> secret = hook.flatMap(h -> settings.secret(h.secretFrom()));
        if (hook.isEmpty() || secret.isEmpty()) {
            return new Answer.Refused(
                    hook.map(h -> "the environment has no " + h.secretFrom())
                            .orElse("the team file has no such webhook"));
        }
        String call = "muster-" + installation + "-" + subject.incident().id();
        String key = call + reach.ring().map(page -> "-" + page).orElse("");
        String body =
                HookBody.of(
                        hook.get(),
                        reach,
                        subject.incident(),
                        subject.policy(),
                        subject.now(),
                        key,
                        secret.get());
        return hooks.call(hook.get(), body, call + "-" + reach.number(), secret.get());
    }

    /** What has changed since it was ordered may have made it needless, or wrong. */
    private static Optional<Answer> notNow(Reach reach, Incident incident) {
        if (!reach.isOpen()) {
            return Optional.of(new Answer.Needless("it was settled already"));
        }
        if (Needless.page(reach, incident)) {
            return Optional.of(new Answer.Refused("it was answered before it could leave"));
        }
        return reach.matter() == Matter.NOTICE && !isApproved(reach, incident)
                ? Optional.of(new Answer.Refused("its words are no longer the approved ones"))
                : Optional.empty();
    }

    /** Hashed anew just before it leaves: the words are the proof, not what was noted of them. */
    private static boolean isApproved(Reach reach, Incident incident) {
        Optional<Draft> draft = incident.dossier().drafts().find(Integer.parseInt(reach.about()));
        return draft.filter(d -> d.stage() == Stage.RELEASED || d.stage() == Stage.SENT)
                .map(d -> d.current().wording().hash())
                .filter(hash -> reach.hash().equals(Optional.of(hash)))
                .isPresent();
    }

    private Answer send(Addressee to, LetterWriter.Words words, String id, String thread) {
        if (mailer.isEmpty()) {
            return new Answer.Refused("Muster has no mail server (MUSTER_SMTP_URL)");
        }
        Optional<String> address = address(to);
        if (address.isEmpty()) {
            return new Answer.Refused("the team file has no e-mail address for them");
        }
        if (!MailSettings.isAddress(address.get())) {
            return new Answer.Refused("the address is not one that a mail can go to");
        }
        return mailer.get()
                .send(new Letter(address.get(), words.subject(), words.body(), id, thread));
    }

    private Optional<String> address(Addressee to) {
        Optional<PersonId> person = to.person();
        return person.isPresent()
                ? book.address(person.get())
                : Optional.of(to.address().text()).filter(a -> !a.isBlank());
    }

    /** The same whenever it is asked for, so that a mail that comes twice is recognised. */
    private String id(String what) {
        String domain = settings.mail().map(MailSettings::domain).orElse("muster.invalid");
        return "<" + what + "." + installation + "@" + domain + ">";
    }
}

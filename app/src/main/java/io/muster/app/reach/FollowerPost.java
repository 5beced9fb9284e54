package io.muster.app.reach;

import io.muster.app.Secret;
import io.muster.core.roster.Webhook;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentChange;
import io.muster.core.statuspage.PublicPage;
import io.muster.db.status.Maintenance;
import io.muster.db.status.StatusRow;
import io.muster.db.status.SubscriberTable.Subscriber;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The way out to those who follow the status page. It has hands of its own, and few: however many
 * subscribe, mails to those who respond never wait for theirs.
 */
public final class FollowerPost {
    private static final int MAILS_AT_ONCE = 3;
    private static final int MAILS_A_MINUTE = 600;
    private static final int CALLS_AT_ONCE = 4;
    private static final int CALLS_A_MINUTE = 120;

    private final ReachSettings settings;
    private final ReachBook book;
    private final Optional<SmtpMailer> mailer;
    private final Optional<FollowerLetters> letters;
    private final HookCaller hooks;
    private final String installation;
    private final Gate mails;
    private final Gate calls;

    FollowerPost(ReachSettings settings, ReachBook book, String installation, InstantSource clock) {
        this.settings = settings;
        this.book = book;
        this.mailer = settings.mail().map(SmtpMailer::new);
        String domain = settings.mail().map(MailSettings::domain).orElse("muster.invalid");
        this.letters =
                book.statusPage()
                        .flatMap(page ->
                                page.subscribe()
                                        .map(url ->
                                                new FollowerLetters(
                                                        page, url, installation + "@" + domain)));
        this.hooks = new HookCaller(clock);
        this.installation = installation;
        this.mails = new Gate(clock, MAILS_AT_ONCE, MAILS_A_MINUTE);
        this.calls = new Gate(clock, CALLS_AT_ONCE, CALLS_A_MINUTE);
    }

    /** Whether there is anything to write mails with. */
    public boolean canMail() {
        return mailer.isPresent() && letters.isPresent();
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

    /**
     * Mails what was published.
     *
     * @param bye by which they unsubscribe
     */
    public Answer mail(StatusRow row, Subscriber to, String bye) {
        return send(letters.map(l -> l.of(row, to.address(), to.id(), bye)));
    }

    /**
     * Mails that work was announced or called off.
     *
     * @param bye by which they unsubscribe
     */
    public Answer mail(Maintenance work, boolean calledOff, Subscriber to, String bye) {
        return send(letters.map(l -> l.of(work, calledOff, to.address(), to.id(), bye)));
    }

    /**
     * Asks somebody to confirm, or says that there is no need to.
     *
     * @param item what tells this mail from another one to the same address
     * @param yes by which they confirm
     * @param bye by which they unsubscribe
     */
    public Answer ask(Subscriber to, long item, String yes, String bye) {
        return send(
                letters.map(l ->
                        to.confirmed()
                                ? l.already(to.address(), item, bye)
                                : l.invitation(to.address(), item, yes, bye)));
    }

    private Answer send(Optional<Letter> letter) {
        return letter.isPresent() && mailer.isPresent()
                ? mailer.get().send(letter.get())
                : new Answer.Needless("nobody can subscribe any more");
    }

    /** The webhooks that keep a status page elsewhere and whose secret is set. */
    public List<String> webhooks() {
        return book.statusPage().isEmpty()
                ? List.of()
                : book.webhooks().stream()
                        .filter(hook -> hook.format() == Webhook.Format.STATUSPAGE)
                        .filter(hook -> settings.secret(hook.secretFrom()).isPresent())
                        .map(Webhook::name)
                        .toList();
    }

    /**
     * An entry and what it has to be read with.
     *
     * @param rows what was published of the incident up to this entry, the oldest first; not empty
     * @param beside what the public was told last, by then, of the other incidents that go on
     */
    public record Told(List<StatusRow> rows, List<Bulletin> beside) {
        public Told {
            rows = List.copyOf(rows);
            beside = List.copyOf(beside);
        }

        /** What became by the entry of each component that it is about. */
        public List<ComponentChange> changes() {
            Optional<Bulletin> before =
                    rows.size() < 2
                            ? Optional.empty()
                            : Optional.of(rows.get(rows.size() - 2).publication().bulletin());
            return ComponentChange.between(before, rows.getLast().publication().bulletin(), beside);
        }
    }

    /**
     * Calls a webhook.
     *
     * @param part 0 for the incident; from 1 the components that the entry is about
     */
    public Answer call(String name, Told told, int part) {
        Optional<Webhook> hook = book.webhook(name);
        Optional<Secret> secret = hook.flatMap(h -> settings.secret(h.secretFrom()));
        Optional<PublicPage> page = book.statusPage();
        if (hook.isEmpty() || secret.isEmpty() || page.isEmpty()) {
            return new Answer.Needless("the team file has no such webhook any more");
        }
        List<ComponentChange> changes = told.changes();
        if (part > changes.size() || (part > 0 && changes.get(part - 1).isNone())) {
            return new Answer.Needless("the component does as it did");
        }
        StatusCallBody body = new StatusCallBody(page.get(), told);
        StatusRow last = told.rows().getLast();
        String id =
                "muster-"
                        + installation
                        + "-"
                        + last.key()
                        + "-"
                        + last.publication().number()
                        + "-"
                        + part;
        return hooks.call(
                hook.get(),
                part == 0 ? body.incident() : body.component(changes.get(part - 1)),
                id,
                secret.get());
    }
}

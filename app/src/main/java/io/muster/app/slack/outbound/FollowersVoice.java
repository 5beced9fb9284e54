package io.muster.app.slack.outbound;

import io.muster.app.reach.Answer;
import io.muster.app.reach.FollowerPost;
import io.muster.app.status.LinkToken;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Effect.ToFollowers;
import io.muster.core.statuspage.ComponentChange;
import io.muster.core.statuspage.Publication;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.outbox.Followers;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.status.StatusRow;
import io.muster.db.status.StatusTable;
import io.muster.db.status.SubscriberTable;
import io.muster.db.status.SubscriberTable.Subscriber;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mails and calls to those who follow the status page. Only what the public can read leaves, read
 * anew from the table of the page just before; what became private in between does not. Where
 * nobody knows whether a mail was taken, it is not sent again: nobody gets the same twice.
 */
final class FollowersVoice {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Deed GONE = new Deed.Needless("it is not public any more");

    private final FollowerPost post;
    private final Archive archive;
    private final Outbox outbox;
    private final FollowerMails mails;
    private final MaintenanceVoice maintenance;
    private final SubscriberTable subscribers = new SubscriberTable();
    private final StatusTable published = new StatusTable();

    FollowersVoice(FollowerPost post, Archive archive, Outbox outbox, InstantSource clock) {
        this.post = post;
        this.archive = archive;
        this.outbox = outbox;
        this.mails = new FollowerMails(post, archive, outbox, clock);
        this.maintenance = new MaintenanceVoice(post, mails);
    }

    Deed run(OutboxItem item, ToFollowers effect) {
        return switch (effect) {
            case ToFollowers.SpreadStatus spread -> spread(item, spread);
            case ToFollowers.CallStatusHooks hooks -> callAll(item, hooks);
            case ToFollowers.StatusLetter letter -> mail(item, letter);
            case ToFollowers.StatusCall call -> call(item, call);
            case ToFollowers.SpreadMaintenance spread -> maintenance.spread(item, spread);
            case ToFollowers.MaintenanceLetter letter -> maintenance.mail(item, letter);
            case ToFollowers.SubscriptionLetter letter -> ask(item, letter);
        };
    }

    private Deed spread(OutboxItem item, ToFollowers.SpreadStatus spread) {
        return mails.spread(
                item,
                tx -> entries(tx, item, spread.number(), spread.hash()).isPresent(),
                (tx, most) ->
                        subscribers.next(tx, item.incident(), spread.number(), most).stream()
                                .map(subscriber ->
                                        new ToFollowers.StatusLetter(
                                                subscriber, spread.number(), spread.hash()))
                                .toList());
    }

    private Deed callAll(OutboxItem item, ToFollowers.CallStatusHooks hooks) {
        List<String> names = post.webhooks();
        if (names.isEmpty()) {
            return Deed.done();
        }
        return archive.transact(tx -> {
            Optional<List<StatusRow>> rows = entries(tx, item, hooks.number(), hooks.hash());
            if (rows.isEmpty()) {
                return GONE;
            }
            List<ComponentChange> changes = told(tx, item, rows.get()).changes();
            List<Effect> calls = new ArrayList<>();
            for (String name : names) {
                for (int part = 0; part <= changes.size(); part++) {
                    if (part == 0 || !changes.get(part - 1).isNone()) {
                        calls.add(
                                new ToFollowers.StatusCall(
                                        name, hooks.number(), hooks.hash(), part));
                    }
                }
            }
            Followers.put(tx, outbox, item.incident(), calls);
            return Deed.done();
        });
    }

    private Deed mail(OutboxItem item, ToFollowers.StatusLetter letter) {
        return mails.mail(
                item,
                letter.subscriber(),
                tx ->
                        entries(tx, item, letter.number(), letter.hash())
                                .map(rows -> (to, bye) -> post.mail(rows.getLast(), to, bye)));
    }

    private Deed ask(OutboxItem item, ToFollowers.SubscriptionLetter letter) {
        LinkToken yes = LinkToken.fresh();
        LinkToken bye = LinkToken.fresh();
        return mails.send(
                item,
                tx ->
                        invited(tx, letter.subscriber(), yes, bye)
                                .map(to -> () -> post.ask(to, item.id(), yes.words(), bye.words())),
                new Deed.Needless("nobody waits for it any more"));
    }

    private Optional<Subscriber> invited(Tx tx, long id, LinkToken yes, LinkToken bye) {
        Optional<Subscriber> to = subscribers.find(tx, id);
        to.ifPresent(t -> {
            if (!t.confirmed()) {
                subscribers.letConfirm(tx, id, yes.hash());
            }
            subscribers.letUnsubscribe(tx, id, bye.hash());
        });
        return to;
    }

    private Deed call(OutboxItem item, ToFollowers.StatusCall call) {
        Optional<FollowerPost.Told> told =
                archive.snapshot(tx ->
                        entries(tx, item, call.number(), call.hash())
                                .map(rows -> told(tx, item, rows)));
        if (told.isEmpty()) {
            return GONE;
        }
        Duration wait = post.callTurn();
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        try {
            return called(item, call.webhook(), post.call(call.webhook(), told.get(), call.part()));
        } finally {
            post.callDone();
        }
    }

    /** A repeat is harmless there: it has the same number, and the entry as a whole. */
    private Deed called(OutboxItem item, String webhook, Answer answer) {
        return switch (answer) {
            case Answer.Taken ignored -> Deed.done();
            case Answer.Needless(String why) -> new Deed.Needless(why);
            case Answer.Refused(String why) ->
                    new Deed.Hopeless("the webhook " + webhook + " refuses: " + why);
            case Answer.Lost(String why) -> later(item, webhook, SOON, why);
            case Answer.Later(Duration after, String why) -> later(item, webhook, after, why);
        };
    }

    private Deed later(OutboxItem item, String webhook, Duration after, String why) {
        return mails.isHopeless(item)
                ? new Deed.Hopeless("the webhook " + webhook + ", given up after a day: " + why)
                : new Deed.Later(FollowerMails.longer(after, Pace.backOff(item.attempts())), why);
    }

    /**
     * What is public of the incident up to this entry, the oldest first; empty if that is not
     * exactly what was published then.
     */
    private Optional<List<StatusRow>> entries(Tx tx, OutboxItem item, int number, String hash) {
        List<StatusRow> rows =
                published.of(tx, item.incident()).stream()
                        .filter(row -> row.publication().number() <= number)
                        .toList();
        return Optional.of(rows).filter(r -> !r.isEmpty() && isWhatWasPublished(r, number, hash));
    }

    private FollowerPost.Told told(Tx tx, OutboxItem item, List<StatusRow> rows) {
        return new FollowerPost.Told(
                rows,
                published.beside(tx, item.incident(), rows.getLast().publication().at()).stream()
                        .map(row -> row.publication().bulletin())
                        .toList());
    }

    private static boolean isWhatWasPublished(List<StatusRow> rows, int number, String hash) {
        Publication last = rows.getLast().publication();
        return last.number() == number
                && hash.equals(last.hash())
                && hash.equals(last.bulletin().wording().hash());
    }
}

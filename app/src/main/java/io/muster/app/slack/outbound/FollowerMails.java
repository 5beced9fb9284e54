package io.muster.app.slack.outbound;

import io.muster.app.reach.Answer;
import io.muster.app.reach.FollowerPost;
import io.muster.app.status.LinkToken;
import io.muster.core.notice.Effect;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.outbox.Followers;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.status.SubscriberTable;
import io.muster.db.status.SubscriberTable.Subscriber;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How mails to those who follow the status page leave: a lot at a time, each read anew just before,
 * and none twice.
 */
final class FollowerMails {
    /** So many mails at most are about to leave; the rest is not on the outbox yet. */
    private static final int LOT = 20;

    private static final Duration NEXT_LOT = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Deed GONE = new Deed.Needless("it is not public any more");

    private final FollowerPost post;
    private final Archive archive;
    private final Outbox outbox;
    private final InstantSource clock;
    private final SubscriberTable subscribers = new SubscriberTable();

    FollowerMails(FollowerPost post, Archive archive, Outbox outbox, InstantSource clock) {
        this.post = post;
        this.archive = archive;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Finds the next who have no mail yet, and notes that they have. */
    interface Lot {
        List<? extends Effect> next(Tx tx, int most);
    }

    /** Writes one mail to a subscriber, with the words by which they unsubscribe. */
    interface Writing {
        Answer to(Subscriber subscriber, String bye);
    }

    /** A lot at a time; whoever got theirs is noted together with it. */
    Deed spread(OutboxItem item, Predicate<Tx> isPublic, Lot lot) {
        if (!post.canMail()) {
            return new Deed.Needless("nobody can subscribe");
        }
        return archive.transact(tx -> {
            if (!isPublic.test(tx)) {
                return GONE;
            }
            if (Followers.underWay(tx) >= LOT) {
                return new Deed.Later(NEXT_LOT, "waits until others have their mail");
            }
            List<Effect> mails = List.copyOf(lot.next(tx, LOT));
            Followers.put(tx, outbox, item.incident(), mails);
            return mails.size() < LOT
                    ? Deed.done()
                    : new Deed.Later(NEXT_LOT, "the next subscribers follow");
        });
    }

    /** Mails what is public to somebody, unless they have unsubscribed or it is not any more. */
    Deed mail(OutboxItem item, long subscriber, Function<Tx, Optional<Writing>> read) {
        return send(item, tx -> stamped(tx, subscriber, read.apply(tx)), GONE);
    }

    private Optional<Supplier<Answer>> stamped(Tx tx, long subscriber, Optional<Writing> writing) {
        Optional<Subscriber> to = subscribers.find(tx, subscriber).filter(Subscriber::confirmed);
        if (to.isEmpty() || writing.isEmpty()) {
            return Optional.empty();
        }
        LinkToken bye = LinkToken.fresh();
        subscribers.letUnsubscribe(tx, subscriber, bye.hash());
        return Optional.of(() -> writing.get().to(to.get(), bye.words()));
    }

    /**
     * Sends one mail.
     *
     * @param read what to send, looked up just before; empty if there is no need to any more
     */
    Deed send(OutboxItem item, Function<Tx, Optional<Supplier<Answer>>> read, Deed needless) {
        if (item.doubtful()) {
            return notTwice();
        }
        Duration wait = post.mailTurn();
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        try {
            Optional<Supplier<Answer>> mail;
            try {
                mail = archive.transact(read);
            } catch (RuntimeException e) {
                return new Deed.Later(SOON, "the database did not answer");
            }
            return mail.map(m -> settled(item, m.get())).orElse(needless);
        } finally {
            post.mailDone();
        }
    }

    private Deed settled(OutboxItem item, Answer answer) {
        return switch (answer) {
            case Answer.Taken ignored -> Deed.done();
            case Answer.Refused(String why) -> new Deed.Needless(why);
            case Answer.Needless(String why) -> new Deed.Needless(why);
            case Answer.Lost ignored -> notTwice();
            case Answer.Later(Duration after, String why) ->
                    isHopeless(item)
                            ? new Deed.Needless("given up after a day: " + why)
                            : new Deed.Later(longer(after, backOff(item.attempts())), why);
        };
    }

    private static Deed notTwice() {
        return new Deed.Needless("nobody knows whether it was taken, and nobody gets it twice");
    }

    boolean isHopeless(OutboxItem item) {
        return clock.instant().isAfter(item.firstAttempt().plus(PATIENCE));
    }

    /** Slower than to those who respond: what cannot leave must not crowd the list. */
    private static Duration backOff(int attempts) {
        Duration wait = Duration.ofSeconds(2L << Math.min(Math.max(attempts - 1, 0), 9));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}

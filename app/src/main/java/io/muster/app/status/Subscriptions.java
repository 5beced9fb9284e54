package io.muster.app.status;

import io.muster.app.reach.MailSettings;
import io.muster.app.reach.ReachSettings;
import io.muster.core.statuspage.PublicPage;
import io.muster.db.Archive;
import io.muster.db.outbox.Followers;
import io.muster.db.outbox.Outbox;
import io.muster.db.status.SubscriberTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the public subscribes by mail and unsubscribes. It tells nobody whether an address is
 * known: what there is to say is said by mail, to that address.
 */
public final class Subscriptions {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** Whoever comes after so many is not kept: a page with more readers has a mailing list. */
    private static final int MOST = 50_000;

    private static final int LONGEST_ADDRESS = 254;
    private static final long BETWEEN_TIDYING = Duration.ofSeconds(5).toNanos();

    private final Archive archive;
    private final Outbox outbox;
    private final SubscriberTable table = new SubscriberTable();
    private final AtomicLong tidied = new AtomicLong(System.nanoTime() - BETWEEN_TIDYING);

    private Subscriptions(Archive archive, Outbox outbox) {
        this.archive = archive;
        this.outbox = outbox;
    }

    /** Open if the team file says where the links of mails lead, and mail can be sent. */
    public static Optional<Subscriptions> open(
            Archive archive, Outbox outbox, Optional<PublicPage> page, ReachSettings reach) {
        return areOpen(page, reach)
                ? Optional.of(new Subscriptions(archive, outbox))
                : Optional.empty();
    }

    /** Whether the public can subscribe. */
    public static boolean areOpen(Optional<PublicPage> page, ReachSettings reach) {
        return page.flatMap(PublicPage::subscribe).isPresent() && reach.mail().isPresent();
    }

    /** Takes an address; returns whether it is one. Whether it was known is not said. */
    public boolean ask(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_ADDRESS || !MailSettings.isAddress(address)) {
            return false;
        }
        archive.run(tx ->
                table.ask(tx, address, MOST)
                        .ifPresent(subscriber -> Followers.ask(tx, outbox, subscriber)));
        return true;
    }

    /** Whether this link can confirm. */
    public boolean canConfirm(LinkToken token) {
        return archive.snapshot(tx -> table.canConfirm(tx, token.hash()));
    }

    /** Confirms; returns whether the link is good. A second time does no harm. */
    public boolean confirm(LinkToken token) {
        return archive.transact(tx -> table.confirm(tx, token.hash()));
    }

    /** Forgets whoever got this link. */
    public void unsubscribe(LinkToken token) {
        archive.run(tx -> table.unsubscribe(tx, token.hash()));
    }

    /** The same work, after which those are forgotten who never confirmed. */
    public static Runnable tidied(Optional<Subscriptions> subscriptions, Runnable work) {
        return () -> {
            work.run();
            subscriptions.ifPresent(Subscriptions::tidy);
        };
    }

    /** Forgets who never confirmed. Called as often as one likes. */
    private void tidy() {
        long now = System.nanoTime();
        long last = tidied.get();
        if (now - last >= BETWEEN_TIDYING && tidied.compareAndSet(last, now)) {
            try {
                archive.run(table::tidy);
            } catch (RuntimeException e) {
                LOG.warn("Old subscriptions are still there: {}", e.getMessage());
            }
        }
    }
}

package io.muster.app.slack.outbound;

import io.muster.app.reach.FollowerPost;
import io.muster.core.notice.Effect.ToFollowers;
import io.muster.db.Tx;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.status.Maintenance;
import io.muster.db.status.MaintenanceMails;
import io.muster.db.status.MaintenanceTable;
import io.muster.db.time.DatabaseClock;

import java.util.Optional;

/**
 * Mails to those who follow the status page, about work that was announced or called off: what the
 * page's table says of it, as long as those are the words of the record and it is still to come.
 */
final class MaintenanceVoice {
    private final FollowerPost post;
    private final FollowerMails mails;
    private final MaintenanceTable works = new MaintenanceTable();
    private final MaintenanceMails written = new MaintenanceMails();

    MaintenanceVoice(FollowerPost post, FollowerMails mails) {
        this.post = post;
        this.mails = mails;
    }

    Deed spread(OutboxItem item, ToFollowers.SpreadMaintenance spread) {
        return mails.spread(
                item,
                tx -> find(tx, spread.work(), spread.hash()).isPresent(),
                (tx, most) ->
                        written.next(tx, spread.work(), spread.calledOff(), most).stream()
                                .map(subscriber ->
                                        new ToFollowers.MaintenanceLetter(
                                                subscriber,
                                                spread.work(),
                                                spread.calledOff(),
                                                spread.hash()))
                                .toList());
    }

    Deed mail(OutboxItem item, ToFollowers.MaintenanceLetter letter) {
        return mails.mail(
                item,
                letter.subscriber(),
                tx ->
                        find(tx, letter.work(), letter.hash())
                                .map(work ->
                                        (to, bye) -> post.mail(work, letter.calledOff(), to, bye)));
    }

    private Optional<Maintenance> find(Tx tx, long id, String hash) {
        return works.find(tx, id)
                .filter(work -> work.work().hash().equals(hash))
                .filter(work -> work.to().isAfter(DatabaseClock.now(tx)));
    }
}

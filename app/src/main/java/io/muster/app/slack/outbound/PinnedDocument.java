package io.muster.app.slack.outbound;

import io.muster.app.slack.block.Message;
import io.muster.core.incident.DocumentPlace;
import io.muster.core.incident.Room;
import io.muster.db.outbox.OutboxItem;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The document as a pinned message. */
final class PinnedDocument {
    /** What a message shows that is not pinned yet: nothing that could be current. */
    private static final String UNPINNED = "";

    private static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed");
    private static final Deed IS_GONE = new Deed.Hopeless("the message is gone");

    private final SlackCaller caller;
    private final MessagePoster poster;
    private final ChannelProvisioner provisioner;

    PinnedDocument(SlackCaller caller, MessagePoster poster, ChannelProvisioner provisioner) {
        this.caller = caller;
        this.poster = poster;
        this.provisioner = provisioner;
    }

    /**
     * Edits the message, or posts and pins one.
     *
     * @param remember takes where it stands before it is pinned, so that no second one is posted
     */
    Deed show(
            OutboxItem item,
            Room room,
            Optional<DocumentPlaces.Standing> standing,
            Message message,
            Consumer<DocumentPlaces.Standing> remember) {
        Deed deed = standing.map(s -> edit(item, s, message)).orElse(IS_GONE);
        if (!deed.equals(IS_GONE)) {
            boolean pinned = standing.filter(s -> s.shown().equals(UNPINNED)).isEmpty();
            return pinned || !(deed instanceof Deed.Done done) ? deed : pin(item, done);
        }
        Deed posted = poster.post(item, room.channel(), message);
        if (!(posted instanceof Deed.Done done)) {
            return posted;
        }
        remember.accept(
                new DocumentPlaces.Standing(
                        DocumentPlace.Form.MESSAGE,
                        done.channel().orElseThrow(),
                        done.ts().orElseThrow(),
                        UNPINNED));
        return pin(item, done);
    }

    /** Says where the document is now. If that fails, what stands there is old, and says when. */
    void move(OutboxItem item, DocumentPlaces.Standing standing, Message message) {
        Deed ignored =
                poster.edit(
                        item,
                        standing.channel(),
                        standing.id(),
                        message,
                        no -> SlackCaller.refused(item, no));
    }

    private Deed edit(OutboxItem item, DocumentPlaces.Standing standing, Message message) {
        Duration wait = caller.turn("document-message", standing.channel());
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        return poster.edit(
                item,
                standing.channel(),
                standing.id(),
                message,
                no -> GONE.contains(no.error()) ? IS_GONE : SlackCaller.refused(item, no));
    }

    /** A channel that takes no more pins keeps the document all the same. */
    private Deed pin(OutboxItem item, Deed.Done where) {
        Deed deed = provisioner.pin(item, where.channel().orElseThrow(), where.ts().orElseThrow());
        return deed instanceof Deed.Done || deed instanceof Deed.Hopeless ? where : deed;
    }
}

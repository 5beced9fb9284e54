package io.muster.db.outbox;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;

import java.util.Optional;

/**
 * Where an effect queues: order is kept within a lane, lanes run side by side.
 *
 * @param name the lane; what must follow one another shares it
 * @param weight which lane of an incident goes first when not all can: smaller is sooner
 * @param needs what must exist first
 * @param once the key under which a waiting effect stands for every equal one
 */
record Lane(String name, int weight, Optional<Need> needs, Optional<String> once) {
    /** What an effect may have to wait for. */
    enum Need {
        /** The incident's channel. */
        ROOM,
        /** The pinned card, which is to be the first message. */
        CARD
    }

    static Lane of(Effect effect, IncidentId incident) {
        long n = incident.number();
        return switch (effect) {
            case Effect.OpenRoom ignored -> new Lane("room/" + n, 0, none(), once("room/" + n));
            case Effect.Tell tell ->
                    new Lane("person/" + tell.person(), 0, none(), Optional.empty());
            case Effect.Bring ignored -> new Lane("people/" + n, 1, room(), Optional.empty());
            case Effect.Say ignored ->
                    new Lane("talk/" + n, 2, Optional.of(Need.CARD), Optional.empty());
            case Effect.Announce ignored ->
                    new Lane("announce-talk/" + n, 5, none(), Optional.empty());
            case Effect.Settle ignored -> new Lane("talk/" + n, 3, none(), Optional.empty());
            case Effect.FetchEvidence fetch ->
                    new Lane("evidence/" + n + "/" + fetch.exhibit(), 4, none(), Optional.empty());
            case Effect.DestroyEvidence destroy ->
                    new Lane(
                            "evidence/" + n + "/" + destroy.exhibit(), 6, none(), Optional.empty());
            // one mail must not wait for another, nor anything in the chat for either
            case Effect.Mail mail ->
                    new Lane("mail/" + n + "/" + mail.reach(), 1, none(), Optional.empty());
            case Effect.MailDigest digest ->
                    new Lane(
                            "mail/" + n + "/" + digest.orders().getFirst().reach(),
                            5,
                            none(),
                            Optional.empty());
            case Effect.Hook hook ->
                    new Lane("hook/" + n + "/" + hook.webhook(), 0, none(), Optional.empty());
            case Effect.ReadMessage read ->
                    new Lane(
                            "mark/" + n + "/" + read.spot().message(), 4, none(), Optional.empty());
            case Effect.Reply reply ->
                    new Lane(
                            "reply/" + n + "/" + reply.spot().message(),
                            3,
                            room(),
                            Optional.empty());
            // a slow ticket system must hold up nothing but itself
            case Effect.OpenTicket ignored -> tickets(n);
            case Effect.TellTicket ignored -> tickets(n);
            case Effect.MoveTicket ignored -> tickets(n);
            case Effect.Show show -> surface(show.surface(), n);
            case Effect.Export ignored -> new Lane("export/" + n, 6, none(), Optional.empty());
        };
    }

    private static Lane surface(Effect.Surface surface, long n) {
        return switch (surface) {
            case CARD -> new Lane("card/" + n, 1, room(), once("card/" + n));
            case PIN -> new Lane("pin/" + n, 2, Optional.of(Need.CARD), once("pin/" + n));
            case ANNOUNCEMENT -> new Lane("announce/" + n, 0, none(), once("announce/" + n));
            case TOPIC -> new Lane("topic/" + n, 4, room(), once("topic/" + n));
            case BOOKMARKS -> new Lane("bookmarks/" + n, 5, room(), once("bookmarks/" + n));
            case POST_MORTEM -> new Lane("post-mortem/" + n, 4, none(), once("post-mortem/" + n));
            // where it is a message, the card is to come before it
            case DOCUMENT ->
                    new Lane("document/" + n, 5, Optional.of(Need.CARD), once("document/" + n));
        };
    }

    private static Lane tickets(long n) {
        return new Lane("ticket/" + n, 5, none(), Optional.empty());
    }

    private static Optional<Need> none() {
        return Optional.empty();
    }

    private static Optional<Need> room() {
        return Optional.of(Need.ROOM);
    }

    private static Optional<String> once(String key) {
        return Optional.of(key);
    }
}

package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsJoinRequest;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.incident.RoomCommand;
import io.muster.core.incident.RoomLoss;
import io.muster.core.notice.Effect;
import io.muster.core.notice.InPerson;
import io.muster.db.Archive;
import io.muster.db.outbox.KeyedMessages;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxItem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens to work for a channel that was archived, deleted or closed to Muster. Slack tells of
 * most of it, and of what it does not tell the first refusal does: either way it goes into the
 * record, and what was refused is done again by what is true then.
 */
final class LostRooms {
    private static final Logger LOG = LoggerFactory.getLogger(LostRooms.class);

    /** How long it takes to open a channel, about. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** So often Muster comes back into a public channel for one message. */
    private static final int RETURNS = 3;

    private final SlackCaller caller;
    private final IncidentDesk desk;
    private final Archive archive;
    private final Outbox outbox;

    LostRooms(SlackCaller caller, IncidentDesk desk, Archive archive, Outbox outbox) {
        this.caller = caller;
        this.desk = desk;
        this.archive = archive;
        this.outbox = outbox;
    }

    /** Something was to be said in a channel, and there is none. */
    Deed sayElsewhere(OutboxItem item, Effect.Say say, IncidentView view) {
        Incident incident = view.incident();
        if (incident.dossier().whereabouts().awaited()) {
            return new Deed.Later(A_MOMENT, "a new channel is being opened");
        }
        if (incident.dossier().whereabouts().lost().isEmpty()) {
            return new Deed.Needless("there is no channel");
        }
        archive.run(tx -> {
            boolean told =
                    KeyedMessages.wereToldInPerson(tx, item.incident(), say.key(), say.notice());
            List<Effect> inPerson = told ? List.of() : InPerson.instead(say, incident);
            outbox.replace(tx, item, inPerson, view.policy().rank(incident.severity()));
        });
        return new Deed.Needless("there is no channel; it was said in person");
    }

    /** Whether what Slack refused means that the channel is lost; then it is recorded. */
    Deed judged(OutboxItem item, IncidentView view, Deed deed) {
        Optional<Room> room = view.incident().room();
        Optional<RoomLoss> loss = room.isPresent() ? loss(item.effect(), deed) : Optional.empty();
        if (loss.isEmpty()) {
            return deed;
        }
        if (loss.get() == RoomLoss.REMOVED && cameBack(item, view, room.get())) {
            return new Deed.Later(EffectRunner.SOON, "Muster had to come into the channel first");
        }
        Outcome outcome =
                desk.handle(
                        item.incident(),
                        new RoomCommand.RecordRoomLost(
                                room.get().channel(), loss.get(), Optional.empty()),
                        Knock.ofTheOutbox(item.id()));
        if (outcome instanceof Outcome.Refused) {
            LOG.debug("that {} lost its channel is known", item.incident());
        }
        return new Deed.Later(EffectRunner.SOON, "the channel is lost");
    }

    /**
     * Slack says so as well after a public channel was unarchived: the app is not in it any more,
     * and may come in. Where somebody removed Muster and Slack told of it, nothing is tried there.
     */
    private boolean cameBack(OutboxItem item, IncidentView view, Room room) {
        Incident incident = view.incident();
        if (incident.header().isPrivate()
                || incident.status().isOver()
                || item.attempts() > RETURNS) {
            return false;
        }
        ConversationsJoinRequest request =
                ConversationsJoinRequest.builder().channel(room.channel()).build();
        return !(caller.look("conversations.join", RequestFormBuilder.toForm(request))
                instanceof SlackAnswer.No);
    }

    private static Optional<RoomLoss> loss(Effect effect, Deed deed) {
        return deed instanceof Deed.Hopeless(String reason) && isForTheRoom(effect)
                ? switch (reason.split(" ", 2)[0]) {
                    case "is_archived", "is_inactive" -> Optional.of(RoomLoss.ARCHIVED);
                    case "channel_not_found" -> Optional.of(RoomLoss.OUT_OF_SIGHT);
                    case "not_in_channel" -> Optional.of(RoomLoss.REMOVED);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private static boolean isForTheRoom(Effect effect) {
        return switch (effect) {
            case Effect.Say ignored -> true;
            case Effect.Bring ignored -> true;
            case Effect.SharePicture ignored -> true;
            case Effect.Export export -> export.to().isEmpty();
            case Effect.Show show -> isInTheRoom(show.surface());
            case Effect.OpenRoom ignored -> false;
            case Effect.Tell ignored -> false;
            case Effect.Announce ignored -> false;
            case Effect.Settle ignored -> false;
            case Effect.SendCharts ignored -> false;
            case Effect.FetchEvidence ignored -> false;
            case Effect.DestroyEvidence ignored -> false;
            case Effect.SendReport ignored -> false;
            case Effect.Mail ignored -> false;
            case Effect.MailDigest ignored -> false;
            case Effect.Hook ignored -> false;
            case Effect.ToFollowers ignored -> false;
            case Effect.ReadMessage ignored -> false;
            case Effect.Reply ignored -> false;
            case Effect.OpenTicket ignored -> false;
            case Effect.TellTicket ignored -> false;
            case Effect.MoveTicket ignored -> false;
        };
    }

    private static boolean isInTheRoom(Effect.Surface surface) {
        return switch (surface) {
            case CARD, PIN, TOPIC, BOOKMARKS, DOCUMENT -> true;
            case ANNOUNCEMENT, POST_MORTEM, CALLS -> false;
        };
    }
}

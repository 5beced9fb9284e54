package io.muster.app.slack.outbound;

import io.muster.app.desk.Office;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Archive;
import io.muster.db.journal.Journal;
import io.muster.db.outbox.KeyedMessages;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SentMessage;
import io.muster.db.time.DatabaseClock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Effect to action: one switch. What is shown is what is true when it is shown. */
final class EffectRunner {
    /** After this it is looked again whether a message has come through. */
    static final Duration SOON = Duration.ofMillis(300);

    private final Archive archive;
    private final Journal journal;
    private final Office office;
    private final MessagePoster poster;
    private final ChannelProvisioner provisioner;
    private final SurfaceKeeper surfaces;
    private final DocumentSender documents;
    private final PictureSender pictures;
    private final EvidenceFetcher evidence;
    private final ProgramVoice program;
    private final ReachRunner reach;
    private final MarkReader marks;
    private final FollowersVoice followers;
    private final TicketRunner tickets;
    private final LostRooms lostRooms;
    private final OriginReply origins;

    EffectRunner(
            Archive archive,
            Journal journal,
            Office office,
            MessagePoster poster,
            ChannelProvisioner provisioner,
            SurfaceKeeper surfaces,
            DocumentSender documents,
            PictureSender pictures,
            EvidenceFetcher evidence,
            ProgramVoice program,
            ReachRunner reach,
            MarkReader marks,
            TicketRunner tickets,
            FollowersVoice followers,
            LostRooms lostRooms,
            OriginReply origins) {
        this.archive = archive;
        this.journal = journal;
        this.office = office;
        this.poster = poster;
        this.provisioner = provisioner;
        this.surfaces = surfaces;
        this.documents = documents;
        this.pictures = pictures;
        this.evidence = evidence;
        this.program = program;
        this.reach = reach;
        this.marks = marks;
        this.followers = followers;
        this.tickets = tickets;
        this.lostRooms = lostRooms;
        this.origins = origins;
    }

    Deed run(OutboxItem item) {
        if (item.effect() instanceof Effect.ToFollowers told) {
            return followers.run(item, told);
        }
        if (item.incident().equals(IncidentId.PROGRAM)) {
            return program.run(item);
        }
        IncidentView view = view(item);
        return lostRooms.judged(item, view, run(item, view));
    }

    private Deed run(OutboxItem item, IncidentView view) {
        return switch (item.effect()) {
            case Effect.OpenRoom ignored -> provisioner.open(item, view.incident());
            case Effect.Bring bring ->
                    inRoom(
                            view,
                            (channel, v) ->
                                    provisioner.bring(
                                            item,
                                            v.incident().room().orElseThrow(),
                                            bring.people()));
            case Effect.Show show -> surfaces.show(item, show.surface(), view);
            case Effect.Say say ->
                    view.incident()
                            .room()
                            .map(room ->
                                    poster.post(
                                            item,
                                            room.channel(),
                                            NoticeBlocks.of(say.notice(), view)))
                            .orElseGet(() -> lostRooms.sayElsewhere(item, say, view));
            case Effect.Tell tell -> reach.tell(item, tell, view, poster);
            case Effect.Announce announce ->
                    surfaces.announce(item, NoticeBlocks.of(announce.notice(), view));
            case Effect.Settle settle -> settle(item, settle, view);
            case Effect.SharePicture ignored -> pictures.course(item, view.incident());
            case Effect.SendCharts charts -> pictures.charts(item, charts);
            case Effect.Export export -> documents.send(item, export, view.incident());
            case Effect.FetchEvidence fetch ->
                    evidence.fetch(item, fetch.exhibit(), view.incident());
            case Effect.DestroyEvidence destroy -> evidence.destroy(destroy.path());
            case Effect.SendReport ignored ->
                    new Deed.Hopeless("a report belongs to the program, not to an incident");
            case Effect.Mail mail -> reach.mail(item, mail, view);
            case Effect.MailDigest digest -> reach.digest(item, digest);
            case Effect.Hook hook -> reach.call(item, hook, view);
            case Effect.ToFollowers told -> followers.run(item, told);
            case Effect.ReadMessage read -> marks.read(item, read.spot(), view.incident());
            case Effect.Reply reply -> origins.say(item, reply, view);
            case Effect.OpenTicket open -> tickets.open(item, open, view);
            case Effect.TellTicket tell -> tickets.tell(item, tell, view);
            case Effect.MoveTicket move -> tickets.move(item, move, view);
        };
    }

    private Deed inRoom(IncidentView view, BiFunction<String, IncidentView, Deed> act) {
        return view.incident()
                .room()
                .map(room -> act.apply(room.channel(), view))
                .orElseGet(() -> new Deed.Needless("there is no channel"));
    }

    /** What asked for this has its answer: said under each message, and its buttons taken away. */
    private Deed settle(OutboxItem item, Effect.Settle settle, IncidentView view) {
        Optional<List<SentMessage>> messages = standing(archive, item, settle.key());
        if (messages.isEmpty()) {
            return new Deed.Later(SOON, "what it settles is on its way");
        }
        for (SentMessage sent : messages.get()) {
            Deed deed = settle(item, sent, settle.outcome(), view);
            if (!(deed instanceof Deed.Done) && !(deed instanceof Deed.Hopeless)) {
                return deed;
            }
        }
        return Deed.done();
    }

    /** The messages that stand there by now; empty while one of them is still on its way. */
    static Optional<List<SentMessage>> sent(Archive archive, OutboxItem item, MessageKey key) {
        return archive.transact(tx ->
                KeyedMessages.areOnTheirWay(tx, item.incident(), key, item.id())
                        ? Optional.empty()
                        : Optional.of(KeyedMessages.standing(tx, item.incident(), key, item.id())));
    }

    /** The messages that wait for this answer; empty while one of them is still on its way. */
    static Optional<List<SentMessage>> standing(Archive archive, OutboxItem item, MessageKey key) {
        return archive.transact(tx -> {
            KeyedMessages.skipWaiting(tx, item.incident(), key, item.id());
            return KeyedMessages.areOnTheirWay(tx, item.incident(), key, item.id())
                    ? Optional.empty()
                    : Optional.of(KeyedMessages.standing(tx, item.incident(), key, item.id()));
        });
    }

    private Deed settle(OutboxItem item, SentMessage sent, Phrase outcome, IncidentView view) {
        Message message = NoticeBlocks.of(notice(sent.effect()), view, Optional.of(outcome));
        return poster.edit(
                item, sent.channel(), sent.ts(), message, no -> SlackCaller.refused(item, no));
    }

    static Notice notice(Effect effect) {
        return switch (effect) {
            case Effect.Say say -> say.notice();
            case Effect.Tell tell -> tell.notice();
            case Effect.Announce announce -> announce.notice();
            case Effect.Reply reply -> reply.notice();
            case Effect.ReadMessage ignored -> throw notAMessage(effect);
            case Effect.OpenRoom ignored -> throw notAMessage(effect);
            case Effect.Bring ignored -> throw notAMessage(effect);
            case Effect.Show ignored -> throw notAMessage(effect);
            case Effect.Settle ignored -> throw notAMessage(effect);
            case Effect.Export ignored -> throw notAMessage(effect);
            case Effect.SharePicture ignored -> throw notAMessage(effect);
            case Effect.SendCharts ignored -> throw notAMessage(effect);
            case Effect.FetchEvidence ignored -> throw notAMessage(effect);
            case Effect.DestroyEvidence ignored -> throw notAMessage(effect);
            case Effect.SendReport ignored -> throw notAMessage(effect);
            case Effect.Mail ignored -> throw notAMessage(effect);
            case Effect.MailDigest ignored -> throw notAMessage(effect);
            case Effect.Hook ignored -> throw notAMessage(effect);
            case Effect.ToFollowers ignored -> throw notAMessage(effect);
            case Effect.OpenTicket ignored -> throw notAMessage(effect);
            case Effect.TellTicket ignored -> throw notAMessage(effect);
            case Effect.MoveTicket ignored -> throw notAMessage(effect);
        };
    }

    private static IllegalStateException notAMessage(Effect effect) {
        return new IllegalStateException("not a message: " + effect);
    }

    private IncidentView view(OutboxItem item) {
        return archive.transact(tx -> {
            Incident incident = journal.read(tx, item.incident()).orElseThrow();
            return new IncidentView(incident, office.policyOf(incident), DatabaseClock.now(tx));
        });
    }
}

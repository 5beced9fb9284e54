package io.muster.app.slack.outbound;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Office;
import io.muster.app.desk.ProgramDesk;
import io.muster.app.evidence.EvidenceVault;
import io.muster.app.reach.Reaching;
import io.muster.app.ticket.TicketOffice;
import io.muster.db.Archive;
import io.muster.db.journal.Journal;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.SlackMemory;
import io.muster.db.room.RoomTable;

import java.time.InstantSource;

/** Wires what speaks to Slack; the only way into this package's machinery from outside. */
public final class SlackOutbound {
    private SlackOutbound() {}

    /** Where and how to speak. */
    public record Voice(
            SlackClient client,
            SlackIdentity identity,
            String announceChannel,
            Pace pace,
            Wake wake,
            Reaching reaching,
            TicketOffice tickets) {}

    /** Starts carrying out what is on the outbox. */
    public static OutboxDispatcher start(
            Voice voice,
            Archive archive,
            Journal journal,
            Outbox outbox,
            Office office,
            IncidentDesk desk,
            EvidenceVault vault,
            ProgramDesk program) {
        SlackMemory memory = new SlackMemory();
        InstantSource clock = InstantSource.system();
        SlackCaller caller = new SlackCaller(voice.client(), archive, memory, clock, voice.pace());
        MessagePoster poster =
                new MessagePoster(
                        caller, archive.transact(memory::installation), voice.pace(), clock);
        ChannelProvisioner provisioner =
                new ChannelProvisioner(caller, voice.identity(), desk, archive, new RoomTable());
        PeopleNames names = new PeopleNames(caller, archive, memory);
        DocumentSource source = new DocumentSource(archive, journal, office, names);
        DocumentKeeper document =
                new DocumentKeeper(
                        source,
                        new CanvasTab(caller, archive, memory, clock),
                        new PinnedDocument(caller, poster, provisioner),
                        new DocumentPlaces(archive, desk, voice.identity()));
        SurfaceKeeper surfaces =
                new SurfaceKeeper(
                        poster,
                        provisioner,
                        new AnnounceChannel(caller, archive, memory, voice.announceChannel()),
                        document,
                        voice.identity(),
                        archive);
        FileSharer files = new FileSharer(caller, voice.client(), poster);
        PictureSender pictures = new PictureSender(files, poster, archive, journal, office, names);
        EffectRunner runner =
                new EffectRunner(
                        archive,
                        journal,
                        office,
                        poster,
                        provisioner,
                        surfaces,
                        new DocumentSender(files, source),
                        pictures,
                        new EvidenceFetcher(caller, voice.client().files(), vault, desk),
                        new ProgramVoice(
                                archive,
                                program,
                                poster,
                                surfaces,
                                new ReportSender(files, archive, office, names),
                                pictures),
                        new ReachRunner(voice.reaching(), archive, journal, desk, clock),
                        new MarkReader(caller, desk),
                        new TicketRunner(voice.tickets(), desk, voice.pace(), clock),
                        new FollowersVoice(voice.reaching().followers(), archive, outbox, clock),
                        new LostRooms(caller, desk, archive, outbox),
                        new OriginReply(caller, poster));
        return new OutboxDispatcher(archive, outbox, runner, voice.wake());
    }
}

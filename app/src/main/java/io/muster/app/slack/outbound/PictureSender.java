package io.muster.app.slack.outbound;

import io.muster.app.desk.Office;
import io.muster.app.picture.Lettering;
import io.muster.app.picture.MonthsDrawing;
import io.muster.app.picture.TimelineDrawing;
import io.muster.app.report.OpenFigures;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.picture.PictureMessages;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.core.picture.MonthsPicture;
import io.muster.core.picture.MonthsWords;
import io.muster.core.picture.TimelinePicture;
import io.muster.core.picture.TimelineWords;
import io.muster.db.Archive;
import io.muster.db.journal.Journal;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.time.DatabaseClock;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Draws and shares: the course of an incident into its channel, the figures of some months to
 * whoever asked. Where nothing can be drawn, the words that go with a picture go alone.
 */
final class PictureSender {
    private final FileSharer files;
    private final MessagePoster poster;
    private final Archive archive;
    private final Journal journal;
    private final Office office;
    private final PeopleNames names;

    PictureSender(
            FileSharer files,
            MessagePoster poster,
            Archive archive,
            Journal journal,
            Office office,
            PeopleNames names) {
        this.files = files;
        this.poster = poster;
        this.archive = archive;
        this.journal = journal;
        this.office = office;
        this.names = names;
    }

    /** The course of this incident. */
    Deed course(OutboxItem item, Incident incident) {
        return incident.room()
                .map(Room::channel)
                .map(channel -> course(item, channel, incident))
                .orElseGet(() -> new Deed.Needless("there is no channel"));
    }

    private Deed course(OutboxItem item, String channel, Incident incident) {
        String name = incident.id() + "-timeline-" + item.id() + ".png";
        TimelinePicture picture =
                archive.transact(tx ->
                        TimelinePicture.of(
                                incident,
                                office.policyOf(incident),
                                journal.story(tx, incident.id()),
                                DatabaseClock.now(tx)));
        TimelineWords words = new TimelineWords(picture);
        String comment = PictureMessages.course(words);
        return Lettering.any()
                .map(letters ->
                        files.share(
                                item,
                                channel,
                                name,
                                () ->
                                        new Parcel(
                                                new SharedFile(
                                                        name,
                                                        incident.id() + " timeline",
                                                        words.alt(),
                                                        new TimelineDrawing(
                                                                        letters,
                                                                        picture,
                                                                        names.of(picture.people()))
                                                                .png()),
                                                comment)))
                .orElseGet(() -> poster.post(item, channel, Message.of(comment)));
    }

    /** The figures of these months. */
    Deed charts(OutboxItem item, Effect.SendCharts send) {
        return files.with(item, send.to(), channel -> charts(item, channel, send));
    }

    private Deed charts(OutboxItem item, String channel, Effect.SendCharts send) {
        YearMonth month = YearMonth.from(send.month().atOffset(ZoneOffset.UTC));
        MonthsPicture picture =
                MonthsPicture.of(
                        month,
                        archive.snapshot(tx ->
                                OpenFigures.read(
                                        tx, office::policy, MonthsPicture.first(month), month)));
        Optional<Lettering> lettering = Lettering.any();
        if (picture.isEmpty() || lettering.isEmpty()) {
            return poster.post(item, channel, Message.of(PictureMessages.charts(picture)));
        }
        String name = "response-" + month + "-" + item.id() + ".png";
        return files.share(
                item,
                channel,
                name,
                () ->
                        new Parcel(
                                new SharedFile(
                                        name,
                                        "How the response went in " + picture.newest().name(),
                                        new MonthsWords(picture).alt(),
                                        new MonthsDrawing(lettering.get(), picture).png()),
                                PictureMessages.charts(picture)));
    }
}

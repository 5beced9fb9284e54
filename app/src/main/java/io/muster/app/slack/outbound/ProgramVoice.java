package io.muster.app.slack.outbound;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.program.PlanNotices;
import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SentMessage;

import java.util.List;
import java.util.Optional;

/** What the program has to say, which has no channel of its own: to all, and to whoever owes it. */
final class ProgramVoice {
    private final Archive archive;
    private final ProgramDesk program;
    private final MessagePoster poster;
    private final SurfaceKeeper surfaces;
    private final ReportSender reports;
    private final PictureSender pictures;

    ProgramVoice(
            Archive archive,
            ProgramDesk program,
            MessagePoster poster,
            SurfaceKeeper surfaces,
            ReportSender reports,
            PictureSender pictures) {
        this.archive = archive;
        this.program = program;
        this.poster = poster;
        this.surfaces = surfaces;
        this.reports = reports;
        this.pictures = pictures;
    }

    Deed run(OutboxItem item) {
        return switch (item.effect()) {
            case Effect.Announce say ->
                    surfaces.announce(item, PlanNotices.of(say.notice(), program.seen()));
            case Effect.Tell tell ->
                    poster.post(
                            item,
                            tell.person().value(),
                            PlanNotices.of(tell.notice(), program.seen()));
            case Effect.Settle settle -> settle(item, settle.key(), settle.outcome());
            case Effect.SendReport send -> reports.send(item, send);
            case Effect.SendCharts charts -> pictures.charts(item, charts);
            default -> new Deed.Hopeless("the program has neither a channel nor a card");
        };
    }

    private Deed settle(OutboxItem item, MessageKey key, Phrase outcome) {
        Optional<List<SentMessage>> messages = EffectRunner.standing(archive, item, key);
        if (messages.isEmpty()) {
            return new Deed.Later(EffectRunner.SOON, "what it settles is on its way");
        }
        for (SentMessage sent : messages.get()) {
            Message message =
                    PlanNotices.of(
                            EffectRunner.notice(sent.effect()),
                            program.seen(),
                            Optional.of(outcome));
            Deed deed =
                    poster.edit(
                            item,
                            sent.channel(),
                            sent.ts(),
                            message,
                            no -> SlackCaller.refused(item, no));
            if (!(deed instanceof Deed.Done) && !(deed instanceof Deed.Hopeless)) {
                return deed;
            }
        }
        return Deed.done();
    }
}

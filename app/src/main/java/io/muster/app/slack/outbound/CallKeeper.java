package io.muster.app.slack.outbound;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.core.Phrase;
import io.muster.core.incident.Status;
import io.muster.core.notice.MessageKey;
import io.muster.core.policy.Milestone;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SentMessage;

import java.util.List;
import java.util.Optional;

/** Calls go out before there is a channel; once there is one, they say where to go. */
final class CallKeeper {
    private final Archive archive;
    private final MessagePoster poster;

    CallKeeper(Archive archive, MessagePoster poster) {
        this.archive = archive;
        this.poster = poster;
    }

    Deed show(OutboxItem item, IncidentView view) {
        Optional<List<SentMessage>> calls = EffectRunner.sent(archive, item, MessageKey.PAGES);
        if (calls.isEmpty()) {
            return new Deed.Later(EffectRunner.SOON, "a call is on its way");
        }
        for (SentMessage call : calls.get()) {
            Deed deed = show(item, call, view);
            if (!(deed instanceof Deed.Done) && !(deed instanceof Deed.Hopeless)) {
                return deed;
            }
        }
        return Deed.done();
    }

    private Deed show(OutboxItem item, SentMessage call, IncidentView view) {
        Message message = NoticeBlocks.of(EffectRunner.notice(call.effect()), view, outcome(view));
        return poster.edit(
                item, call.channel(), call.ts(), message, no -> SlackCaller.refused(item, no));
    }

    /** What was answered by now stays answered. */
    private static Optional<Phrase> outcome(IncidentView view) {
        if (view.incident().status() == Status.REPORTED) {
            return Optional.empty();
        }
        Phrase what =
                Phrase.of(
                        view.incident().status() == Status.DISMISSED
                                ? "Dismissed"
                                : "Acknowledged");
        return Optional.of(
                view.incident()
                        .milestones()
                        .by(Milestone.ACKNOWLEDGED)
                        .flatMap(actor -> actor.person())
                        .map(person -> what.say(" by ").who(person))
                        .orElse(what));
    }
}

package io.muster.core.incident;

import io.muster.core.talk.Handover;
import io.muster.core.talk.Mark;
import io.muster.core.talk.Talk;

import java.util.Optional;

/** What people did around the incident, after it. */
final class TalkFold {
    private TalkFold() {}

    static Talk after(Talk before, TalkEvent event, Happened happened) {
        return switch (event) {
            case TalkEvent.MessageMarked e ->
                    before.with(
                            new Mark(
                                    e.spot(),
                                    e.said(),
                                    happened.by().person(),
                                    e.quoted(),
                                    Optional.empty()));
            case TalkEvent.MessageRead e ->
                    before.find(e.spot())
                            .map(mark -> before.replacing(mark.read(e.quoted())))
                            .orElse(before);
            case TalkEvent.MessageUnreadable ignored -> before;
            case TalkEvent.MessageWithdrawn e ->
                    before.find(e.spot())
                            .map(mark -> before.replacing(mark.withdrawn(happened.at())))
                            .orElse(before);
            case TalkEvent.IncidentFollowed e -> before.followedBy(e.person());
            case TalkEvent.IncidentUnfollowed e -> before.leftBy(e.person());
            case TalkEvent.HandoverOffered e ->
                    before.with(Optional.of(new Handover(e.from(), e.to())));
            case TalkEvent.HandoverTaken ignored -> before.with(Optional.<Handover>empty());
            case TalkEvent.HandoverEnded ignored -> before.with(Optional.<Handover>empty());
        };
    }
}

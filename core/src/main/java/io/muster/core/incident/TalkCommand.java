package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.Act;
import io.muster.core.talk.Quoted;
import io.muster.core.talk.Spot;

import java.time.Instant;
import java.util.Optional;

/** Something that people ask for around the incident in the chat. */
public sealed interface TalkCommand extends DossierCommand {
    /**
     * This message belongs into the timeline.
     *
     * @param quoted what it says, if whoever asks has seen it
     * @param origin the incident was declared from it
     */
    record MarkMessage(Spot spot, Instant said, Optional<Quoted> quoted, boolean origin)
            implements TalkCommand {}

    /** Muster read a message of the timeline. */
    record RecordRead(Spot spot, Quoted quoted) implements TalkCommand {}

    /** Muster could not read a message of the timeline. */
    record RecordUnreadable(Spot spot, String reason) implements TalkCommand {}

    /** This message does not belong into the timeline after all. */
    record WithdrawMessage(Spot spot) implements TalkCommand {}

    /** I want to hear of it. */
    record Follow() implements TalkCommand {}

    /** I no longer want to hear of it. */
    record Unfollow() implements TalkCommand {}

    /** I hand the command over to this person, as soon as they take it. */
    record OfferCommand(PersonId to, FreeText word) implements TalkCommand {}

    /** I take the command that was offered to me. */
    record TakeCommand() implements TalkCommand {}

    /** I cannot take the command that was offered to me. */
    record DeclineCommand() implements TalkCommand {}

    @Override
    default Optional<Act> act() {
        return switch (this) {
            case MarkMessage ignored -> Optional.of(Act.NOTE);
            case WithdrawMessage ignored -> Optional.of(Act.NOTE);
            case RecordRead ignored -> Optional.empty();
            case RecordUnreadable ignored -> Optional.empty();
            case Follow ignored -> Optional.empty();
            case Unfollow ignored -> Optional.empty();
            case OfferCommand ignored -> Optional.empty(); // the rule asks who commands
            case TakeCommand ignored -> Optional.empty();
            case DeclineCommand ignored -> Optional.empty();
        };
    }
}

package io.muster.core.talk;

import io.muster.core.PersonId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What people did around an incident in the chat.
 *
 * @param marks in the order in which they were put into the timeline, withdrawn ones included
 * @param followers who hears of it although they need not be in its channel
 * @param handover command that is offered and not yet taken
 */
public record Talk(List<Mark> marks, Set<PersonId> followers, Optional<Handover> handover) {
    /** Nothing yet. */
    public static final Talk NONE = new Talk(List.of(), Set.of(), Optional.empty());

    public Talk {
        marks = List.copyOf(marks);
        followers = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(followers));
        Objects.requireNonNull(handover);
    }

    /** The newest mark on this message, withdrawn or not. */
    public Optional<Mark> find(Spot spot) {
        return marks.reversed().stream().filter(mark -> mark.spot().same(spot)).findFirst();
    }

    /** The mark on this message, if it is in the timeline. */
    public Optional<Mark> standing(Spot spot) {
        return find(spot).filter(Mark::stands);
    }

    /** With a message put into the timeline. */
    public Talk with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Talk(more, followers, handover);
    }

    /** With the newest mark on the same message replaced. */
    public Talk replacing(Mark changed) {
        Optional<Mark> before = find(changed.spot());
        return new Talk(
                marks.stream()
                        .map(mark -> before.filter(mark::equals).isPresent() ? changed : mark)
                        .toList(),
                followers,
                handover);
    }

    /** With one more who follows it. */
    public Talk followedBy(PersonId person) {
        Set<PersonId> more = new LinkedHashSet<>(followers);
        more.add(person);
        return new Talk(marks, more, handover);
    }

    /** With one fewer who follows it. */
    public Talk leftBy(PersonId person) {
        Set<PersonId> fewer = new LinkedHashSet<>(followers);
        fewer.remove(person);
        return new Talk(marks, fewer, handover);
    }

    /** With this offer of command, or none. */
    public Talk with(Optional<Handover> offer) {
        return new Talk(marks, followers, offer);
    }
}

package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom the organisation owes word outside: by law, and by what it promised.
 *
 * @param laws the laws that are enabled
 * @param duties every duty of those laws and of the policy itself; one that follows another comes
 *     after it
 * @param ask of which incidents the open questions are asked unasked; a yes counts in all of them
 * @param owner who owes what names no owner, and answers the questions
 * @param reaches which notices are word to which audience of the escalation matrix
 */
public record Notifications(
        List<Law> laws,
        List<NotificationRule> duties,
        Scope ask,
        RoleName owner,
        List<NoticeReach> reaches) {
    /** Nothing is owed. */
    public static final Notifications NONE =
            new Notifications(List.of(), List.of(), Scope.ALL, Role.COMMANDER, List.of());

    public Notifications {
        laws = List.copyOf(laws);
        duties = List.copyOf(duties);
        reaches = List.copyOf(reaches);
        Objects.requireNonNull(ask);
        Objects.requireNonNull(owner);
    }

    /** The duty of this name. */
    public Optional<NotificationRule> duty(DutyName name) {
        return duties.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The law that this duty comes from, if it comes from one. */
    public Optional<Law> lawOf(NotificationRule duty) {
        return duty.law().flatMap(id -> laws.stream().filter(l -> l.id().equals(id)).findFirst());
    }
}

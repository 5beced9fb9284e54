package io.muster.core.action;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The action items of one incident. They outlive it: it may be closed while they are open.
 *
 * @param all in the order in which they were added
 */
public record Actions(List<ActionItem> all) {
    /** Nothing yet. */
    public static final Actions NONE = new Actions(List.of());

    public Actions {
        all = List.copyOf(all);
    }

    /** The one with this number. */
    public Optional<ActionItem> find(int number) {
        return all.stream().filter(a -> a.number() == number).findFirst();
    }

    /** Those that are to be done, the next due first. */
    public List<ActionItem> open() {
        return all.stream()
                .filter(ActionItem::isOpen)
                .sorted(Comparator.comparing(ActionItem::due))
                .toList();
    }

    /** How many of them have passed their day. */
    public long overdue(Instant now) {
        return all.stream().filter(a -> a.overdue(now)).count();
    }

    /** The number that the next one gets. */
    public int next() {
        return all.stream().mapToInt(ActionItem::number).max().orElse(0) + 1;
    }

    /** The owner whom a ladder means by this, if it means one. */
    public Optional<PersonId> ownerCalled(RoleName role) {
        return all.stream()
                .filter(a -> a.ownersRole().equals(role))
                .map(ActionItem::owner)
                .findFirst();
    }

    /** With one more. */
    public Actions with(ActionItem added) {
        List<ActionItem> more = new ArrayList<>(all);
        more.removeIf(a -> a.number() == added.number());
        more.add(added);
        return new Actions(more);
    }

    /** With this one given to another person. */
    public Actions handedOver(int number, PersonId to) {
        return changed(number, a -> a.ownedBy(to));
    }

    /** With this one due on another day. */
    public Actions rescheduled(int number, Instant to, String day) {
        return changed(number, a -> a.due(to, day));
    }

    /** With this one in other words. */
    public Actions described(
            int number, FreeText text, ActionKind kind, FreeText verification, FreeText ticket) {
        return changed(number, a -> a.described(text, kind, verification, ticket));
    }

    /** With this as the ticket of one of them. */
    public Actions ticketed(int number, FreeText link) {
        return changed(number, a -> a.described(a.text(), a.kind(), a.verification(), link));
    }

    /** With this one at another state. */
    public Actions moved(int number, ActionItem.State to, FreeText why, Optional<Actor> doneBy) {
        return changed(number, a -> a.at(to, why, doneBy));
    }

    private Actions changed(int number, UnaryOperator<ActionItem> change) {
        return new Actions(
                all.stream().map(a -> a.number() == number ? change.apply(a) : a).toList());
    }
}

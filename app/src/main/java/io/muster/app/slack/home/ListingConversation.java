package io.muster.app.slack.home;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Ways;
import io.muster.core.PersonId;

import java.util.Optional;
import java.util.stream.Stream;

/** The rest of a list that the Home shows the beginning of. */
public final class ListingConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public ListingConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.button(ListingBlocks.ALL, this::showAll);
    }

    private Answer showAll(Pressed pressed) {
        Optional<Listing.Sort> sort =
                pressed.value().stream()
                        .flatMap(value ->
                                Stream.of(Listing.Sort.values())
                                        .filter(one -> one.name().equals(value)))
                        .findFirst();
        sort.ifPresent(which ->
                pressed.from()
                        .trigger()
                        .ifPresent(trigger ->
                                modals.open(
                                        trigger,
                                        ListingBlocks.sheet(listing(which, pressed.by())))));
        return Answer.silence();
    }

    private Listing listing(Listing.Sort sort, PersonId reader) {
        return switch (sort) {
            case MINE -> MyTasks.listing(reception, reader, reception.openInFull(reader));
            case APPROVALS -> MyApprovals.listing(reception, reader);
            case CLOCKS -> RunningClocks.listing(reception.openInFull(reader));
            case OPEN -> OpenIncidents.listing(reception.openInFull(reader));
            case ACTIONS -> MyActions.mine(reception.records().actions().of(reader));
            case OVERDUE -> MyActions.overdue(reception.records().actions().of(reader));
            case REVIEWS -> MyReviews.listing(reception, reader);
        };
    }
}

package io.muster.app.slack.outbound;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.ticket.Reply;
import io.muster.app.ticket.Sheet;
import io.muster.app.ticket.TicketOffice;
import io.muster.app.ticket.Tracker;
import io.muster.core.incident.TicketCommand;
import io.muster.core.notice.Effect;
import io.muster.core.ticket.Order;
import io.muster.db.outbox.OutboxItem;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Opens and follows tickets from the outbox. Where an answer was lost, the other side is looked at
 * before anything is sent again, so that no ticket stands there twice. What was opened goes into
 * the record before the row is settled: if Muster dies between the two, it is found again.
 */
final class TicketRunner {
    /** After this somebody has to do it by hand. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    /** Lists over there lag: this often as long as a message may take to show up in Slack. */
    private static final int SLOWER_THAN_SLACK = 3;

    private static final Duration BUSY = Duration.ofMillis(300);

    private final TicketOffice office;
    private final IncidentDesk desk;
    private final Pace pace;
    private final InstantSource clock;

    TicketRunner(TicketOffice office, IncidentDesk desk, Pace pace, InstantSource clock) {
        this.office = office;
        this.desk = desk;
        this.pace = pace;
        this.clock = clock;
    }

    Deed open(OutboxItem item, Effect.OpenTicket open, IncidentView view) {
        Optional<Order> order =
                view.incident().dossier().tickets().order(open.action()).filter(Order::isPending);
        Optional<Sheet> sheet = order.flatMap(o -> office.sheet(o, view.incident(), view.policy()));
        if (order.isEmpty() || sheet.isEmpty()) {
            return new Deed.Needless("nobody waits for this ticket");
        }
        Function<String, TicketCommand> failed =
                why -> new TicketCommand.RecordTicketRefused(open.action(), why);
        return turn(
                item,
                failed,
                tracker -> {
                    boolean look = item.doubtful() || order.get().times() > 1;
                    Reply known = look ? tracker.find(sheet.get()) : new Reply.Absent();
                    if (known instanceof Reply.Absent && isTooEarly(item)) {
                        return stillLooking();
                    }
                    Reply reply = known instanceof Reply.Absent ? tracker.open(sheet.get()) : known;
                    return settle(item, reply, failed, opened(item, open.action()));
                });
    }

    private Function<Reply.Opened, Deed> opened(OutboxItem item, int action) {
        return ticket -> {
            record(item, new TicketCommand.RecordTicketOpened(action, ticket.key(), ticket.url()));
            return Deed.done();
        };
    }

    Deed tell(OutboxItem item, Effect.TellTicket tell, IncidentView view) {
        String mark = office.mark(item.id());
        return follow(
                item,
                tell.action(),
                view,
                (tracker, key) -> {
                    Reply known =
                            item.doubtful()
                                    ? tracker.told(key, mark, item.firstAttempt())
                                    : new Reply.Absent();
                    if (known instanceof Reply.Absent && isTooEarly(item)) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            known instanceof Reply.Absent
                                    ? tracker.tell(key, tell.words(), mark)
                                    : known);
                });
    }

    Deed move(OutboxItem item, Effect.MoveTicket move, IncidentView view) {
        String mark = office.mark(item.id());
        return follow(
                item,
                move.action(),
                view,
                (tracker, key) ->
                        Optional.of(tracker.move(key, move.step(), mark, item.doubtful())));
    }

    /**
     * Does something with a ticket that is open; empty: it is too early to say what became of it.
     */
    private Deed follow(
            OutboxItem item,
            int action,
            IncidentView view,
            BiFunction<Tracker, String, Optional<Reply>> act) {
        Optional<String> key =
                view.incident()
                        .dossier()
                        .tickets()
                        .order(action)
                        .filter(Order::isOpened)
                        .map(Order::key);
        if (key.isEmpty()) {
            return new Deed.Needless("no ticket was opened");
        }
        Function<String, TicketCommand> failed =
                why -> new TicketCommand.RecordTicketNotUpdated(action, why);
        return turn(
                item,
                failed,
                tracker ->
                        act.apply(tracker, key.get())
                                .map(reply -> settle(item, reply, failed, t -> Deed.done()))
                                .orElseGet(this::stillLooking));
    }

    private Deed turn(
            OutboxItem item, Function<String, TicketCommand> failed, Function<Tracker, Deed> act) {
        Optional<Tracker> tracker = office.tracker();
        if (tracker.isEmpty()) {
            return giveUp(item, "Muster is no longer connected to the ticket system", failed);
        }
        if (!office.enter()) {
            return new Deed.TooSoon(BUSY);
        }
        try {
            return act.apply(tracker.get());
        } finally {
            office.leave();
        }
    }

    private Deed settle(
            OutboxItem item,
            Reply reply,
            Function<String, TicketCommand> failed,
            Function<Reply.Opened, Deed> opened) {
        return switch (reply) {
            case Reply.Opened ticket -> opened.apply(ticket);
            case Reply.Done ignored -> Deed.done();
            case Reply.Absent ignored -> stillLooking();
            case Reply.Refused(String why) -> giveUp(item, why, failed);
            case Reply.Later(Duration after, String why) ->
                    isHopeless(item)
                            ? giveUp(item, "given up after a day: " + why, failed)
                            : item.doubtful()
                                    ? new Deed.Doubtful(longer(after, item), why, false)
                                    : new Deed.Later(longer(after, item), why);
            case Reply.Lost(String why) ->
                    isHopeless(item)
                            ? giveUp(item, "given up after a day: " + why, failed)
                            : new Deed.Doubtful(Pace.backOff(item.attempts()), why, true);
        };
    }

    private Deed giveUp(OutboxItem item, String why, Function<String, TicketCommand> failed) {
        record(item, failed.apply(why));
        return new Deed.Hopeless(why);
    }

    /** A refusal says that it is in the record already. */
    private void record(OutboxItem item, TicketCommand command) {
        desk.handle(item.incident(), command, Knock.ofTheOutbox(item.id()));
    }

    private boolean isTooEarly(OutboxItem item) {
        Duration grace = pace.grace().multipliedBy(SLOWER_THAN_SLACK);
        return item.lostAt().filter(lost -> clock.instant().isBefore(lost.plus(grace))).isPresent();
    }

    private Deed stillLooking() {
        return new Deed.Doubtful(pace.look(), "looking whether it was done", false);
    }

    private boolean isHopeless(OutboxItem item) {
        return clock.instant().isAfter(item.firstAttempt().plus(PATIENCE));
    }

    private static Duration longer(Duration asked, OutboxItem item) {
        Duration own = Pace.backOff(item.attempts());
        return asked.compareTo(own) >= 0 ? asked : own;
    }
}

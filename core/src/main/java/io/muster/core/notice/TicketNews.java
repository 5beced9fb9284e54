package io.muster.core.notice;

import io.muster.core.action.ActionItem;
import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.ticket.Order;
import io.muster.core.ticket.TicketStep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ticket system hears after a ticket was opened: where the incident stands, never what was
 * said of it, nor by whom.
 */
final class TicketNews {
    private TicketNews() {}

    /** What leaves for the tickets that Muster opened, or is about to. */
    static List<Effect> of(List<Happened> happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        for (Happened one : happened) {
            words(one.event())
                    .filter(news -> after.dossier().tickets().isOurs(news.action()))
                    .ifPresent(news -> {
                        effects.add(new Effect.TellTicket(news.action(), news.words()));
                        news.step()
                                .ifPresent(step ->
                                        effects.add(new Effect.MoveTicket(news.action(), step)));
                    });
        }
        return effects;
    }

    private record News(int action, String words, Optional<TicketStep> step) {}

    private static final Map<Class<? extends IncidentEvent>, News> COURSE =
            Map.of(
                    IncidentEvent.Acknowledged.class,
                    said("Acknowledged: somebody looks at it."),
                    IncidentEvent.Confirmed.class,
                    said("Confirmed: it is an incident."),
                    IncidentEvent.Dismissed.class,
                    moved("Dismissed: it was not an incident.", TicketStep.DISMISSED),
                    IncidentEvent.Resolved.class,
                    moved("Resolved. It is watched until it is closed.", TicketStep.RESOLVED),
                    IncidentEvent.Reopened.class,
                    moved("Reopened.", TicketStep.REOPENED),
                    IncidentEvent.Closed.class,
                    moved("Closed.", TicketStep.CLOSED));

    private static Optional<News> words(IncidentEvent event) {
        if (event instanceof ActionEvent e) {
            return action(e).map(words -> new News(e.number(), words, step(e)));
        }
        return event instanceof IncidentEvent.SeverityChanged e
                ? Optional.of(said(severity(e)))
                : Optional.ofNullable(COURSE.get(event.getClass()));
    }

    private static String severity(IncidentEvent.SeverityChanged e) {
        String way = e.raised() ? "raised" : "lowered";
        return "Severity " + way + " from " + e.from() + " to " + e.to() + ".";
    }

    private static Optional<String> action(ActionEvent event) {
        return switch (event) {
            case ActionEvent.ActionRescheduled e ->
                    Optional.of("Now due " + ActionItem.inWords(e.day()) + ".");
            case ActionEvent.ActionDone ignored -> Optional.of("Done; not verified yet.");
            case ActionEvent.ActionVerified ignored -> Optional.of("Done and verified.");
            case ActionEvent.ActionReopened ignored -> Optional.of("To be done again.");
            case ActionEvent.ActionDropped ignored -> Optional.of("Dropped: it will not be done.");
            case ActionEvent.ActionAdded ignored -> Optional.empty(); // the ticket says it
            case ActionEvent.ActionDescribed ignored -> Optional.empty();
            case ActionEvent.ActionHandedOver ignored -> Optional.empty(); // names stay here
        };
    }

    /** A ticket ends when nobody expects more of it: when the work is verified, or given up. */
    private static Optional<TicketStep> step(ActionEvent event) {
        return switch (event) {
            case ActionEvent.ActionVerified ignored -> Optional.of(TicketStep.CLOSED);
            case ActionEvent.ActionDropped ignored -> Optional.of(TicketStep.DISMISSED);
            case ActionEvent.ActionReopened ignored -> Optional.of(TicketStep.REOPENED);
            default -> Optional.empty();
        };
    }

    private static News said(String words) {
        return new News(Order.THE_INCIDENT, words, Optional.empty());
    }

    private static News moved(String words, TicketStep step) {
        return new News(Order.THE_INCIDENT, words, Optional.of(step));
    }
}

package io.muster.core.picture;

import io.muster.core.Phrase;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.TaskEvent;
import io.muster.core.policy.Role;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Out of hundreds of entries the dozen that tell the story. What changed the course of the incident
 * goes first; of what is left, evenly over the time, as much as there is room for.
 */
final class KeyMoments {
    /** More could not be told apart in a picture. */
    static final int MOST = 12;

    private static final int NEVER = 4;

    private KeyMoments() {}

    /** Oldest first. */
    static List<KeyMoment> of(List<Happened> story) {
        List<Happened> chosen = new ArrayList<>();
        for (int weight = 0; weight < NEVER && chosen.size() < MOST; weight++) {
            int wanted = weight;
            List<Happened> group = story.stream().filter(h -> weight(h.event()) == wanted).toList();
            chosen.addAll(spread(group, MOST - chosen.size()));
        }
        return chosen.stream()
                .sorted(Comparator.comparing(Happened::at).thenComparingInt(story::indexOf))
                .map(h -> new KeyMoment(h.at(), what(h.event())))
                .toList();
    }

    /** The first and the last, and evenly between. */
    private static List<Happened> spread(List<Happened> group, int room) {
        if (group.size() <= room) {
            return group;
        }
        if (room == 1) {
            return List.of(group.getLast());
        }
        List<Happened> some = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            some.add(group.get(i * (group.size() - 1) / (room - 1)));
        }
        return some;
    }

    /** The title stands above the picture already. */
    private static Phrase what(IncidentEvent event) {
        return event instanceof IncidentEvent.Declared e
                ? Phrase.of("Declared as " + e.severity())
                : Timeline.what(event);
    }

    private static int weight(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Declared ignored -> 0;
            case IncidentEvent.Acknowledged ignored -> 0;
            case IncidentEvent.Confirmed ignored -> 0;
            case IncidentEvent.Dismissed ignored -> 0;
            case IncidentEvent.Resolved ignored -> 0;
            case IncidentEvent.Reopened ignored -> 0;
            case IncidentEvent.Closed ignored -> 0;
            case IncidentEvent.SeverityChanged ignored -> 0;
            case IncidentEvent.PhaseFinished ignored -> 1;
            case IncidentEvent.PhaseStarted ignored -> 1;
            case IncidentEvent.ObligationMissed ignored -> 1;
            case IncidentEvent.RoleAssigned e -> e.role().equals(Role.COMMANDER) ? 1 : NEVER;
            case IncidentEvent.UpdatePosted ignored -> 2;
            case IncidentEvent.NoteAdded ignored -> 3;
            case IncidentEvent.Classified ignored -> 3;
            case IncidentEvent.ItemTicked ignored -> NEVER;
            case IncidentEvent.ItemUnticked ignored -> NEVER;
            case IncidentEvent.RolePaged ignored -> NEVER;
            case IncidentEvent.ObligationOpened ignored -> NEVER;
            case IncidentEvent.ObligationMet ignored -> NEVER;
            case IncidentEvent.ObligationReturned ignored -> NEVER;
            case IncidentEvent.ObligationDropped ignored -> NEVER;
            case IncidentEvent.ObligationMoved ignored -> NEVER;
            case IncidentEvent.ObligationRejudged ignored -> NEVER;
            case IncidentEvent.ObligationRang ignored -> NEVER;
            case IncidentEvent.ObligationSnoozed ignored -> NEVER;
            case IncidentEvent.RoomOpened ignored -> NEVER;
            case IncidentEvent.RoomRefused ignored -> NEVER;
            case IncidentEvent.PersonJoined ignored -> NEVER;
            case TaskEvent ignored -> NEVER;
            case DossierEvent ignored -> NEVER;
        };
    }
}

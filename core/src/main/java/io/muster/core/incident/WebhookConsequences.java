package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Way;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A product that was made to ring is told when somebody has taken the incident up, or whoever it
 * rings for has answered, and when it is over: else it rings on. Each page rings by itself, so that
 * the second one is heard too.
 */
final class WebhookConsequences {
    private final Unfolding unfolding;

    private WebhookConsequences(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    static void follow(Unfolding unfolding) {
        WebhookConsequences consequences = new WebhookConsequences(unfolding);
        consequences.lastWords().values().forEach(consequences::tell);
    }

    /** One page there; those that were recorded without a number are one. */
    private record Ring(Way way, Optional<Integer> page) {}

    /** A page that never rang needs no end; an end that was not taken is not said again. */
    private Map<Ring, Reach> lastWords() {
        Map<Ring, Reach> last = new LinkedHashMap<>();
        unfolding.incident().dossier().reaches().all().stream()
                .filter(r -> r.way().kind() == Way.Kind.WEBHOOK)
                .filter(r -> r.matter() != Matter.PAGE || !r.hasFailed())
                .forEach(r -> last.put(new Ring(r.way(), r.ring()), r));
        return last;
    }

    private void tell(Reach last) {
        boolean over = !unfolding.incident().status().isActive();
        if (over && last.matter() != Matter.RESOLVED) {
            order(last, Matter.RESOLVED);
        } else if (!over && last.matter() == Matter.PAGE && isAnswered(last)) {
            order(last, Matter.ACKNOWLEDGED);
        }
    }

    private boolean isAnswered(Reach page) {
        boolean acknowledged =
                unfolding.events().stream().anyMatch(IncidentEvent.Acknowledged.class::isInstance);
        return acknowledged || page.to().person().filter(this::answers).isPresent();
    }

    private boolean answers(PersonId person) {
        boolean acts = unfolding.moment().by().person().filter(person::equals).isPresent();
        return acts
                || unfolding.events().stream()
                        .anyMatch(e ->
                                e instanceof AudienceEvent.AudienceSeen seen
                                        && seen.person().equals(person));
    }

    private void order(Reach last, Matter matter) {
        unfolding.happens(
                new ReachEvent.ReachOrdered(
                        unfolding.incident().dossier().reaches().next(),
                        last.way(),
                        last.to(),
                        matter,
                        "",
                        "",
                        Optional.empty(),
                        last.ring()));
    }
}

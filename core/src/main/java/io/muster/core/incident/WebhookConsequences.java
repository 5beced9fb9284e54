package io.muster.core.incident;

import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.roster.Way;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A product that was made to ring is told when somebody has taken the incident up, and when it is
 * over: else it rings on.
 */
final class WebhookConsequences {
    private WebhookConsequences() {}

    static void follow(Unfolding unfolding) {
        Map<Way, Matter> last = new LinkedHashMap<>();
        unfolding.incident().dossier().reaches().all().stream()
                .filter(r -> r.way().kind() == Way.Kind.WEBHOOK)
                .filter(r -> !r.hasFailed())
                .forEach(r -> last.put(r.way(), r.matter()));
        last.forEach((way, matter) -> tell(unfolding, way, matter));
    }

    private static void tell(Unfolding unfolding, Way way, Matter last) {
        boolean acknowledged =
                unfolding.events().stream().anyMatch(IncidentEvent.Acknowledged.class::isInstance);
        boolean over = !unfolding.incident().status().isActive();
        if (over && last != Matter.RESOLVED) {
            order(unfolding, way, Matter.RESOLVED);
        } else if (!over && acknowledged && last == Matter.PAGE) {
            order(unfolding, way, Matter.ACKNOWLEDGED);
        }
    }

    private static void order(Unfolding unfolding, Way way, Matter matter) {
        unfolding.happens(
                new ReachEvent.ReachOrdered(
                        unfolding.incident().dossier().reaches().next(),
                        way,
                        Addressee.nobody(),
                        matter,
                        "",
                        "",
                        Optional.empty()));
    }
}

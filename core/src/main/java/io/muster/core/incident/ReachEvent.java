package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.PlannedStep;
import io.muster.core.roster.Way;

import java.util.List;
import java.util.Optional;

/** Somebody is reached beside the chat, or was, or could not be. */
public sealed interface ReachEvent extends DossierEvent {
    /**
     * Somebody was called, and will be tried by these ways until somebody acknowledges.
     *
     * @param title the role as people say it
     */
    record ReachPlanned(PersonId person, RoleName role, String title, List<PlannedStep> steps)
            implements ReachEvent {
        public ReachPlanned {
            steps = List.copyOf(steps);
        }
    }

    /**
     * They are tried by this way now.
     *
     * @param about the role, draft or hearing that it is about
     * @param title the same as people say it
     * @param hash of the approved words that it carries
     * @param ring the number of the page that rings at another product, which is told later by the
     *     same number that it may stop; empty for what does not ring, and in what was recorded
     *     before each page rang by itself
     */
    record ReachOrdered(
            int number,
            Way way,
            Addressee to,
            Matter matter,
            String about,
            String title,
            Optional<String> hash,
            Optional<Integer> ring)
            implements ReachEvent {}

    /**
     * The other side took it: the mail server for delivery, the product as an event.
     *
     * @param proof by which the other side knows it
     * @param hash of the words that went out, if they were approved ones
     */
    record ReachDelivered(int number, Way way, Addressee to, String proof, Optional<String> hash)
            implements ReachEvent {}

    /** It will not arrive. */
    record ReachFailed(int number, Way way, Addressee to, String why) implements ReachEvent {}

    /** The chat would not take a page to somebody, so they have not read it. */
    record PageRefused(PersonId person, String why) implements ReachEvent {}
}

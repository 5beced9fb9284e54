package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.alert.AlertKey;
import io.muster.core.alert.Detection;
import io.muster.core.policy.SeverityName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What other systems said about it. */
public sealed interface AlertEvent extends DossierEvent {
    /**
     * A source reported it.
     *
     * @param from what people call the source
     * @param members the alerts that belong to it, by hashes of the source's ids
     * @param more how many there are beyond these
     * @param since when the source says that it began
     * @param earlier the incident of the same alert before this one
     * @param severity how grave it was by the rules of the team; empty in what was recorded before
     *     this was kept
     */
    record AlertRaised(
            AlertKey key,
            String from,
            Detection detectedBy,
            FreeText title,
            FreeText service,
            FreeText link,
            List<String> members,
            int more,
            Optional<Instant> since,
            Optional<IncidentId> earlier,
            Optional<SeverityName> severity)
            implements AlertEvent {
        public AlertRaised {
            members = List.copyOf(members);
        }
    }

    /**
     * More alerts of the same matter fire.
     *
     * @param titles some of those that are new
     * @param joined how many are new since the channel last heard of it
     * @param told the channel hears of it; else it did so a moment ago
     * @param again its source had said that it was over
     */
    record AlertsJoined(
            AlertKey key,
            String from,
            List<FreeText> titles,
            List<String> members,
            int joined,
            boolean told,
            boolean again)
            implements AlertEvent {
        public AlertsJoined {
            titles = List.copyOf(titles);
            members = List.copyOf(members);
        }
    }

    /**
     * It still fires, or again. Written down now and then; the record of alerts has each time.
     *
     * @param times how often its source has said so
     * @param again its source had said that it was over
     */
    record AlertRepeated(AlertKey key, String from, int times, boolean again)
            implements AlertEvent {}

    /**
     * Its source says that it is over.
     *
     * @param times it was over before, a short while ago, so that the channel is not told anew;
     *     empty if it is told
     */
    record AlertCleared(AlertKey key, String from, FreeText title, Optional<Integer> times)
            implements AlertEvent {}

    /**
     * By the rules of the team it is graver than the incident, and than it ever was before. People
     * decide what the incident is.
     *
     * @param than what the incident is
     */
    record AlertWorsened(
            AlertKey key, String from, FreeText title, SeverityName severity, SeverityName than)
            implements AlertEvent {}

    /** It fires although the incident is resolved. */
    record AlertReturned(AlertKey key, String from, FreeText title, List<String> members)
            implements AlertEvent {
        public AlertReturned {
            members = List.copyOf(members);
        }
    }
}

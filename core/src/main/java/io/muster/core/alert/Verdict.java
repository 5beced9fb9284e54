package io.muster.core.alert;

import io.muster.core.policy.KindName;
import io.muster.core.policy.SeverityName;

import java.util.Optional;

/** What the team's rules make of an alert. */
public sealed interface Verdict {
    /** Whether not everybody may see it. */
    boolean isPrivate();

    /**
     * It is worth an incident.
     *
     * @param rule what decided, in words for the record
     */
    record Take(
            SeverityName severity,
            Optional<KindName> kind,
            boolean isPrivate,
            Detection detectedBy,
            String rule)
            implements Verdict {}

    /**
     * It is not.
     *
     * @param reason why, as the team wrote it
     */
    record Drop(String reason, boolean isPrivate, String rule) implements Verdict {}
}

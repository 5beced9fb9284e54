package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What was said when the incident was declared, as far as it still holds.
 *
 * @param suspicion a private report that triage has neither confirmed nor raised yet
 * @param policy the text of the policy that this incident is judged by
 */
public record Header(
        FreeText title,
        FreeText description,
        SeverityName severity,
        Optional<KindName> kind,
        boolean isPrivate,
        boolean suspicion,
        boolean drill,
        Source source,
        Optional<Instant> detectedAt,
        Actor declaredBy,
        PolicyVersion policy) {
    /** The kinds that this may be: one if it is known, none (which means any) if it is not. */
    public Set<KindName> kinds() {
        return kind.map(Set::of).orElse(Set.of());
    }

    /** Whoever finds a private report graver than it came in has taken it for serious. */
    Header with(SeverityName newSeverity, boolean raised) {
        return new Header(
                title,
                description,
                newSeverity,
                kind,
                isPrivate,
                suspicion && !raised,
                drill,
                source,
                detectedAt,
                declaredBy,
                policy);
    }

    Header with(KindName newKind) {
        return new Header(
                title,
                description,
                severity,
                Optional.of(newKind),
                isPrivate,
                suspicion,
                drill,
                source,
                detectedAt,
                declaredBy,
                policy);
    }

    Header confirmed(Optional<KindName> triaged) {
        return new Header(
                title,
                description,
                severity,
                triaged.or(() -> kind),
                isPrivate,
                false,
                drill,
                source,
                detectedAt,
                declaredBy,
                policy);
    }
}

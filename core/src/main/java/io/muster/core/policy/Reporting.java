package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a suspicion is reported without making it public.
 *
 * @param contact the address that is shown to the reporter
 * @param severity the severity that a report starts with, until triage says otherwise
 * @param kind the kind that a report starts with
 * @param tell whose holders are brought in
 */
public record Reporting(
        String contact, SeverityName severity, Optional<KindName> kind, List<RoleName> tell) {
    public Reporting {
        Objects.requireNonNull(contact);
        Objects.requireNonNull(severity);
        tell = List.copyOf(tell);
    }
}

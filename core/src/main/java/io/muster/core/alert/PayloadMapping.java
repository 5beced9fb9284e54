package io.muster.core.alert;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a JSON document to find what; each place is a JSON pointer such as {@code /check/name}.
 *
 * @param fingerprint what tells one matter from another; the title if it is left out
 * @param resolved the words at {@code status} that mean that it is over, in lower case
 */
public record PayloadMapping(
        String title,
        Optional<String> fingerprint,
        Optional<String> status,
        Set<String> resolved,
        Optional<String> severity,
        Optional<String> service,
        Optional<String> link,
        Optional<String> details,
        Optional<String> since) {
    public PayloadMapping {
        Objects.requireNonNull(title);
        resolved = Set.copyOf(resolved);
    }
}

package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of the severity table.
 *
 * @param title a word or two for people, for example {@code Critical}
 * @param definition the criterion shown when somebody has to choose
 * @param examples what it looks like in practice; may be empty
 * @param commander whose holder commands incidents of this severity unless somebody else is named
 */
public record Severity(
        SeverityName name,
        String title,
        String definition,
        List<String> examples,
        Optional<RoleName> commander) {
    public Severity {
        Objects.requireNonNull(name);
        examples = List.copyOf(examples);
    }
}

package io.muster.core.policy;

import java.util.List;
import java.util.Objects;

/**
 * One line of the plan's control map.
 *
 * @param id as an auditor calls it, for example {@code CC7.4}
 * @param requirement what the criterion asks for
 * @param met how the organisation says that it meets it
 * @param provenBy what of the record shows that it did
 */
public record Control(
        String id, String title, String requirement, String met, List<RecordKind> provenBy) {
    public Control {
        Objects.requireNonNull(id);
        provenBy = List.copyOf(provenBy);
    }
}

package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom of the escalation matrix a notice reaches: sent for one of these duties, or as one of these
 * purposes, it is the word that they are owed.
 *
 * @param purposes names of purposes of drafts
 */
public record NoticeReach(RoleName audience, List<DutyName> duties, List<String> purposes) {
    public NoticeReach {
        Objects.requireNonNull(audience);
        duties = List.copyOf(duties);
        purposes = List.copyOf(purposes);
    }

    /** Whether a notice of this kind is word to them. */
    public boolean by(String purpose, Optional<DutyName> duty) {
        return purposes.contains(purpose) || duty.filter(duties::contains).isPresent();
    }
}

package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import java.util.List;
import java.util.Optional;

/**
 * Who is told of the incident by the escalation matrix. Those whom it calls at once are told by
 * {@link IncidentEvent.RolePaged}.
 */
public sealed interface AudienceEvent extends DossierEvent {
    /**
     * The row of this severity is owed from now on, in place of any before it.
     *
     * @param dropped the titles of those who were owed word, had not got it, and no longer are
     */
    record AudiencesOwed(SeverityName severity, List<Cell> cells, List<String> dropped)
            implements AudienceEvent {
        public AudiencesOwed {
            cells = List.copyOf(cells);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * They were told.
     *
     * @param people who they are; empty for those who are not in the chat
     * @param note how, when it was by hand; by what it can be shown, when it was a notice
     * @param late after the time that the matrix gives
     * @param notice the notice that told them, if one did
     */
    record AudienceTold(
            RoleName role,
            String title,
            Audience.How how,
            List<PersonId> people,
            FreeText note,
            boolean late,
            Optional<Audience.Notice> notice)
            implements AudienceEvent {
        public AudienceTold {
            people = List.copyOf(people);
        }
    }

    /**
     * One of them said that they have seen it.
     *
     * @param titles the roles in which they were told
     */
    record AudienceSeen(PersonId person, List<String> titles) implements AudienceEvent {
        public AudienceSeen {
            titles = List.copyOf(titles);
        }
    }

    /**
     * They need not be told.
     *
     * @param question the question whose answer says so; empty if a person decided
     * @param asked the question as it is asked
     * @param waived the duty about which it was decided not to notify, if that is why
     */
    record AudienceNotApplicable(
            RoleName role,
            String title,
            FreeText reason,
            Optional<QuestionName> question,
            Optional<String> asked,
            Optional<String> waived)
            implements AudienceEvent {}

    /**
     * They must be told after all; the deadline is what it was.
     *
     * @param asked the question whose answer says so; empty if what was recorded about a notice to
     *     them was taken back
     */
    record AudienceOwedAgain(RoleName role, String title, Optional<String> asked)
            implements AudienceEvent {}
}

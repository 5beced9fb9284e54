package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The team as people of the workspace. It reads no database, so it may be asked anywhere. */
public interface People {
    /** Who is on duty at this instant, as far as is known. */
    Roster roster(Instant at, List<DutyOverride> overrides);

    /** Who is on duty when. */
    DutyPlan plan(List<DutyOverride> overrides);

    /** Who may do everything that an administrator may. */
    Set<PersonId> admins();

    /** Who is only a guest in the chat, as far as is known. */
    Set<PersonId> guests();
}

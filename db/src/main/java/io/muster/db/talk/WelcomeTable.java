package io.muster.db.talk;

import static io.muster.db.jooq.Tables.WELCOME;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;

/** Who was welcomed to which incident, so that nobody is twice. */
public final class WelcomeTable {
    /** Takes the welcome of this person; whoever asks second, on whichever node, is told no. */
    public boolean claim(Tx tx, IncidentId incident, PersonId person) {
        return tx.dsl()
                        .insertInto(WELCOME)
                        .set(WELCOME.INCIDENT, incident.number())
                        .set(WELCOME.PERSON, person.value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}

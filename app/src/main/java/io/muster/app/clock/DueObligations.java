package io.muster.app.clock;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.desk.ProgramDesk;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.program.ProgramCommand;
import io.muster.db.Archive;
import io.muster.db.obligation.Due;
import io.muster.db.obligation.ObligationTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Knocks for each promise whose time has come. If it runs twice, or two nodes run it, the second
 * knock is told "not due": nothing is said twice. Each knock fails alone.
 */
public final class DueObligations {
    private static final Logger LOG = LoggerFactory.getLogger(DueObligations.class);
    private static final int BATCH = 200;

    private final Archive archive;
    private final ObligationTable obligations;
    private final IncidentDesk desk;
    private final ProgramDesk program;

    /** Knocks at this desk. */
    public DueObligations(
            Archive archive, ObligationTable obligations, IncidentDesk desk, ProgramDesk program) {
        this.archive = archive;
        this.obligations = obligations;
        this.desk = desk;
        this.program = program;
    }

    /** Knocks for everything that is due now; what failed waits for the next bell. */
    public void knock() {
        boolean worthLookingAgain;
        do {
            List<Due> due = archive.transact(tx -> obligations.due(tx, BATCH));
            long rung = due.stream().filter(this::ring).count();
            worthLookingAgain = due.size() == BATCH && rung > 0;
        } while (worthLookingAgain);
    }

    private boolean ring(Due due) {
        try {
            if (due.incident().equals(IncidentId.PROGRAM)) {
                program.handle(new ProgramCommand.Ring(due.obligation()), Knock.ofTheClock());
            } else {
                desk.handle(
                        due.incident(),
                        new IncidentCommand.Ring(due.obligation()),
                        Knock.ofTheClock());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "{} of {} could not be rung; trying again at the next bell",
                    due.obligation(),
                    due.incident(),
                    e);
            return false;
        }
    }
}

package io.muster.app.desk;

import io.muster.app.report.OpenFigures;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Archive;
import io.muster.db.outbox.Outbox;

import java.time.YearMonth;
import java.util.List;

/**
 * Takes orders for pictures. To look at something changes nothing, so nothing is written into the
 * record; the order goes onto the outbox, which carries it out once.
 */
public final class PictureDesk {
    private final Archive archive;
    private final Outbox outbox;
    private final Office office;

    /** Orders by this outbox. */
    public PictureDesk(Archive archive, Outbox outbox, Office office) {
        this.archive = archive;
        this.outbox = outbox;
        this.office = office;
    }

    /** The course of an incident, for its channel. Whoever asks must be one who may see it. */
    public void course(IncidentId incident) {
        order(incident, new Effect.SharePicture());
    }

    /** The figures of the months up to this one, for this person alone. */
    public void charts(YearMonth month, PersonId to) {
        order(IncidentId.PROGRAM, new Effect.SendCharts(to, OpenFigures.start(month)));
    }

    /** Whatever else there is to say goes first. */
    private void order(IncidentId incident, Effect effect) {
        int last = office.policy().severities().size();
        archive.run(tx -> outbox.put(tx, incident, List.of(effect), last));
    }
}

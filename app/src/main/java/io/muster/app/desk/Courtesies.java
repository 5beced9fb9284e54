package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.db.Archive;
import io.muster.db.delivery.Delivery;
import io.muster.db.delivery.DeliveryTable;
import io.muster.db.talk.WelcomeTable;

/** What is said once out of politeness, by whichever node is first; nothing of it is a record. */
public final class Courtesies {
    private final Archive archive;
    private final DeliveryTable deliveries = new DeliveryTable();
    private final WelcomeTable welcomes = new WelcomeTable();

    /** Remembered here. */
    public Courtesies(Archive archive) {
        this.archive = archive;
    }

    /** Whether this person has not been welcomed to this incident before; now they have been. */
    public boolean welcome(IncidentId incident, PersonId person) {
        return archive.transact(tx -> welcomes.claim(tx, incident, person));
    }

    /** Whether this delivery has not been answered before; now it has been. */
    public boolean firstTime(Delivery delivery) {
        return archive.transact(tx -> deliveries.note(tx, delivery))
                instanceof DeliveryTable.Seen.FirstTime;
    }
}

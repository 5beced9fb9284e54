package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.outbox.SetAside;

import java.util.List;

/** What Slack refused for good: for admins alone, who see it and see to it. */
public final class Leftovers {
    private final Archive archive;
    private final Office office;

    Leftovers(Archive archive, Office office) {
        this.archive = archive;
        this.office = office;
    }

    /**
     * What is left over.
     *
     * @param newest at most as many as were asked for
     * @param all how many there are
     */
    public record Seen(List<SetAside.Row> newest, int all) {
        public Seen {
            newest = List.copyOf(newest);
        }
    }

    /** What is left over; nothing at all for whoever is no admin. */
    public Seen seenBy(PersonId reader, int most) {
        return isAdmin(reader)
                ? archive.transact(tx -> new Seen(SetAside.newest(tx, most), SetAside.count(tx)))
                : new Seen(List.of(), 0);
    }

    /** Tries it once more; false if this person may not, or somebody was quicker. */
    public boolean again(long row, PersonId by) {
        return isAdmin(by) && archive.transact(tx -> SetAside.again(tx, row));
    }

    /** It was seen to by hand; false if this person may not, or somebody was quicker. */
    public boolean dealtWith(long row, PersonId by) {
        return isAdmin(by) && archive.transact(tx -> SetAside.dealtWith(tx, row, by));
    }

    private boolean isAdmin(PersonId person) {
        return office.roster().admins().contains(person);
    }
}

package io.muster.app.status;

import io.muster.app.desk.Office;
import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.status.SubscriberTable;
import io.muster.db.status.SubscriberTable.Count;

/** How many follow the status page by mail, for those who decide what is published there. */
public final class SubscriberCount {
    private final Archive archive;
    private final Publishers publishers;
    private final boolean open;
    private final SubscriberTable table = new SubscriberTable();

    /**
     * @param open whether the public can subscribe
     */
    public SubscriberCount(Archive archive, Office office, boolean open) {
        this.archive = archive;
        this.publishers = new Publishers(office);
        this.open = open;
    }

    /** How many there are, in words; or why this person is not told. */
    public String words(PersonId by) {
        return publishers
                .refusal(by, "Who follows the status page is told to those")
                .orElseGet(() -> {
                    Count count = archive.snapshot(table::count);
                    return (count.confirmed() == 1
                                    ? "1 subscriber gets"
                                    : count.confirmed() + " subscribers get")
                            + " what is published on the status page by e-mail"
                            + (count.waiting() == 0
                                    ? "."
                                    : "; "
                                            + count.waiting()
                                            + " more asked and have not confirmed.")
                            + (open
                                    ? ""
                                    : " Nobody new can subscribe: that takes a mail server"
                                            + " (`MUSTER_SMTP_URL`) and `subscribe` under"
                                            + " `status-page` in the team file.");
                });
    }
}

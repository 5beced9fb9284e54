package io.muster.app.status;

import io.muster.app.desk.Office;
import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.status.Maintenance;
import io.muster.db.status.MaintenanceTable;
import io.muster.db.status.MaintenanceTable.Plan;
import io.muster.db.time.DatabaseClock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Work that is announced. It is public at once, so only those announce it who could approve or
 * release words for the status page; where the policy names nobody, everyone can.
 */
public final class MaintenanceDesk {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Archive archive;
    private final Publishers publishers;
    private final MaintenanceTable table = new MaintenanceTable();

    /** In front of these plans. */
    public MaintenanceDesk(Archive archive, Office office) {
        this.archive = archive;
        this.publishers = new Publishers(office);
    }

    /** Announces it; says why not, if not. */
    public Optional<String> plan(Plan plan, PersonId by) {
        return refusal(by)
                .or(() ->
                        archive.transact(tx -> {
                            Instant now = DatabaseClock.now(tx);
                            if (plan.title().isBlank()) {
                                return Optional.of("Say in a title what is done.");
                            }
                            if (!plan.to().isAfter(plan.from())) {
                                return Optional.of("It has to end after it begins.");
                            }
                            if (!plan.to().isAfter(now)) {
                                return Optional.of(
                                        "That is over already. Announce what is to come.");
                            }
                            if (Duration.between(plan.from(), plan.to()).compareTo(LONGEST) > 0) {
                                return Optional.of(
                                        "That is longer than a month. Announce it in parts.");
                            }
                            return table.plan(tx, plan, by)
                                    ? Optional.<String>empty()
                                    : Optional.of("That is announced already.");
                        }));
    }

    /** Calls it off; says why not, if not. */
    public Optional<String> cancel(long id, PersonId by) {
        return refusal(by)
                .or(() ->
                        archive.transact(tx -> table.cancel(tx, id, by))
                                ? Optional.empty()
                                : Optional.of("That was called off already."));
    }

    /** What is announced and not over, the next first. */
    public List<Maintenance> planned() {
        return archive.snapshot(tx -> table.after(tx, DatabaseClock.now(tx)));
    }

    /** Why this person cannot announce anything; empty if they can. */
    public Optional<String> refusal(PersonId by) {
        return publishers.refusal(by, "It is public at once, so only those announce it");
    }
}

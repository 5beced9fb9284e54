package io.muster.core.program;

import io.muster.core.incident.Moment;
import io.muster.core.statuspage.PlannedWork;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which work can be announced to the public, and until when it can be called off. */
final class MaintenanceRules {
    private static final Duration LONGEST = Duration.ofDays(31);

    private MaintenanceRules() {}

    static ProgramDecision announce(ProgramCommand.AnnounceMaintenance c, Moment moment) {
        PlannedWork work = c.work();
        return unfit(work, moment)
                .map(ProgramDecision::refuse)
                .orElseGet(() ->
                        new ProgramDecision.Accepted(
                                List.of(
                                        new ProgramEvent.MaintenanceAnnounced(
                                                c.number(),
                                                work.title(),
                                                work.components(),
                                                work.text(),
                                                work.from(),
                                                work.to(),
                                                work.hash()))));
    }

    static ProgramDecision callOff(ProgramCommand.CallOffMaintenance c, Moment moment) {
        PlannedWork work = c.work();
        return work.to().isAfter(moment.now())
                ? new ProgramDecision.Accepted(
                        List.of(
                                new ProgramEvent.MaintenanceCalledOff(
                                        c.number(),
                                        work.title(),
                                        work.from(),
                                        work.to(),
                                        work.hash())))
                : ProgramDecision.refuse("That is over already; there is nothing to call off.");
    }

    private static Optional<String> unfit(PlannedWork work, Moment moment) {
        if (work.title().isBlank()) {
            return Optional.of("Say in a title what is done.");
        }
        if (!work.to().isAfter(work.from())) {
            return Optional.of("It has to end after it begins.");
        }
        if (!work.to().isAfter(moment.now())) {
            return Optional.of("That is over already. Announce what is to come.");
        }
        return Duration.between(work.from(), work.to()).compareTo(LONGEST) > 0
                ? Optional.of("That is longer than a month. Announce it in parts.")
                : Optional.empty();
    }
}

package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.program.ProgramEvent;
import io.muster.db.status.Maintenance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the public was told of work to come, held against what the program's journal says of it. */
final class MaintenanceAudit {
    private final Map<Long, ProgramEvent.MaintenanceAnnounced> announced = new HashMap<>();
    private final Set<Long> calledOff = new HashSet<>();

    void hear(ProgramEvent event) {
        if (event instanceof ProgramEvent.MaintenanceAnnounced e) {
            announced.put(e.number(), e);
        } else if (event instanceof ProgramEvent.MaintenanceCalledOff e) {
            calledOff.add(e.number());
        }
    }

    /** The fault, as a sentence. */
    Optional<String> fault(List<Maintenance> stored) {
        boolean same =
                stored.size() == announced.size() && stored.stream().allMatch(this::isAsRecorded);
        return same
                ? Optional.empty()
                : Optional.of(
                        "Program: its journal says otherwise than the table of announced"
                                + " maintenance");
    }

    private boolean isAsRecorded(Maintenance row) {
        ProgramEvent.MaintenanceAnnounced said = announced.get(row.id());
        return said != null
                && calledOff.contains(row.id()) == row.calledOff().isPresent()
                && said.from().equals(row.from())
                && said.to().equals(row.to())
                && (isErased(said.title())
                        || isErased(said.text())
                        || said.hash().equals(row.work().hash()));
    }

    private static boolean isErased(FreeText words) {
        return words.text().equals(FreeText.ERASED_TEXT);
    }
}

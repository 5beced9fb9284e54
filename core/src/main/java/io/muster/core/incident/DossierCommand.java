package io.muster.core.incident;

import io.muster.core.policy.Act;

import java.util.Optional;

/** What is asked of the {@link Dossier}; one interface per room. */
public sealed interface DossierCommand extends IncidentCommand
        permits FactCommand,
                EvidenceCommand,
                AudienceCommand,
                DutyCommand,
                DraftCommand,
                ReviewCommand,
                ActionCommand,
                DrillCommand,
                DocumentCommand,
                VendorCommand,
                StatusPageCommand,
                TicketCommand,
                AlertCommand,
                ReachCommand,
                RoomCommand,
                TalkCommand {
    /** What the policy calls this; empty if it is open to whoever sees the incident. */
    Optional<Act> act();
}

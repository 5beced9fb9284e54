package io.muster.core.incident;

/** What changes the {@link Dossier}; one interface per room. */
public sealed interface DossierEvent extends IncidentEvent
        permits FactEvent,
                EvidenceEvent,
                AudienceEvent,
                DutyEvent,
                DraftEvent,
                ReviewEvent,
                ActionEvent,
                DrillEvent,
                DocumentEvent,
                VendorEvent,
                StatusPageEvent,
                TicketEvent,
                AlertEvent,
                ReachEvent,
                RoomEvent,
                TalkEvent {}

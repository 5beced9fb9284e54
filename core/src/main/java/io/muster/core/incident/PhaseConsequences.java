package io.muster.core.incident;

import io.muster.core.checklist.Checklists;
import io.muster.core.policy.AutoTick;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Role;

import java.util.List;

/** Phases that begin by themselves, and items that the record shows to be done. */
final class PhaseConsequences {
    private PhaseConsequences() {}

    static void follow(Unfolding unfolding) {
        for (Phase phase : unfolding.moment().policy().phases()) {
            if (phase.startsByItself()
                    && unfolding.incident().phases().find(phase.name()).isEmpty()) {
                unfolding.happens(new IncidentEvent.PhaseStarted(phase.name(), phase.title()));
            }
        }
        tickWhatTheRecordShows(unfolding);
    }

    /** Only what happened just now ticks: an item that a person opened again stays open. */
    private static void tickWhatTheRecordShows(Unfolding unfolding) {
        List<IncidentEvent> happened = unfolding.events();
        Incident incident = unfolding.incident();
        for (Phase phase : unfolding.moment().policy().phases()) {
            for (Item item :
                    Checklists.meant(phase, incident.severity(), incident.header().kinds())) {
                boolean shown =
                        item.tickedBy()
                                .filter(by ->
                                        happened.stream().anyMatch(e -> shows(by, e, incident)))
                                .isPresent();
                if (shown && !incident.checklists().settled(item.name())) {
                    unfolding.happens(new IncidentEvent.ItemTicked(item.name(), item.text(), true));
                }
            }
        }
    }

    private static boolean shows(AutoTick tick, IncidentEvent event, Incident incident) {
        return switch (tick) {
            case DECLARED -> event instanceof IncidentEvent.Declared;
            case ACKNOWLEDGED -> event instanceof IncidentEvent.Acknowledged;
            case CLASSIFIED ->
                    event instanceof IncidentEvent.Classified
                            || (event instanceof IncidentEvent.Confirmed e && e.kind().isPresent())
                            || event instanceof IncidentEvent.Dismissed;
            case SEVERITY_SET ->
                    (event instanceof IncidentEvent.Declared e && !e.suspicion())
                            || event instanceof IncidentEvent.SeverityChanged;
            case TICKET_LINKED -> TicketRules.shows(tick, event);
            case CHANNEL_OPENED -> event instanceof IncidentEvent.RoomOpened;
            case DOCUMENT_OPENED ->
                    event instanceof DocumentEvent.DocumentOpened && incident.room().isPresent();
            case COMMANDER_NAMED ->
                    event instanceof IncidentEvent.RoleAssigned e
                            && e.role().equals(Role.COMMANDER);
            case UPDATE_POSTED -> event instanceof IncidentEvent.UpdatePosted;
            case STATUS_PAGE_SENT ->
                    event instanceof StatusPageEvent
                            || (event instanceof DraftEvent.DraftSent e
                                    && DraftConsequences.isFor(
                                            "status-page", e.number(), incident));
            case ESCALATED -> event instanceof IncidentEvent.RolePaged e && !e.people().isEmpty();
            case CLOSED -> event instanceof IncidentEvent.Closed e && e.override().isBlank();
            case REVIEW_APPROVED -> event instanceof ReviewEvent.ReviewApproved;
            case MEMORY_KEPT,
                    SYSTEM_STATE_KEPT,
                    DISK_KEPT,
                    CLOUD_STATE_KEPT,
                    LOGS_KEPT,
                    CUSTODY_KEPT,
                    LEGAL_TOLD ->
                    EvidenceConsequences.shows(tick, event);
        };
    }
}

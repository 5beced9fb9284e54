package io.muster.core.notice;

import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.AlertEvent;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.DocumentEvent;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.DraftEvent;
import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.DutyEvent;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.FactEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.ReviewEvent;
import io.muster.core.incident.RoomEvent;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.incident.TalkEvent;
import io.muster.core.incident.TicketEvent;
import io.muster.core.incident.VendorEvent;

import java.util.List;

/** The table of contents of who hears what of the dossier. */
final class DossierReactions {
    private DossierReactions() {}

    static List<Effect> to(DossierEvent event, Happened happened, Incident after) {
        return switch (event) {
            case FactEvent e -> FactReactions.to(e, happened, after);
            case EvidenceEvent e -> EvidenceReactions.to(e, happened, after);
            case AudienceEvent e -> AudienceReactions.to(e, happened, after);
            case DutyEvent e -> DutyReactions.to(e, happened, after);
            case DraftEvent e -> DraftReactions.to(e, happened, after);
            case ReviewEvent e -> ReviewReactions.to(e, happened, after);
            case ActionEvent e -> ActionReactions.to(e, happened, after);
            case DrillEvent e -> DrillReactions.to(e, happened, after);
            case DocumentEvent e -> DocumentReactions.to(e, happened);
            case ReachEvent e -> ReachReactions.to(e, after);
            case RoomEvent e -> RoomReactions.to(e, after);
            case VendorEvent e -> VendorReactions.to(e, happened, after);
            case StatusPageEvent e -> StatusPageReactions.to(e, happened, after);
            case TicketEvent e -> TicketReactions.to(e, happened, after);
            case AlertEvent e -> AlertReactions.to(e, happened, after);
            case TalkEvent e -> TalkReactions.to(e, happened, after);
        };
    }
}

package io.muster.core.timeline;

import io.muster.core.Phrase;
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
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.ReviewEvent;
import io.muster.core.incident.RoomEvent;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.incident.TalkEvent;
import io.muster.core.incident.TicketEvent;
import io.muster.core.incident.VendorEvent;

/** The table of contents of how the dossier reads in the timeline. */
final class DossierLines {
    private DossierLines() {}

    static Phrase what(DossierEvent event) {
        return switch (event) {
            case FactEvent e -> FactLines.what(e);
            case EvidenceEvent e -> EvidenceLines.what(e);
            case AudienceEvent e -> AudienceLines.what(e);
            case DutyEvent e -> DutyLines.what(e);
            case DraftEvent e -> DraftLines.what(e);
            case ReviewEvent e -> ReviewLines.what(e);
            case ActionEvent e -> ActionLines.what(e);
            case DrillEvent e -> DrillLines.what(e);
            case DocumentEvent e -> DocumentLines.what(e);
            case ReachEvent e -> ReachLines.what(e);
            case RoomEvent e -> RoomLines.what(e);
            case VendorEvent e -> VendorLines.what(e);
            case StatusPageEvent e -> StatusPageLines.what(e);
            case TicketEvent e -> TicketLines.what(e);
            case AlertEvent e -> AlertLines.what(e);
            case TalkEvent e -> TalkLines.what(e);
        };
    }
}

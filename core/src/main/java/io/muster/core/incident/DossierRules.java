package io.muster.core.incident;

/** The table of contents of the rules for the {@link Dossier}. */
final class DossierRules {
    private DossierRules() {}

    static Decision decide(Incident incident, DossierCommand command, Moment moment) {
        return switch (command) {
            case FactCommand c -> FactRules.decide(incident, c, moment);
            case EvidenceCommand c -> EvidenceRules.decide(incident, c, moment);
            case AudienceCommand c -> AudienceRules.decide(incident, c, moment);
            case DutyCommand c -> DutyRules.decide(incident, c, moment);
            case DraftCommand c -> DraftRules.decide(incident, c, moment);
            case ReviewCommand c -> ReviewRules.decide(incident, c, moment);
            case ActionCommand c -> ActionRules.decide(incident, c, moment);
            case DrillCommand c -> DrillRules.decide(incident, c, moment);
            case DocumentCommand c -> DocumentRules.decide(incident, c);
            case ReachCommand c -> ReachRules.decide(incident, c, moment);
            case RoomCommand c -> RoomRules.decide(incident, c);
            case VendorCommand c -> VendorRules.decide(incident, c, moment);
            case StatusPageCommand c -> StatusPageRules.decide(incident, c, moment);
            case TicketCommand c -> TicketRules.decide(incident, c, moment);
            case AlertCommand c -> AlertRules.decide(incident, c, moment);
            case TalkCommand c -> TalkRules.decide(incident, c, moment);
        };
    }
}

package io.muster.core.incident;

import io.muster.core.action.Actions;
import io.muster.core.alert.Alarms;
import io.muster.core.approval.Drafts;
import io.muster.core.audience.Audiences;
import io.muster.core.drill.Exercise;
import io.muster.core.duty.Duties;
import io.muster.core.evidence.Register;
import io.muster.core.fact.Facts;
import io.muster.core.review.Review;
import io.muster.core.ticket.Ticket;
import io.muster.core.ticket.Tickets;
import io.muster.core.vendor.Vendor;

import java.util.Optional;

/**
 * What an incident has to show for itself beside its course: what was established, what proves it,
 * who was told, what was learned. One slice per room.
 */
public record Dossier(
        Facts facts,
        Register evidence,
        Audiences audiences,
        Duties duties,
        Drafts drafts,
        Review review,
        Actions actions,
        Exercise exercise,
        Optional<DocumentPlace> document,
        Optional<Vendor> vendor,
        Tickets tickets,
        Alarms alarms) {
    /** Nothing to show yet. */
    public static final Dossier NONE =
            new Dossier(
                    Facts.NONE,
                    Register.NONE,
                    Audiences.NONE,
                    Duties.NONE,
                    Drafts.NONE,
                    Review.NONE,
                    Actions.NONE,
                    Exercise.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Tickets.NONE,
                    Alarms.NONE);

    /** What it holds after this. */
    Dossier apply(DossierEvent event, Happened happened) {
        return switch (event) {
            case FactEvent e -> with(FactFold.after(facts, e, happened));
            case EvidenceEvent e -> with(EvidenceFold.after(evidence, e, happened));
            case AudienceEvent e -> with(AudienceFold.after(audiences, e, happened));
            case DutyEvent e -> with(DutyFold.after(duties, e, happened));
            case DraftEvent e -> with(DraftFold.after(drafts, e, happened));
            case ReviewEvent e -> with(ReviewFold.after(review, e, happened));
            case ActionEvent e -> with(ActionFold.after(actions, e, happened));
            case DrillEvent e -> with(DrillFold.after(exercise, e, happened));
            case DocumentEvent e -> with(DocumentFold.after(document, e));
            case VendorEvent e -> with(VendorFold.after(e, happened));
            case TicketEvent e ->
                    with(TicketFold.after(tickets, e, happened)).with(TicketFold.after(actions, e));
            case AlertEvent e -> with(AlertFold.after(alarms, e, happened));
        };
    }

    /** Where the incident is kept in the team's own system. */
    public Optional<Ticket> ticket() {
        return tickets.linked();
    }

    /** What it holds after somebody was called. */
    Dossier called(IncidentEvent.RolePaged event, Happened happened) {
        return with(AudienceFold.called(audiences, event, happened));
    }

    /** What it holds after somebody took the incident up. */
    Dossier takenUp(Happened happened) {
        return with(AudienceFold.takenUp(audiences, happened));
    }

    private Dossier with(Facts changed) {
        return new Dossier(
                changed, evidence, audiences, duties, drafts, review, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Register changed) {
        return new Dossier(
                facts, changed, audiences, duties, drafts, review, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Audiences changed) {
        return new Dossier(
                facts, evidence, changed, duties, drafts, review, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Duties changed) {
        return new Dossier(
                facts, evidence, audiences, changed, drafts, review, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Drafts changed) {
        return new Dossier(
                facts, evidence, audiences, duties, changed, review, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Review changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, changed, actions, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Actions changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, review, changed, exercise, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Exercise changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, review, actions, changed, document,
                vendor, tickets, alarms);
    }

    private Dossier with(Optional<DocumentPlace> changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, review, actions, exercise, changed,
                vendor, tickets, alarms);
    }

    private Dossier with(Vendor changed) {
        return new Dossier(
                facts,
                evidence,
                audiences,
                duties,
                drafts,
                review,
                actions,
                exercise,
                document,
                Optional.of(changed),
                tickets,
                alarms);
    }

    private Dossier with(Tickets changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, review, actions, exercise, document,
                vendor, changed, alarms);
    }

    private Dossier with(Alarms changed) {
        return new Dossier(
                facts, evidence, audiences, duties, drafts, review, actions, exercise, document,
                vendor, tickets, changed);
    }
}

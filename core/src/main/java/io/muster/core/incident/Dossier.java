package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.action.Actions;
import io.muster.core.alert.Alarms;
import io.muster.core.approval.Drafts;
import io.muster.core.audience.Audiences;
import io.muster.core.drill.Exercise;
import io.muster.core.duty.Duties;
import io.muster.core.evidence.Register;
import io.muster.core.fact.Facts;
import io.muster.core.reach.Reaches;
import io.muster.core.review.Review;
import io.muster.core.statuspage.Publications;
import io.muster.core.talk.Talk;
import io.muster.core.ticket.Ticket;
import io.muster.core.ticket.Tickets;
import io.muster.core.vendor.Vendor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an incident has to show for itself beside its course: what was established, what proves it,
 * who was told, what was learned. One slice per room, each a value of a class of its own, by which
 * it is found; a new room adds one line to {@link #apply} and its reader.
 */
public final class Dossier {
    /** Nothing to show yet. */
    public static final Dossier NONE = new Dossier(Map.of());

    private final Map<Class<?>, Object> slices;

    private Dossier(Map<Class<?>, Object> slices) {
        this.slices = slices;
    }

    /** What it holds after this. */
    Dossier apply(DossierEvent event, Happened happened) {
        return switch (event) {
            case FactEvent e -> with(FactFold.after(facts(), e, happened));
            case EvidenceEvent e -> with(EvidenceFold.after(evidence(), e, happened));
            case AudienceEvent e -> with(AudienceFold.after(audiences(), e, happened));
            case DutyEvent e -> with(DutyFold.after(duties(), e, happened));
            case DraftEvent e -> with(DraftFold.after(drafts(), e, happened));
            case ReviewEvent e -> with(ReviewFold.after(review(), e, happened));
            case ActionEvent e ->
                    with(ActionFold.after(actions(), e, happened))
                            .with(TicketFold.after(tickets(), e));
            case DrillEvent e -> with(DrillFold.after(exercise(), e, happened));
            case DocumentEvent e -> DocumentFold.after(document(), e).map(this::with).orElse(this);
            case ReachEvent e -> with(ReachFold.after(reaches(), e, happened));
            case RoomEvent ignored -> this; // changes the incident itself
            case VendorEvent e -> with(VendorFold.after(e, happened));
            case StatusPageEvent e -> with(StatusPageFold.after(published(), e, happened));
            case TicketEvent e ->
                    with(TicketFold.after(tickets(), e, happened))
                            .with(TicketFold.after(actions(), e));
            case AlertEvent e -> with(AlertFold.after(alarms(), e, happened));
            case TalkEvent e -> with(TalkFold.after(talk(), e, happened));
        };
    }

    /** What it holds after somebody was called. */
    Dossier called(IncidentEvent.RolePaged event, Happened happened) {
        return with(AudienceFold.called(audiences(), event, happened));
    }

    /** What it holds after somebody took the incident up. */
    Dossier takenUp(Happened happened) {
        return with(AudienceFold.takenUp(audiences(), happened));
    }

    /** What it holds after something became of its channel. */
    Dossier moved(Whereabouts whereabouts) {
        return with(whereabouts);
    }

    /** What it holds once this person hears no more of it. */
    Dossier unfollowed(PersonId person) {
        return with(talk().leftBy(person));
    }

    /** What was established. */
    public Facts facts() {
        return slice(Facts.class).orElse(Facts.NONE);
    }

    /** What proves it. */
    public Register evidence() {
        return slice(Register.class).orElse(Register.NONE);
    }

    /** Who is to be told, and who was. */
    public Audiences audiences() {
        return slice(Audiences.class).orElse(Audiences.NONE);
    }

    /** Duties to notify. */
    public Duties duties() {
        return slice(Duties.class).orElse(Duties.NONE);
    }

    /** What was written to leave the building. */
    public Drafts drafts() {
        return slice(Drafts.class).orElse(Drafts.NONE);
    }

    /** The post-mortem. */
    public Review review() {
        return slice(Review.class).orElse(Review.NONE);
    }

    /** What follows from it. */
    public Actions actions() {
        return slice(Actions.class).orElse(Actions.NONE);
    }

    /** What belongs to a drill. */
    public Exercise exercise() {
        return slice(Exercise.class).orElse(Exercise.NONE);
    }

    /** Where its document is kept; empty until it was opened. */
    public Optional<DocumentPlace> document() {
        return slice(DocumentPlace.class);
    }

    /** The vendor at which it began, if it was one. */
    public Optional<Vendor> vendor() {
        return slice(Vendor.class);
    }

    /** Its tickets in the team's own system, and those of its action items. */
    public Tickets tickets() {
        return slice(Tickets.class).orElse(Tickets.NONE);
    }

    /** Where it is kept in the team's own system. */
    public Optional<Ticket> ticket() {
        return tickets().linked();
    }

    /** The alerts that belong to it. */
    public Alarms alarms() {
        return slice(Alarms.class).orElse(Alarms.NONE);
    }

    /** How people are being reached. */
    public Reaches reaches() {
        return slice(Reaches.class).orElse(Reaches.NONE);
    }

    /** What was said about it, and who follows it. */
    public Talk talk() {
        return slice(Talk.class).orElse(Talk.NONE);
    }

    /** What the public was told on the status page. */
    public Publications published() {
        return slice(Publications.class).orElse(Publications.NONE);
    }

    /** What became of the channels that it had. */
    public Whereabouts whereabouts() {
        return slice(Whereabouts.class).orElse(Whereabouts.NONE);
    }

    private <T> Optional<T> slice(Class<T> type) {
        return Optional.ofNullable(type.cast(slices.get(type)));
    }

    private Dossier with(Object slice) {
        Map<Class<?>, Object> changed = new HashMap<>(slices);
        changed.put(slice.getClass(), slice);
        return new Dossier(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dossier dossier && slices.equals(dossier.slices);
    }

    @Override
    public int hashCode() {
        return slices.hashCode();
    }

    @Override
    public String toString() {
        return "Dossier" + slices.values();
    }
}

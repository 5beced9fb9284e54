package io.muster.core.incident;

import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.RoleName;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reaches;
import io.muster.core.roster.Contact;

import java.util.List;

/**
 * Those who hold a role and are not in the chat get by mail what others get there. What fails comes
 * back to whoever has to do it by hand. In a drill they get nothing.
 */
final class OutsiderConsequences {
    private final Unfolding unfolding;
    private final Moment moment;

    private OutsiderConsequences(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.moment = unfolding.moment();
    }

    static void follow(Unfolding unfolding) {
        if (!ReachRules.mailsOutside(unfolding.incident(), unfolding.moment())) {
            return;
        }
        OutsiderConsequences consequences = new OutsiderConsequences(unfolding);
        consequences.callThoseWhoMustKnow();
        consequences.tellThoseWhoseTimeHasCome();
        for (IncidentEvent event : unfolding.events()) {
            consequences.follow(event);
        }
    }

    private void callThoseWhoMustKnow() {
        if (!incident().status().isActive()) {
            return;
        }
        for (RoleName role : RosterConsequences.mustKnow(incident(), moment.policy())) {
            boolean written = !reaches().mailsTo(role.value()).isEmpty();
            if (!written && nobodyInTheChat(role)) {
                mail(role, Matter.PAGE, role.value());
            }
        }
    }

    private void tellThoseWhoseTimeHasCome() {
        boolean applies =
                !incident().header().suspicion() && incident().status() != Status.DISMISSED;
        if (!applies) {
            return;
        }
        for (Audience audience : incident().dossier().audiences().open()) {
            Cell cell = audience.owed().orElseThrow();
            boolean time =
                    cell.when() != Cell.When.DIGEST
                            && !cell.byItself(incident().declaredAt()).isAfter(moment.now());
            if (time
                    && AudienceRules.conditionHolds(incident(), audience)
                    && ReachRules.isToBeMailed(incident(), audience, moment)) {
                unfolding.happens(ReachRules.mails(incident(), audience, Matter.WORD, moment));
            }
        }
    }

    private void follow(IncidentEvent event) {
        switch (event) {
            case IncidentEvent.ObligationRang e when ReachConsequences.isCall(e) ->
                    e.told().stream()
                            .filter(told -> told.target().next() == 0)
                            .map(told -> told.target().role())
                            .filter(this::nobodyInTheChat)
                            .forEach(role -> mail(role, Matter.PAGE, role.value()));
            case DraftEvent.DraftSubmitted e ->
                    e.asked().forEach(request -> askForApproval(e.number(), request));
            case ReviewEvent.ReviewApproved ignored -> report();
            default -> {} // concerns nobody outside
        }
    }

    /** They can read it; to agree they have to come into the chat, for the record knows no mail. */
    private void askForApproval(int draft, Request request) {
        if (request.person().isEmpty()) {
            for (Contact contact : moment.roster().elsewhere(request.role())) {
                unfolding.happens(
                        ReachRules.mail(
                                incident(),
                                contact,
                                Matter.APPROVAL,
                                String.valueOf(draft),
                                Draft.label(draft) + ", as " + request.title()));
            }
        }
    }

    /** What a private incident taught stays among those who may see it. */
    private void report() {
        if (incident().header().isPrivate()) {
            return;
        }
        List<Hearing> hearings =
                moment.policy().reviewing().stream()
                        .flatMap(r -> r.hearings(incident().severity()).stream())
                        .filter(h -> nobodyInTheChat(h.to()))
                        .filter(h -> incident().dossier().review().presentation(h.name()).isEmpty())
                        .toList();
        for (Hearing hearing : hearings) {
            for (Contact contact : moment.roster().elsewhere(hearing.to())) {
                unfolding.happens(
                        ReachRules.mail(
                                incident(),
                                contact,
                                Matter.REPORT,
                                hearing.name(),
                                hearing.title()));
            }
        }
    }

    private void mail(RoleName role, Matter matter, String about) {
        for (Contact contact : moment.roster().elsewhere(role)) {
            unfolding.happens(
                    ReachRules.mail(
                            incident(), contact, matter, about, moment.policy().titleOf(role)));
        }
    }

    private boolean nobodyInTheChat(RoleName role) {
        return Reachable.everyone(role, incident(), moment.roster()).isEmpty();
    }

    private Reaches reaches() {
        return incident().dossier().reaches();
    }

    private Incident incident() {
        return unfolding.incident();
    }
}

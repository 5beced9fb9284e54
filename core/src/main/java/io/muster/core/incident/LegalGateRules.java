package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Register;
import io.muster.core.policy.Act;
import io.muster.core.policy.Counsel;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;

import java.util.List;

/** Evidence leaves the organisation only after Legal was told, and stays while Legal says so. */
final class LegalGateRules {
    private LegalGateRules() {}

    static Decision ask(Incident incident, Moment moment) {
        Register register = incident.dossier().evidence();
        if (register.legal().isPresent()) {
            return toldAlready(register.legal().get(), moment);
        }
        Counsel counsel = moment.policy().counsel();
        List<PersonId> people =
                Reachable.people(Target.onDuty(counsel.role()), incident, moment.roster());
        if (people.isEmpty()) {
            return nobody(counsel.role(), moment.policy());
        }
        if (register.asked().containsAll(people)) {
            return Decision.refuse(
                    Phrase.EMPTY
                            .everyone(people)
                            .say(" has been asked already and has not answered yet."));
        }
        return Decision.accept(
                new EvidenceEvent.LegalAsked(people, moment.policy().counselTitle()));
    }

    /** A role can only be given to somebody if the policy knows it. */
    private static Decision nobody(RoleName role, Policy policy) {
        Phrase toldByHand =
                policy.role(role).isPresent()
                        ? Phrase.of("Nobody holds the role " + policy.titleOf(role) + " here. ")
                                .say("Name someone with ")
                                .code("/incident assign " + role + " @person")
                                .say(", or tell them yourself and record it with ")
                        : Phrase.of("The policy has no role for " + policy.counselWord() + ". ")
                                .say("Tell them yourself and record it with ");
        return Decision.refuse(toldByHand.code("/incident evidence legal <how>").say("."));
    }

    static Decision told(Register register, EvidenceCommand.NotifyLegal c, Moment moment) {
        if (register.legal().isPresent()) {
            return toldAlready(register.legal().get(), moment);
        }
        Counsel counsel = moment.policy().counsel();
        boolean isLegal =
                moment.by()
                        .person()
                        .filter(p ->
                                register.asked().contains(p)
                                        || moment.roster().holds(p, counsel.role()))
                        .isPresent();
        if (!isLegal && c.whom().isEmpty() && c.how().isBlank()) {
            return Decision.refuse(
                    "Say whom in " + moment.policy().counselWord() + " you told, and how.");
        }
        return Decision.accept(
                new EvidenceEvent.LegalNotified(
                        isLegal ? moment.by().person() : c.whom(),
                        c.how(),
                        isLegal,
                        moment.policy().counselTitle()));
    }

    static Decision share(
            Incident incident, Exhibit exhibit, EvidenceCommand.ShareExhibit c, Moment moment) {
        if (!exhibit.isKept()) {
            return CustodyRules.gone(exhibit);
        }
        if (c.with().isBlank()) {
            return Decision.refuse(
                    "Say who gets it: the organisation, and the person if you know.");
        }
        if (c.purpose().isBlank()) {
            return Decision.refuse("Say what for.");
        }
        return SharingRules.leave(incident, exhibit, c, moment);
    }

    static Decision place(Register register, EvidenceCommand.PlaceHold c) {
        if (register.hold().isPresent()) {
            return Decision.refuse(
                    Phrase.of("A legal hold stands already, since ")
                            .at(register.hold().get().since())
                            .say("."));
        }
        if (c.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why: ").code("/incident evidence hold <reason>").say("."));
        }
        return Decision.accept(new EvidenceEvent.LegalHoldPlaced(c.reason()));
    }

    static Decision release(Incident incident, EvidenceCommand.ReleaseHold c, Moment moment) {
        if (incident.dossier().evidence().hold().isEmpty()) {
            return Decision.refuse("No legal hold stands.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why it ends: ")
                            .code("/incident evidence hold off <reason>")
                            .say("."));
        }
        RoleName legal = moment.policy().counsel().role();
        Decision released = Decision.accept(new EvidenceEvent.LegalHoldReleased(c.reason()));
        boolean isLegal =
                moment.by()
                        .person()
                        .filter(p ->
                                incident.holder(legal).filter(p::equals).isPresent()
                                        || moment.roster().holds(p, legal))
                        .isPresent();
        return isLegal
                ? released
                : AccessRules.refusal(incident, Act.OVERRIDE, moment).orElse(released);
    }

    private static Decision toldAlready(Register.LegalNote note, Moment moment) {
        Phrase phrase = Phrase.of(moment.policy().counselWord() + " was told on ").at(note.at());
        return Decision.refuse(
                note.by().person().map(p -> phrase.say(" by ").who(p)).orElse(phrase).say("."));
    }
}

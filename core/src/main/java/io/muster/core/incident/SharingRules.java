package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.evidence.Exhibit;
import io.muster.core.policy.Act;
import io.muster.core.policy.AutoTick;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evidence goes outside once Legal was told and the policy's own gates before it are open. The
 * commander may go past both at once, with one reason; what was gone past stands in the record one
 * by one.
 */
final class SharingRules {
    private SharingRules() {}

    static Decision leave(
            Incident incident, Exhibit exhibit, EvidenceCommand.ShareExhibit c, Moment moment) {
        boolean told = incident.dossier().evidence().legal().isPresent();
        GateRules.Attempt attempt = sharing(exhibit);
        List<Gates.Closed> closed = Gates.missing(incident, moment.policy(), attempt.act());
        Optional<Decision> refusal =
                told
                        ? GateRules.refusal(incident, closed, attempt, c.override(), moment)
                        : untold(incident, exhibit, closed, c.override(), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<IncidentEvent> events =
                new ArrayList<>(GateRules.overridden(closed, attempt, c.override()));
        events.add(
                new EvidenceEvent.EvidenceShared(
                        exhibit.number(),
                        c.with(),
                        c.purpose(),
                        told ? FreeText.NONE : c.override(),
                        moment.policy().counselTitle()));
        return new Decision.Accepted(events);
    }

    private static GateRules.Attempt sharing(Exhibit exhibit) {
        return new GateRules.Attempt(
                new Guard.SharingEvidence(),
                exhibit.label() + " cannot leave",
                "sharing " + exhibit.label(),
                "");
    }

    private static Optional<Decision> untold(
            Incident incident,
            Exhibit exhibit,
            List<Gates.Closed> closed,
            FreeText override,
            Moment moment) {
        return override.isBlank()
                ? Optional.of(
                        Decision.refuse(legalFirst(exhibit, closed, moment.policy().counselWord())))
                : AccessRules.refusal(incident, Act.OVERRIDE, moment);
    }

    private static Phrase legalFirst(Exhibit exhibit, List<Gates.Closed> closed, String legal) {
        Phrase phrase =
                Phrase.of(exhibit.label() + " stays here until " + legal + " was told. Press ")
                        .strong("Tell " + legal)
                        .say(" in the register, or if they know already, record it with ")
                        .code("/incident evidence legal @person <how>")
                        .say(".");
        for (Gates.Closed gate : closed) {
            List<Item> besides =
                    gate.missing().stream()
                            .filter(item ->
                                    !item.tickedBy().equals(Optional.of(AutoTick.LEGAL_TOLD)))
                            .toList();
            if (!besides.isEmpty()) {
                phrase = GateRules.waits(phrase, gate.gate(), besides);
            }
        }
        return phrase.say(" The commander may go on with a reason, which stays in the record.");
    }
}

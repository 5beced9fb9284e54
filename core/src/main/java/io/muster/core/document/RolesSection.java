package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.RoleBook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who answers for what, since when. */
final class RolesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.incident().crew().roles().holders().entrySet().stream()
                        .map(held -> row(subject, held))
                        .toList();
        List<Passage> passages =
                rows.isEmpty()
                        ? List.of(new Passage.Paragraph(Phrase.of("Nobody holds a role yet.")))
                        : List.of(new Passage.Table(List.of("Role", "Who", "Since"), rows));
        return new Chapter("Roles", passages);
    }

    private static List<Phrase> row(Subject subject, Map.Entry<RoleName, RoleBook.Holding> held) {
        RoleName role = held.getKey();
        Optional<Subject.Told<IncidentEvent.RoleAssigned>> given =
                subject.last(IncidentEvent.RoleAssigned.class, e -> e.role().equals(role));
        return List.of(
                Phrase.of(subject.policy().titleOf(role)),
                Phrase.EMPTY.who(held.getValue().person()),
                given.map(RolesSection::since).orElse(Wording.NOTHING));
    }

    private static Phrase since(Subject.Told<IncidentEvent.RoleAssigned> given) {
        Phrase at = Phrase.EMPTY.at(given.happened().at());
        return given.event().byPolicy()
                ? at.say(", as the policy says")
                : at.say(", by ").then(Wording.who(given.happened().by()));
    }
}

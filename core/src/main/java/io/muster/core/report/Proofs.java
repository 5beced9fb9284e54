package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.DutyEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.RecordKind;
import io.muster.core.program.ProgramLines;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Timeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every entry of the period that shows something. */
final class Proofs {
    private Proofs() {}

    static List<Proof> of(CaseFile file, Period period) {
        return file.story().stream()
                .filter(t -> period.holds(t.happened().at()))
                .map(t -> proof(file, t))
                .filter(p -> !p.kinds().isEmpty())
                .toList();
    }

    static List<Proof> of(PlanFile plan, Period period) {
        return plan.story().stream()
                .filter(t -> period.holds(t.happened().at()))
                .map(t ->
                        new Proof(
                                Kinds.of(t.happened().event()),
                                PlanFile.reference(t),
                                ProgramLines.sentence(t.happened()),
                                false))
                .filter(p -> !p.kinds().isEmpty())
                .toList();
    }

    private static Proof proof(CaseFile file, Traced traced) {
        Set<RecordKind> kinds = kinds(file, traced.happened().event());
        return new Proof(
                kinds,
                file.reference(traced),
                file.concealed() ? concealed(kinds) : sentence(traced.happened()),
                file.isDrill());
    }

    /** A drill shows that drills are held, and of a vendor's incident the word that followed. */
    private static Set<RecordKind> kinds(CaseFile file, IncidentEvent event) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        kinds.addAll(Kinds.of(event));
        boolean course =
                event instanceof IncidentEvent.Declared || event instanceof IncidentEvent.Closed;
        boolean word = event instanceof AudienceEvent.AudienceTold || event instanceof DutyEvent;
        if (file.isDrill() && course) {
            kinds.add(RecordKind.DRILLS);
        }
        if (file.isOfAVendor() && !kinds.isEmpty() && (course || word)) {
            kinds.add(RecordKind.VENDORS);
        }
        return kinds;
    }

    private static Phrase sentence(Happened happened) {
        Phrase what = Timeline.what(happened.event());
        return switch (happened.by()) {
            case Actor.Person p -> what.say(" — ").who(p.id());
            case Actor.Alarm a -> what.say(" — alarm of " + a.source());
            case Actor.Muster ignored -> what;
        };
    }

    private static Phrase concealed(Set<RecordKind> kinds) {
        return Phrase.of(
                "(private) "
                        + kinds.stream()
                                .sorted()
                                .map(RecordKind::word)
                                .collect(Collectors.joining(", ")));
    }
}

package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An incident as it stood when the period ended, with the entries that made it so. What was
 * recorded later is not looked at, so that the report of a period that is over stays the same.
 *
 * @param policy the text that it is judged by
 * @param concealed it is private and the reader may not see it: it is counted and not described
 */
public record CaseFile(Incident incident, Policy policy, List<Traced> story, boolean concealed) {
    public CaseFile {
        story = List.copyOf(story);
    }

    /**
     * The file as it stood then; empty if there was none yet.
     *
     * @param story all entries, oldest first
     * @param mayRead whether the reader may see this incident
     */
    public static Optional<CaseFile> asOf(
            Instant end,
            IncidentId id,
            List<Traced> story,
            Function<PolicyVersion, Policy> policies,
            Predicate<Incident> mayRead) {
        List<Traced> then = story.stream().filter(t -> t.happened().at().isBefore(end)).toList();
        if (then.isEmpty()) {
            return Optional.empty();
        }
        Incident incident = Incident.declared(id, then.getFirst().happened());
        for (Traced traced : then.subList(1, then.size())) {
            incident = incident.apply(traced.happened());
        }
        return Optional.of(
                new CaseFile(
                        incident,
                        policies.apply(incident.header().policy()),
                        then,
                        incident.header().isPrivate() && !mayRead.test(incident)));
    }

    /** What it is called, where its reader may know. */
    public Phrase title() {
        return concealed ? Phrase.of("(private)") : Phrase.EMPTY.quote(incident.header().title());
    }

    /** Whether nothing of it was real. */
    public boolean isDrill() {
        return incident.header().drill();
    }

    /** Whether it began at a vendor. */
    public boolean isOfAVendor() {
        boolean named = incident.dossier().vendor().isPresent();
        return named
                || policy.vendorKind()
                        .filter(kind -> incident.header().kind().equals(Optional.of(kind.name())))
                        .isPresent();
    }

    /** What was promised to somebody, kept or not. */
    List<Obligation> promises() {
        return incident.obligations().all().values().stream()
                .filter(o -> Kinds.isPromise(o.id()))
                .toList();
    }

    /** Where this entry is found. */
    Reference reference(Traced traced) {
        return new Reference(incident.id(), traced.entry(), traced.happened().at(), traced.hash());
    }

    /** The newest entry of which this is true. */
    Optional<Reference> newest(Predicate<Traced> isIt) {
        return story.reversed().stream().filter(isIt).findFirst().map(this::reference);
    }
}

package io.muster.core.report;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.drill.Conclusion;
import io.muster.core.duty.Standing;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.Fulfilment;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.Status;
import io.muster.core.incident.TaskEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RecordKind;
import io.muster.core.policy.Reviewing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What did not go as the plan says, of one incident. Of a drill only its outcome counts: its clocks
 * were played.
 */
final class Deviations {
    private final CaseFile file;
    private final Incident incident;
    private final Policy policy;
    private final Period period;
    private final Instant asOf;
    private final List<Deviation> found = new ArrayList<>();

    private Deviations(CaseFile file, Period period, Instant asOf) {
        this.file = file;
        this.incident = file.incident();
        this.policy = file.policy();
        this.period = period;
        this.asOf = asOf;
    }

    static List<Deviation> of(CaseFile file, Period period, Instant asOf) {
        Deviations deviations = new Deviations(file, period, asOf);
        if (!file.isDrill()) {
            file.promises().forEach(deviations::promise);
            deviations.commander();
            deviations.vendor();
            deviations.custody();
        }
        file.story().stream()
                .filter(t -> period.holds(t.happened().at()))
                .forEach(file.isDrill() ? deviations::drill : deviations::entry);
        return List.copyOf(deviations.found);
    }

    private void promise(Obligation promise) {
        Fulfilment kept = Fulfilment.of(incident, policy, promise, asOf);
        if (!kept.late() || !inThePeriod(promise, period, asOf)) {
            return;
        }
        Phrase due = Phrase.EMPTY.strong(title(promise)).say(", due ").at(promise.due());
        Optional<Phrase> how =
                switch (promise.state()) {
                    case OPEN -> Optional.of(due.say(", still owed").then(unanswered(promise)));
                    case MET ->
                            Optional.of(
                                    due.say(", kept ")
                                            .at(kept.at().orElse(promise.due()))
                                            .say(
                                                    ", "
                                                            + Spoken.length(
                                                                    kept.delay(promise, asOf))
                                                            + " late")
                                            .then(reason(promise)));
                    case MISSED -> Optional.of(due.say(", never kept"));
                    case DROPPED -> Optional.empty();
                };
        how.ifPresent(what -> add(sort(promise), about(promise), of(promise.id()), what));
    }

    /** Whether it was late at any time of the period, however long before that it was due. */
    static boolean inThePeriod(Obligation promise, Period period, Instant asOf) {
        return promise.due().isBefore(period.end())
                && !promise.settled().orElse(asOf).isBefore(period.start());
    }

    /** A legal clock runs until somebody says whether it applies: then that is what is missing. */
    private Phrase unanswered(Obligation promise) {
        String open =
                duty(promise)
                        .flatMap(duty -> duty.open().stream().map(duty::words))
                        .map(question -> " “" + question + "”")
                        .collect(Collectors.joining());
        return Phrase.of(open.isEmpty() ? "" : "; nobody has answered" + open);
    }

    /** Why a notice went out late, where somebody said so. */
    private Phrase reason(Obligation promise) {
        return duty(promise)
                .flatMap(duty -> duty.standing().discharged().stream())
                .map(Standing.Discharged::lateBecause)
                .filter(why -> !why.isBlank())
                .findFirst()
                .map(why -> Phrase.of(", because: ").quote(why))
                .orElse(Phrase.EMPTY);
    }

    /** The duty to notify that this promise is about, if it is about one and may be told. */
    private Stream<DutyCase> duty(Obligation promise) {
        return DutyCase.all(incident, policy).stream()
                .filter(duty -> !file.concealed())
                .filter(duty -> duty.rule().name().clock().equals(promise.id().clock()));
    }

    private String title(Obligation promise) {
        return file.concealed() ? "(private) " + about(promise).word() : promise.title();
    }

    private static Deviation.Sort sort(Obligation promise) {
        return switch (promise.state()) {
            case OPEN -> Deviation.Sort.OVERDUE;
            case MET -> Deviation.Sort.LATE;
            case MISSED, DROPPED -> Deviation.Sort.MISSED;
        };
    }

    /** Clocks that other rooms keep are called after those. */
    private static RecordKind about(Obligation promise) {
        String clock = promise.id().clock().value();
        if (clock.equals(Reviewing.CLOCK.value())
                || clock.startsWith(Reviewing.CLOCK.value() + ".")) {
            return RecordKind.POST_MORTEMS;
        }
        return clock.startsWith("action.")
                ? RecordKind.ACTIONS
                : clock.startsWith("duty.")
                        ? RecordKind.NOTICES
                        : clock.startsWith("audience.") ? RecordKind.ESCALATION : RecordKind.CLOCKS;
    }

    /** The last that the record says of this promise. */
    private Reference of(ObligationId id) {
        return file.newest(t ->
                        switch (t.happened().event()) {
                            case IncidentEvent.ObligationOpened e -> e.obligation().id().equals(id);
                            case IncidentEvent.ObligationMet e -> e.id().equals(id);
                            case IncidentEvent.ObligationMissed e -> e.id().equals(id);
                            case IncidentEvent.ObligationRejudged e -> e.id().equals(id);
                            default -> false; // what else is said of it neither keeps nor breaks it
                        })
                .orElseGet(this::newest);
    }

    private Reference newest() {
        return file.reference(file.story().getLast());
    }

    private void commander() {
        boolean wanted =
                incident.status() == Status.CONFIRMED
                        || incident.status() == Status.RESOLVED
                        || incident.status() == Status.CLOSED;
        if (wanted && incident.commander().isEmpty() && declaredHere()) {
            add(
                    Deviation.Sort.MISSING,
                    RecordKind.ROLES,
                    newest(),
                    Phrase.of("Nobody was given command"));
        }
    }

    private void vendor() {
        boolean silent =
                incident.dossier()
                        .vendor()
                        .flatMap(io.muster.core.vendor.Vendor::told)
                        .or(() -> incident.dossier().duties().vendorToldAt())
                        .isEmpty();
        if (file.isOfAVendor() && silent && declaredHere()) {
            add(
                    Deviation.Sort.MISSING,
                    RecordKind.VENDORS,
                    newest(),
                    Phrase.of("When the vendor told us is not recorded"));
        }
    }

    private void custody() {
        for (Exhibit exhibit : incident.dossier().evidence().exhibits()) {
            if (!exhibit.chainIsUnbroken() && declaredHere()) {
                add(
                        Deviation.Sort.CUSTODY,
                        RecordKind.EVIDENCE,
                        newest(),
                        Phrase.of("The chain of custody of " + exhibit.label() + " is broken"));
            }
        }
    }

    private boolean declaredHere() {
        return period.holds(incident.declaredAt());
    }

    private void drill(Traced traced) {
        if (traced.happened().event() instanceof DrillEvent.DrillConcluded e
                && !passed(e.verdict())) {
            add(
                    Deviation.Sort.FAILED,
                    RecordKind.DRILLS,
                    file.reference(traced),
                    because(e.verdict().words(), e.result()));
        }
    }

    private void entry(Traced traced) {
        Reference where = file.reference(traced);
        switch (traced.happened().event()) {
            case IncidentEvent.PhaseFinished e when !e.override().isBlank() ->
                    override(
                            RecordKind.PHASES,
                            where,
                            e.title()
                                    + " finished with "
                                    + Spoken.count(e.leftOpen().size(), "required item")
                                    + " open",
                            e.override());
            case TaskEvent.GateOverridden e ->
                    override(
                            RecordKind.PHASES,
                            where,
                            e.title()
                                    + ", with "
                                    + Spoken.count(e.missing().size(), "item")
                                    + " open",
                            e.reason());
            case EvidenceEvent.EvidenceShared e when !e.override().isBlank() ->
                    override(
                            RecordKind.EVIDENCE,
                            where,
                            Exhibit.label(e.number()) + " shared before Legal had confirmed",
                            e.override());
            case IncidentEvent.Closed e when !e.override().isBlank() ->
                    add(
                            Deviation.Sort.EARLY,
                            RecordKind.RECOVERY,
                            where,
                            because("Closed before the stability watch was over", e.override()));
            case EvidenceEvent.EvidenceMismatch e ->
                    add(
                            Deviation.Sort.CUSTODY,
                            RecordKind.EVIDENCE,
                            where,
                            Phrase.of(
                                    Exhibit.label(e.number())
                                            + " no longer had its registered hash"));
            default -> {} // everything else went as the plan says, or is judged by its clock
        }
    }

    private static boolean passed(Conclusion.Verdict verdict) {
        return verdict == Conclusion.Verdict.PASSED
                || verdict == Conclusion.Verdict.PASSED_WITH_FINDINGS;
    }

    private void override(RecordKind about, Reference where, String what, FreeText why) {
        add(Deviation.Sort.OVERRIDE, about, where, because(what, why));
    }

    private Phrase because(String what, FreeText why) {
        return file.concealed() || why.isBlank()
                ? Phrase.of(what)
                : Phrase.of(what + ": ").quote(why);
    }

    /** The word that followed a vendor's incident is part of how vendors are managed. */
    private void add(Deviation.Sort sort, RecordKind about, Reference where, Phrase what) {
        boolean word = about == RecordKind.NOTICES || about == RecordKind.ESCALATION;
        Set<RecordKind> kinds =
                word && file.isOfAVendor() ? Set.of(about, RecordKind.VENDORS) : Set.of(about);
        found.add(new Deviation(sort, kinds, where, what));
    }
}

package io.muster.core.program;

import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Obligations;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.roster.DutyOverride;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is true of the program: which plan is in force, what is owed to it, what proves that it was
 * done. An immutable value, made by folding what has happened; it sees neither policy nor clock.
 *
 * @param adoptions every version that came into force, the newest last
 * @param causes the incidents for which a review is owed, by the promise
 * @param overrides who stands in for whom on call
 * @param drills the drill that was begun to do it, by the promise
 */
public record Program(
        List<Adoption> adoptions,
        Obligations obligations,
        Map<ObligationId, List<Cause>> causes,
        Map<ObligationId, IncidentId> drills,
        Map<ObligationId, Proof> proofs,
        Overrides overrides) {
    /** Before anything happened. */
    public static final Program NONE =
            new Program(List.of(), Obligations.NONE, Map.of(), Map.of(), Map.of(), Overrides.NONE);

    public Program {
        adoptions = List.copyOf(adoptions);
        causes = Map.copyOf(causes);
        drills = Map.copyOf(drills);
        proofs = Map.copyOf(proofs);
    }

    /** What is true after this. */
    public Program apply(ProgramHappened happened) {
        return switch (happened.event()) {
            case ProgramEvent.PlanAdopted e ->
                    adopted(
                            new Adoption(
                                    e.policy(),
                                    e.document(),
                                    e.version(),
                                    e.date(),
                                    happened.at()));
            case ProgramEvent.PlanDutyOwed e -> {
                Program owing = with(obligations.with(e.obligation()));
                yield e.cause().map(c -> owing.joined(e.obligation().id(), c)).orElse(owing);
            }
            case ProgramEvent.PlanDutyJoined e -> joined(e.id(), e.cause());
            case ProgramEvent.PlanDutyRevised e -> with(obligations.with(e.obligation()));
            case ProgramEvent.PlanDutyDropped e ->
                    owing(e.id(), o -> o.settled(Obligation.State.DROPPED, happened.at()));
            case ProgramEvent.PlanDrillBegun e ->
                    new Program(
                            adoptions,
                            obligations,
                            causes,
                            and(drills, e.id(), e.drill()),
                            proofs,
                            overrides);
            case ProgramEvent.PlanDutyMet e ->
                    owing(e.id(), o -> o.settled(Obligation.State.MET, e.held()))
                            .proven(e.id(), proof(e, happened));
            case ProgramEvent.ControlReportAsked ignored -> this; // who took one is in the record
            case ProgramEvent.MaintenanceAnnounced ignored -> this; // its table knows what stands
            case ProgramEvent.MaintenanceCalledOff ignored -> this; // the same
            case ProgramEvent.PlanDutyRang e -> owing(e.id(), o -> o.rang(e.rung(), happened.at()));
            case ProgramEvent.OnCallOverridden e ->
                    with(
                            overrides.with(
                                    new DutyOverride(
                                            e.number(),
                                            e.role(),
                                            e.person(),
                                            e.from(),
                                            e.until())));
            case ProgramEvent.OnCallOverrideCancelled e ->
                    with(overrides.cancelled(e.number(), happened.at()));
        };
    }

    /** What is true after all of these. */
    public Program applyAll(List<ProgramHappened> happened) {
        Program after = this;
        for (ProgramHappened h : happened) {
            after = after.apply(h);
        }
        return after;
    }

    /** The text that is in force. */
    public Optional<PolicyVersion> policy() {
        return adoptions.isEmpty() ? Optional.empty() : Optional.of(adoptions.getLast().policy());
    }

    /** The incidents that this review has to look at. */
    public List<Cause> causesOf(ObligationId id) {
        return causes.getOrDefault(id, List.of());
    }

    /** The last time that this was done, and with which promise. */
    public Optional<Proof> lastProof(ClockName duty) {
        return obligations.all().values().stream()
                .filter(o -> o.id().clock().equals(duty))
                .map(o -> Optional.ofNullable(proofs.get(o.id())))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Proof::held));
    }

    private static Proof proof(ProgramEvent.PlanDutyMet e, ProgramHappened happened) {
        return new Proof(e.held(), e.minutes(), e.link(), e.drill(), happened.by(), happened.at());
    }

    private Program adopted(Adoption adoption) {
        return new Program(
                and(adoptions, adoption), obligations, causes, drills, proofs, overrides);
    }

    private Program joined(ObligationId id, Cause cause) {
        return new Program(
                adoptions,
                obligations,
                and(causes, id, and(causesOf(id), cause)),
                drills,
                proofs,
                overrides);
    }

    private Program proven(ObligationId id, Proof proof) {
        return new Program(
                adoptions, obligations, causes, drills, and(proofs, id, proof), overrides);
    }

    private Program owing(ObligationId id, UnaryOperator<Obligation> change) {
        Function<Obligation, Program> changed = o -> with(obligations.with(change.apply(o)));
        return obligations
                .find(id)
                .map(changed)
                .orElseThrow(() -> new IllegalStateException("the program owes no " + id));
    }

    private Program with(Overrides changed) {
        return new Program(adoptions, obligations, causes, drills, proofs, changed);
    }

    private Program with(Obligations changed) {
        return new Program(adoptions, changed, causes, drills, proofs, overrides);
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private static <V> Map<ObligationId, V> and(
            Map<ObligationId, V> map, ObligationId key, V value) {
        Map<ObligationId, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}

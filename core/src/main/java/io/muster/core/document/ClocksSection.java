package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.drill.Exercise;
import io.muster.core.incident.Fulfilment;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockName;
import io.muster.core.reach.Reaches;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Every promise with its deadline, and whether it was kept in time. */
final class ClocksSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows = new ArrayList<>();
        for (List<Obligation> turns : byClock(subject).values()) {
            int from = Math.max(0, turns.size() - extent.turns());
            if (from > 0) {
                rows.add(earlier(subject, turns.subList(0, from)));
            }
            turns.subList(from, turns.size()).forEach(o -> rows.add(row(subject, o)));
        }
        return new Chapter(
                "Clocks",
                Passage.table(List.of("Promise", "Owed by", "Due", "Outcome"), rows).toList());
    }

    private static SequencedMap<ClockName, List<Obligation>> byClock(Subject subject) {
        SequencedMap<ClockName, List<Obligation>> clocks = new LinkedHashMap<>();
        for (Map.Entry<?, Obligation> e : subject.incident().obligations().all().entrySet()) {
            Obligation o = e.getValue();
            if (Exercise.isSecret(o.id().clock())) {
                continue; // nobody promised it, and nobody in the drill is to see it come
            }
            if (Reaches.isStep(o.id())) {
                continue; // who was reached has a section of its own
            }
            clocks.computeIfAbsent(o.id().clock(), c -> new ArrayList<>()).add(o);
        }
        return clocks;
    }

    private static List<Phrase> earlier(Subject subject, List<Obligation> turns) {
        Obligation first = turns.getFirst();
        long kept = turns.stream().filter(o -> o.state() == Obligation.State.MET).count();
        long late =
                turns.stream()
                        .filter(o -> o.state() == Obligation.State.MET && kept(subject, o).late())
                        .count();
        long missed = turns.stream().filter(o -> o.state() == Obligation.State.MISSED).count();
        return List.of(
                Phrase.of(first.title()),
                Wording.NOTHING,
                Phrase.of(Spoken.count(turns.size(), "earlier turn")),
                Phrase.of(kept + " met (" + late + " of them late), " + missed + " missed"));
    }

    private static List<Phrase> row(Subject subject, Obligation o) {
        return List.of(
                Phrase.of(o.title() + (o.id().turn() > 1 ? " " + o.id().turn() : "")),
                Phrase.of(subject.policy().titleOf(o.owner())),
                Phrase.EMPTY.at(o.due()),
                stands(subject, o));
    }

    /** What counts is when it was done, not when somebody wrote that down. */
    private static Fulfilment kept(Subject subject, Obligation o) {
        return Fulfilment.of(subject.incident(), subject.policy(), o, subject.now());
    }

    private static Phrase stands(Subject subject, Obligation o) {
        Fulfilment kept = kept(subject, o);
        Duration late = kept.delay(o, subject.now());
        return switch (o.state()) {
            case OPEN ->
                    Phrase.of(
                            o.late(subject.now())
                                    ? "overdue by " + Spoken.length(late)
                                    : Spoken.left(late.negated()) + " left");
            case MET ->
                    Phrase.of(
                                    kept.late()
                                            ? "met, late by " + Spoken.length(late) + ", "
                                            : "met in time, ")
                            .then(Wording.at(kept.at()));
            case MISSED -> Phrase.of("missed");
            case DROPPED -> Phrase.of("no longer owed, since ").then(Wording.at(o.settled()));
        };
    }
}

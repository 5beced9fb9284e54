package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds promises that are well written and yet can never start, be kept or be seen. */
final class ClockChecks {
    private final ClockRule rule;
    private final Passage passage;
    private final Form form;
    private final List<Phase> phases;

    private ClockChecks(ClockRule rule, Passage passage, Form form, List<Phase> phases) {
        this.rule = rule;
        this.passage = passage;
        this.form = form;
        this.phases = phases;
    }

    static void check(ClockRule rule, Passage passage, Form form, List<Phase> phases) {
        ClockChecks checks = new ClockChecks(rule, passage, form, phases);
        checks.name();
        checks.milestones();
        checks.repetition();
        checks.scope();
        checks.item();
    }

    /** Some clocks are known by name, so they must be what their name says. */
    private void name() {
        if (rule.name().equals(ClockRule.STABILITY)) {
            passage.problem(
                    "is the name of the clock that Muster makes out of `closing`.",
                    "Give this one another name.");
        }
        if (rule.name().equals(Reviewing.CLOCK)) {
            passage.warning(
                    "is the name of the clock that Muster makes out of `review`.",
                    "Give this one another name, or the two are taken for one.");
        }
        boolean acknowledged =
                rule.from() == Milestone.DECLARED
                        && rule.metBy().equals(new MetBy.Reaching(Milestone.ACKNOWLEDGED));
        if (rule.name().equals(ClockRule.ACKNOWLEDGMENT) && !acknowledged) {
            passage.problem(
                    "does not run from `declared` until somebody takes it up.",
                    "Write `from: declared` and `met-by: acknowledged`, or give it another name.");
        }
        boolean updated = rule.metBy() instanceof MetBy.PostingAnUpdate;
        if (rule.name().equals(ClockRule.STATUS_UPDATE) && !updated) {
            passage.problem(
                    "is not met by a status update.",
                    "Write `met-by: update`, or give it another name.");
        }
    }

    private void milestones() {
        if (rule.metBy() instanceof MetBy.Reaching(Milestone met)) {
            comesLater("met-by", met, "so it would be kept before it is made");
            canBeReached("met-by", met, "so it could never be kept");
        }
        rule.until().ifPresent(until -> comesLater("until", until, "so it would never be owed"));
        canBeReached("from", rule.from(), "so this clock would never start");
    }

    private void comesLater(String key, Milestone later, String consequence) {
        boolean sideBySide = rule.from() == Milestone.RESTORED && later == Milestone.CONTAINED;
        if (later.compareTo(rule.from()) <= 0 && !sideBySide && wasRead(key) && wasRead("from")) {
            form.need(key)
                    .problem(
                            "is `"
                                    + later.word()
                                    + "`, which does not come after `"
                                    + rule.from().word()
                                    + "`, "
                                    + consequence
                                    + ".",
                            "Choose a later milestone there, or an earlier one for `from`.");
        }
    }

    private void canBeReached(String key, Milestone milestone, String consequence) {
        boolean reached =
                phases.stream().anyMatch(p -> p.reaches().filter(milestone::equals).isPresent());
        if (milestone == Milestone.CONTAINED && !reached && wasRead(key)) {
            form.need(key)
                    .problem(
                            "is `contained`, which no phase reaches, " + consequence + ".",
                            "Write `reaches: contained` into the phase that contains.");
        }
    }

    private void repetition() {
        if (!rule.repeats()) {
            return;
        }
        if (!(rule.metBy() instanceof MetBy.PostingAnUpdate)) {
            form.need("repeats")
                    .problem(
                            "can only be asked of a promise that is met by a status update.",
                            "Take it out, or write `met-by: update`.");
        }
        boolean business =
                rule.within().values().stream()
                        .anyMatch(span ->
                                span instanceof Span.BusinessHours
                                        || span instanceof Span.BusinessDays);
        if (business) {
            form.need("within")
                    .warning(
                            "counts business time in a promise that repeats: after a turn that"
                                    + " was missed the next one comes after the same time, nights"
                                    + " and weekends included.",
                            "Use minutes or hours if that is not wanted.");
        }
    }

    private void scope() {
        String lost =
                rule.within().keySet().stream()
                        .filter(severity -> !rule.scope().covers(severity, Set.of()))
                        .map(severity -> "`" + severity + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (form.need("within").isForm() && !lost.isEmpty()) {
            form.need("within")
                    .problem(
                            "speaks of " + lost + ", which `only` leaves out.",
                            "Take it out there, or add it to `only`.");
        }
    }

    /** The item that keeps a promise must be on the list of everyone who owes it. */
    private void item() {
        if (!(rule.metBy() instanceof MetBy.Ticking(ItemName name))) {
            return;
        }
        Optional<Scope> scope =
                phases.stream()
                        .flatMap(phase -> phase.items().stream())
                        .filter(item -> item.name().equals(name))
                        .map(Item::scope)
                        .findFirst();
        if (scope.filter(s -> !covers(s)).isPresent()) {
            form.need("met-by")
                    .problem(
                            "is the item `"
                                    + name
                                    + "`, which is not on the list of every"
                                    + " incident that owes this.",
                            "Write the same `only` at the clock and at the item.");
        }
    }

    private boolean covers(Scope item) {
        boolean everySeverity =
                rule.within().keySet().stream()
                        .filter(severity -> rule.scope().covers(severity, Set.of()))
                        .allMatch(severity -> item.covers(severity, Set.of()));
        boolean everyKind =
                item.kinds().isEmpty()
                        || (!rule.scope().kinds().isEmpty()
                                && item.kinds().containsAll(rule.scope().kinds()));
        return everySeverity && everyKind;
    }

    /** Whether a milestone stands there, and not a stand-in for what could not be read. */
    private boolean wasRead(String key) {
        return form.find(key)
                .filter(p -> ClockReader.MILESTONES.find(p.quietText()).isPresent())
                .isPresent();
    }
}

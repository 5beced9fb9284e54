package io.muster.app.policy;

import io.muster.core.calendar.Span;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.MetBy;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Scope;
import io.muster.core.policy.Severity;
import io.muster.core.policy.Step;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A clock of a policy with its ladder, as people read it. */
final class ClockSummary {
    private final Policy policy;

    ClockSummary(Policy policy) {
        this.policy = policy;
    }

    String text(ClockRule clock) {
        String until = clock.until().map(m -> ", until " + m.word()).orElse("");
        String again = clock.repeats() ? ", then again" : "";
        String only =
                clock.scope().equals(Scope.ALL) ? "" : ", only " + scope(clock.scope(), policy);
        return "  "
                + clock.title()
                + " ("
                + clock.name()
                + "): from "
                + clock.from().word()
                + ", met by "
                + metBy(clock.metBy())
                + again
                + until
                + only
                + ", owed by "
                + policy.titleOf(clock.owner())
                + "\n"
                + ladder(clock.ladder());
    }

    /** Who is told when, each on a line. */
    String ladder(List<Step> steps) {
        Columns ladder = new Columns();
        steps.forEach(step -> ladder.row(when(step), names(step.tell())));
        return ladder.text("    ");
    }

    private static String metBy(MetBy metBy) {
        return switch (metBy) {
            case MetBy.Reaching reaching -> reaching.milestone().word();
            case MetBy.PostingAnUpdate ignored -> "a status update";
            case MetBy.Ticking ticking -> "the item " + ticking.item();
        };
    }

    private static String when(Step step) {
        String again = step.every().map(every -> ", then every " + words(every)).orElse("");
        return switch (step.when()) {
            case Step.When.Share share -> share.percent() + " % used" + again;
            case Step.When.FromDue due when due.offset().isZero() -> "due" + again;
            case Step.When.FromDue due when due.offset().isNegative() ->
                    words(due.offset().negated()) + " before" + again;
            case Step.When.FromDue due -> words(due.offset()) + " after" + again;
        };
    }

    private String names(List<Target> targets) {
        return targets.stream()
                .map(t -> (t.next() == 0 ? "" : "next ") + policy.titleOf(t.role()))
                .collect(Collectors.joining(", "));
    }

    /** The severities and kinds that a scope names, in the order of the policy. */
    static String scope(Scope scope, Policy policy) {
        Stream<String> severities =
                policy.severities().stream()
                        .map(Severity::name)
                        .filter(scope.severities()::contains)
                        .map(Object::toString);
        Stream<String> kinds =
                policy.kinds().stream()
                        .filter(kind -> scope.kinds().contains(kind.name()))
                        .map(kind -> kind.name().value());
        return Stream.concat(severities, kinds).collect(Collectors.joining(", "));
    }

    /** From four days on nobody reckons in hours. */
    static String words(Duration duration) {
        boolean days =
                duration.toDays() >= 4 && duration.equals(Duration.ofDays(duration.toDays()));
        return days ? duration.toDays() + " days" : new Span.Elapsed(duration).words();
    }

    static String words(Span span) {
        return span instanceof Span.Elapsed(Duration duration) ? words(duration) : span.words();
    }
}

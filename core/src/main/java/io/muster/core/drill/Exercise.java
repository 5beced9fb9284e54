package io.muster.core.drill;

import io.muster.core.policy.ClockName;
import io.muster.core.policy.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What belongs to a drill alone: what it rehearses, how fast its time runs, what was thrown in,
 * what was found, how it ended.
 *
 * @param kind what it rehearses, for example {@code tabletop}; a duty of the plan may ask for that
 * @param pace how many times faster its clocks run; 1 in everything that is no drill
 * @param planned what is thrown in at its time
 * @param played what has been thrown in
 */
public record Exercise(
        Optional<String> kind,
        int pace,
        List<Inject> planned,
        List<Note> played,
        List<Note> findings,
        Optional<Conclusion> conclusion) {
    /** No drill, or one that nobody planned. */
    public static final Exercise NONE =
            new Exercise(Optional.empty(), 1, List.of(), List.of(), List.of(), Optional.empty());

    public Exercise {
        Objects.requireNonNull(kind);
        planned = List.copyOf(planned);
        played = List.copyOf(played);
        findings = List.copyOf(findings);
    }

    /** An inject waits for its time like a promise; this is the clock of all of them. */
    public static final ClockName INJECT = new ClockName("drill.inject");

    /** Whether nobody in the drill should see this clock run. */
    public static boolean isSecret(ClockName clock) {
        return clock.equals(INJECT);
    }

    /**
     * The deadline of a promise made at {@code anchor}, as the pace of this drill has it. Every
     * rule that reckons a deadline of an incident asks here; outside of a drill it changes nothing.
     */
    public Instant hastened(Instant anchor, Instant due) {
        return pace == 1 ? due : anchor.plus(hastened(Duration.between(anchor, due)));
    }

    /** The steps of a ladder, as the pace of this drill has them. */
    public List<Step> hastened(List<Step> ladder) {
        return pace == 1 ? ladder : ladder.stream().map(this::hastened).toList();
    }

    private Step hastened(Step step) {
        return new Step(
                switch (step.when()) {
                    case Step.When.FromDue(Duration offset) ->
                            new Step.When.FromDue(hastened(offset));
                    case Step.When.Share share -> share;
                },
                step.tell(),
                step.every().map(this::hastened));
    }

    /** Whole milliseconds, because the record knows nothing finer. */
    private Duration hastened(Duration length) {
        return Duration.ofMillis(length.toMillis() / pace);
    }

    /** Under this plan. */
    public Exercise planned(Optional<String> forKind, int atPace, List<Inject> injects) {
        return new Exercise(forKind, atPace, injects, played, findings, conclusion);
    }

    /** After this was thrown in. */
    public Exercise played(Note inject) {
        return new Exercise(kind, pace, planned, and(played, inject), findings, conclusion);
    }

    /** After this was found. */
    public Exercise found(Note finding) {
        return new Exercise(kind, pace, planned, played, and(findings, finding), conclusion);
    }

    /** After it ended like this. */
    public Exercise concluded(Conclusion end) {
        return new Exercise(kind, pace, planned, played, findings, Optional.of(end));
    }

    private static List<Note> and(List<Note> notes, Note one) {
        List<Note> more = new ArrayList<>(notes);
        more.add(one);
        return more;
    }
}

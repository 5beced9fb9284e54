package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is told when, as a promise runs out. */
final class LadderReader {
    private static final Pattern SHARE = Pattern.compile("([1-9]\\d?)%");
    private static final Pattern OFFSET = Pattern.compile("(?<length>.+) (?<side>before|after)");
    private static final String NEXT = "next ";

    private final Names names;
    private final LadderChecks checks;

    private LadderReader(Names names, LadderChecks checks) {
        this.names = names;
        this.checks = checks;
    }

    /**
     * @param within how long the promise lasts, so that impossible rungs are found
     */
    static List<Step> read(
            Passage passage, Names names, Map<SeverityName, Span> within, boolean repeats) {
        return new LadderReader(names, new LadderChecks(within, repeats)).steps(passage);
    }

    private List<Step> steps(Passage passage) {
        List<Step> steps = new ArrayList<>();
        Optional<Step.When> before = Optional.empty();
        List<Passage> rungs = passage.list();
        for (Passage rung : rungs) {
            Form form = rung.form("at", "tell", "every");
            Passage at = form.need("at");
            Optional<Step.When> when = when(at);
            if (when.isPresent()) {
                checks.fits(at, when.get());
                checks.follows(at, before, when.get());
                before = when;
            }
            Optional<Passage> every = form.find("every");
            if (!rung.equals(rungs.getLast())) {
                every.ifPresent(LadderReader::notLast);
            }
            steps.add(
                    new Step(
                            when.orElse(new Step.When.FromDue(Duration.ZERO)),
                            List.copyOf(form.need("tell").each(this::target)),
                            every.map(Spans::elapsed)));
        }
        return steps;
    }

    private static void notLast(Passage every) {
        every.problem(
                "repeats a rung that is not the last one, so the next would never be reached.",
                "Move `every` to the last rung.");
    }

    private static Optional<Step.When> when(Passage passage) {
        String words = passage.text();
        if (words.equals("due")) {
            return Optional.of(new Step.When.FromDue(Duration.ZERO));
        }
        Matcher share = SHARE.matcher(words);
        if (share.matches()) {
            return Optional.of(new Step.When.Share(Integer.parseInt(share.group(1))));
        }
        Matcher offset = OFFSET.matcher(words);
        if (offset.matches()
                && Span.parse(offset.group("length")).orElse(null) instanceof Span.Elapsed span) {
            boolean earlier = offset.group("side").equals("before");
            return Optional.of(
                    new Step.When.FromDue(earlier ? span.duration().negated() : span.duration()));
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no moment of a promise.",
                    "Write `due`, `50%`, `10 minutes before` or `10 minutes after`.");
        }
        return Optional.empty();
    }

    /** A role, or {@code next} and a role for whoever follows on the rota. */
    private Target target(Passage passage) {
        String words = passage.text();
        return words.startsWith(NEXT)
                ? new Target(names.role(passage, words.substring(NEXT.length()).strip()), 1)
                : Target.onDuty(names.role(passage, words));
    }
}

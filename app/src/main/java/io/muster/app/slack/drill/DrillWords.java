package io.muster.app.slack.drill;

import io.muster.app.slack.Typing;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;
import io.muster.core.policy.Severity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code /incident drill} when one is to begin: a kind, a severity and a pace in any
 * order, each if wanted, then the title.
 */
record DrillWords(Optional<String> kind, Optional<Severity> severity, int pace, String title) {
    private static final Pattern PACE = Pattern.compile("(?i)[x×](\\d{1,3})");

    static DrillWords read(String typed, Policy policy) {
        DrillWords words = new DrillWords(Optional.empty(), Optional.empty(), 1, typed.strip());
        while (true) {
            DrillWords next = words.next(policy);
            if (next.equals(words)) {
                return words;
            }
            words = next;
        }
    }

    private DrillWords next(Policy policy) {
        String[] parts = Typing.split(title);
        if (kind.isEmpty() && kinds(policy).contains(parts[0])) {
            return new DrillWords(Optional.of(parts[0]), severity, pace, parts[1]);
        }
        Optional<Severity> spoken = policy.severityCalled(parts[0]);
        if (severity.isEmpty() && spoken.isPresent()) {
            return new DrillWords(kind, spoken, pace, parts[1]);
        }
        // "time x10" reads well, so the word before it may stand there.
        String[] afterTime = parts[0].equals("time") ? Typing.split(parts[1]) : parts;
        Matcher matcher = PACE.matcher(afterTime[0]);
        return pace == 1 && matcher.matches()
                ? new DrillWords(kind, severity, Integer.parseInt(matcher.group(1)), afterTime[1])
                : this;
    }

    /** The kinds of drill that the plan asks for. */
    static List<String> kinds(Policy policy) {
        return policy.program().stream()
                .map(ProgramDuty::drill)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}

package io.muster.app.slack;

import io.muster.core.incident.IncidentId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads incident numbers out of what people and buttons say. */
public final class Numbers {
    private static final Pattern SPOKEN = Pattern.compile("(?i)^inc-?(\\d{1,12})$");
    private static final Pattern BARE = Pattern.compile("^\\d{1,12}$");

    private Numbers() {}

    /** {@code 42}, as our own buttons and modals carry it. */
    public static Optional<IncidentId> incident(String bare) {
        return BARE.matcher(bare).matches() ? positive(bare) : Optional.empty();
    }

    /** {@code INC-42} or {@code inc42}, as people type it. */
    public static Optional<IncidentId> spoken(String word) {
        Matcher matcher = SPOKEN.matcher(word.strip());
        return matcher.matches() ? positive(matcher.group(1)) : Optional.empty();
    }

    private static Optional<IncidentId> positive(String digits) {
        long number = Long.parseLong(digits);
        return number > 0 ? Optional.of(new IncidentId(number)) : Optional.empty();
    }
}

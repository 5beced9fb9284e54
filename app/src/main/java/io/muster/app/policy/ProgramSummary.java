package io.muster.app.policy;

import io.muster.core.policy.Document;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;
import io.muster.core.policy.Severity;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is owed to the plan itself: its versions, reviews, exercises. */
final class ProgramSummary {
    private final Policy policy;

    ProgramSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        return history()
                + policy.program().stream()
                        .map(duty -> "\n" + duty(duty))
                        .collect(Collectors.joining());
    }

    private String history() {
        Columns lines = new Columns();
        for (Document.Revision revision : policy.document().history()) {
            lines.row(
                    "version " + revision.version(),
                    revision.date(),
                    revision.author(),
                    revision.changes());
        }
        String reviewed =
                policy.document()
                        .reviewEvery()
                        .map(every -> "  The document is reviewed " + every(every) + "\n")
                        .orElse("");
        return lines.text("  ") + reviewed;
    }

    private String duty(ProgramDuty duty) {
        return "  "
                + duty.title()
                + ": "
                + rhythm(duty.rhythm())
                + ", done by "
                + doneBy(duty.doneBy())
                + ", owed by "
                + policy.titleOf(duty.owner())
                + "\n"
                + new ClockSummary(policy).ladder(duty.ladder());
    }

    private String rhythm(ProgramDuty.Rhythm rhythm) {
        return switch (rhythm) {
            case ProgramDuty.Rhythm.Every(Period every, Period first) ->
                    every(every) + (first.equals(every) ? "" : ", first after " + words(first));
            case ProgramDuty.Rhythm.After after ->
                    "within "
                            + after.within().words()
                            + " after "
                            + policy.severities().stream()
                                    .map(Severity::name)
                                    .filter(after.severities()::contains)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(" or "))
                            + " is "
                            + after.of().word();
        };
    }

    private static String doneBy(ProgramDuty.DoneBy doneBy) {
        return switch (doneBy) {
            case ProgramDuty.DoneBy.Review ignored -> "a recorded review";
            case ProgramDuty.DoneBy.Drill(String kind) -> "a drill of the kind " + kind;
        };
    }

    private static String every(Period period) {
        return "every " + words(period);
    }

    private static String words(Period period) {
        List<String> words = new ArrayList<>();
        add(words, period.getYears(), "year");
        add(words, period.getMonths(), "month");
        add(words, period.getDays(), "day");
        return String.join(" ", words);
    }

    private static void add(List<String> words, int count, String unit) {
        if (count > 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}

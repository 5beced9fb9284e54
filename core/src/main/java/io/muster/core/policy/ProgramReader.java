package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.policy.ProgramDuty.DoneBy;
import io.muster.core.policy.ProgramDuty.Rhythm;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is owed to the plan itself: reviews, exercises, tests. */
final class ProgramReader {
    private static final String REVIEW = "review";
    private static final String DRILL = "drill ";
    private static final Period STAND_IN = Period.ofYears(1);
    private static final Choices<Milestone> OVER =
            Choices.of(Milestone::word, Milestone.CLOSED, Milestone.RESOLVED);

    private final Names names;
    private final CalendarName usual;

    private ProgramReader(Names names, CalendarName usual) {
        this.names = names;
        this.usual = usual;
    }

    static List<ProgramDuty> read(Passage passage, Names names, CalendarName usual) {
        ProgramReader reader = new ProgramReader(names, usual);
        List<ProgramDuty> duties = new ArrayList<>();
        passage.named(Naming.WORDS, "plan-review")
                .forEach((name, part) -> duties.add(reader.duty(name, part)));
        return duties;
    }

    private ProgramDuty duty(String name, Passage passage) {
        Form form =
                passage.form(
                        "title",
                        "every",
                        "first",
                        "after",
                        "within",
                        "done-by",
                        "calendar",
                        "owner",
                        "ladder");
        Rhythm rhythm = rhythm(passage, form);
        return new ProgramDuty(
                new ClockName(ProgramDuty.PREFIX + name),
                RoleReader.title(form.need("title")),
                rhythm,
                doneBy(form.need("done-by")),
                form.find("calendar").map(names::calendar).orElse(usual),
                names.role(form.need("owner")),
                LadderReader.read(form.need("ladder"), names, lengths(rhythm), false));
    }

    private Rhythm rhythm(Passage passage, Form form) {
        Optional<Passage> after = form.find("after");
        if (after.isPresent() == form.find("every").isPresent()) {
            passage.problem(
                    after.isPresent()
                            ? "is owed both `every` so often and `after` an incident."
                            : "says neither how often it is owed nor after what.",
                    "Write `every: 1 year`, or `after:` with `within:`; two duties if you mean both.");
        }
        return after.isPresent() ? after(after.get(), form) : every(form);
    }

    private static Rhythm every(Form form) {
        form.find("within")
                .ifPresent(part ->
                        part.problem(
                                "stands beside `every`, which gives the deadline by itself.",
                                "Take it out; `first: 30 days` moves the first turn."));
        Period every = form.find("every").flatMap(DocumentReader::period).orElse(STAND_IN);
        return new Rhythm.Every(
                every, form.find("first").flatMap(DocumentReader::period).orElse(every));
    }

    private Rhythm after(Passage passage, Form form) {
        form.find("first")
                .ifPresent(part ->
                        part.problem(
                                "stands beside `after`, where every turn waits for an incident.",
                                "Take it out."));
        Form after = passage.form("severities", "of");
        return new Rhythm.After(
                Set.copyOf(after.need("severities").each(names::severity)),
                after.need("of").choice(OVER),
                Spans.clocked(form.need("within")));
    }

    private static DoneBy doneBy(Passage passage) {
        String words = passage.text();
        if (words.startsWith(DRILL)
                && Naming.WORDS.allows(words.substring(DRILL.length()).strip())) {
            return new DoneBy.Drill(words.substring(DRILL.length()).strip());
        }
        if (!words.equals(REVIEW) && !words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", by which nothing of the plan is done.",
                    "Write `review`, or `drill` and a kind of drill, such as `drill tabletop`.");
        }
        return new DoneBy.Review();
    }

    /** How long there is at least, whatever the severity, so that impossible rungs are found. */
    private Map<SeverityName, Span> lengths(Rhythm rhythm) {
        Span least =
                switch (rhythm) {
                    case Rhythm.After(var ignored, var of, Span within) -> within;
                    case Rhythm.Every(Period every, Period first) ->
                            new Span.Elapsed(
                                    Duration.ofDays(
                                            Math.max(1, Math.min(days(every), days(first)))));
                };
        Map<SeverityName, Span> lengths = new LinkedHashMap<>();
        names.severities().forEach(name -> lengths.put(new SeverityName(name), least));
        return lengths;
    }

    private static long days(Period period) {
        return period.toTotalMonths() * 28 + period.get(java.time.temporal.ChronoUnit.DAYS);
    }
}

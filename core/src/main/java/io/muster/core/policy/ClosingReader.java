package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When an incident may be closed, and the clock that watches over it. */
final class ClosingReader {
    private static final Choices<Milestone> STABLE_FROM =
            Choices.of(Milestone::word, Milestone.RESOLVED, Milestone.RESTORED);

    private ClosingReader() {}

    static Closing read(Passage passage) {
        Form form = passage.form("title", "stable-for", "from");
        return new Closing(
                Spans.clocked(form.need("stable-for")),
                form.need("from").choice(STABLE_FROM),
                form.find("title").map(RoleReader::title).orElse(Closing.TITLE));
    }

    /**
     * The watch as a promise like any other, so that it is counted, shown and reminded of alike.
     */
    static ClockRule stability(Closing closing, Names names, CalendarName calendar) {
        Map<SeverityName, Span> within = new LinkedHashMap<>();
        names.severities().forEach(s -> within.put(new SeverityName(s), closing.stableFor()));
        Step due =
                new Step(
                        new Step.When.FromDue(Duration.ZERO),
                        List.of(Target.onDuty(Role.COMMANDER)),
                        Optional.of(Duration.ofHours(24)));
        return new ClockRule(
                ClockRule.STABILITY,
                closing.title(),
                closing.from(),
                within,
                calendar,
                Scope.ALL,
                new MetBy.Reaching(Milestone.CLOSED),
                false,
                Optional.empty(),
                Role.COMMANDER,
                List.of(due));
    }
}

package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Promises with a clock. */
final class ClockReader {
    static final Choices<Milestone> MILESTONES = Choices.of(Milestone::word, Milestone.values());

    private static final String UPDATE = "update";
    private static final String ITEM = "item ";

    private final Names names;
    private final List<Phase> phases;
    private final CalendarName usual;

    private ClockReader(Names names, List<Phase> phases, CalendarName usual) {
        this.names = names;
        this.phases = phases;
        this.usual = usual;
    }

    /**
     * @param phases whose items and milestones the clocks speak of
     * @param usual the calendar of a clock that names none
     */
    static List<ClockRule> read(
            Passage passage, Names names, List<Phase> phases, CalendarName usual) {
        ClockReader reader = new ClockReader(names, phases, usual);
        List<ClockRule> clocks = new ArrayList<>();
        passage.named(Naming.WORDS, "status-update")
                .forEach((name, part) -> clocks.add(reader.clock(new ClockName(name), part)));
        if (passage.isForm()
                && clocks.stream().noneMatch(c -> c.name().equals(ClockRule.ACKNOWLEDGMENT))) {
            passage.warning(
                    "has no `acknowledgment`, so nobody is called again when nobody takes it up.",
                    "Add it: from `declared`, met by `acknowledged`.");
        }
        return clocks;
    }

    private ClockRule clock(ClockName name, Passage passage) {
        Form form =
                passage.form(
                        "title",
                        "from",
                        "within",
                        "met-by",
                        "repeats",
                        "until",
                        "calendar",
                        "only",
                        "owner",
                        "ladder");
        Scope scope = form.find("only").map(p -> ScopeReader.read(p, names)).orElse(Scope.ALL);
        Map<SeverityName, Span> within = within(form.need("within"), scope);
        boolean repeats = form.find("repeats").map(Passage::yes).orElse(false);
        ClockRule rule =
                new ClockRule(
                        name,
                        RoleReader.title(form.need("title")),
                        form.need("from").choice(MILESTONES),
                        within,
                        form.find("calendar").map(names::calendar).orElse(usual),
                        scope,
                        metBy(form.need("met-by")),
                        repeats,
                        form.find("until").map(p -> p.choice(MILESTONES)),
                        names.role(form.need("owner")),
                        LadderReader.read(form.need("ladder"), names, within, repeats));
        ClockChecks.check(rule, passage, form, phases);
        return rule;
    }

    /** One span for every severity, or one for each that owes it. */
    private Map<SeverityName, Span> within(Passage passage, Scope scope) {
        Map<SeverityName, Span> within = new LinkedHashMap<>();
        if (passage.isText()) {
            Optional<Span> span = Spans.read(passage);
            names.severities().stream()
                    .map(SeverityName::new)
                    .filter(severity -> scope.covers(severity, Set.of()))
                    .forEach(severity -> span.ifPresent(s -> within.put(severity, s)));
            return within;
        }
        passage.named(Names.SEVERITY, "P1")
                .forEach((key, part) -> {
                    SeverityName severity = names.severity(part, key);
                    Spans.read(part).ifPresent(span -> within.put(severity, span));
                });
        return within;
    }

    private MetBy metBy(Passage passage) {
        String words = passage.text();
        if (words.equals(UPDATE)) {
            return new MetBy.PostingAnUpdate();
        }
        if (words.startsWith(ITEM)) {
            return new MetBy.Ticking(names.item(passage, words.substring(ITEM.length()).strip()));
        }
        if (MILESTONES.find(words).isEmpty() && !words.isEmpty()) {
            List<String> known =
                    Stream.concat(Stream.of(UPDATE), MILESTONES.words().stream()).toList();
            passage.problem(
                    "says " + passage.quoted() + ", by which no promise is kept.",
                    Nearest.remedy(words, known, "Write `item` and an item's name, or one of"));
        }
        return new MetBy.Reaching(MILESTONES.find(words).orElse(Milestone.CLOSED));
    }
}

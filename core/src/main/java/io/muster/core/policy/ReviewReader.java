package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an incident is learnt from. */
final class ReviewReader {
    private static final Choices<Milestone> FROM =
            Choices.of(Milestone::word, Milestone.RESOLVED, Milestone.CLOSED);
    private static final Choices<ReviewSection.Generated> GENERATED =
            Choices.of(ReviewSection.Generated::word, ReviewSection.Generated.values());
    private static final Choices<ReviewSection.Draft> DRAFTS =
            Choices.of(ReviewSection.Draft::word, ReviewSection.Draft.values());

    /** More sections than this fit on no sheet of the chat. */
    private static final int MOST_SECTIONS = 20;

    private final Names names;
    private final List<Phase> phases;
    private final CalendarName usual;

    private ReviewReader(Names names, List<Phase> phases, CalendarName usual) {
        this.names = names;
        this.phases = phases;
        this.usual = usual;
    }

    /** A policy that says nothing of it owes none. */
    static Optional<Reviewing> read(
            Optional<Passage> passage, Names names, List<Phase> phases, CalendarName usual) {
        return passage.map(new ReviewReader(names, phases, usual)::reviewing);
    }

    private Reviewing reviewing(Passage passage) {
        Form form =
                passage.form(
                        "title",
                        "severities",
                        "from",
                        "within",
                        "calendar",
                        "owner",
                        "ladder",
                        "approved-by",
                        "sections",
                        "presented",
                        "drills");
        Set<SeverityName> severities = Set.copyOf(form.need("severities").each(names::severity));
        Span within = Spans.clocked(form.need("within"));
        Map<SeverityName, Span> spans = new LinkedHashMap<>();
        severities.forEach(severity -> spans.put(severity, within));
        RoleName owner = names.role(form.need("owner"));
        return new Reviewing(
                RoleReader.title(form.need("title")),
                severities,
                form.need("from").choice(FROM),
                within,
                form.find("calendar").map(names::calendar).orElse(usual),
                owner,
                LadderReader.read(form.need("ladder"), names, spans, false),
                List.copyOf(form.need("approved-by").each(names::role)),
                sections(form.need("sections")),
                form.find("presented").map(p -> hearings(p, severities, owner)).orElse(List.of()),
                form.find("drills").map(Passage::yes).orElse(false));
    }

    private List<ReviewSection> sections(Passage passage) {
        List<ReviewSection> sections = new ArrayList<>();
        passage.named(Naming.WORDS, "root-cause")
                .forEach((name, part) -> sections.add(section(name, part)));
        if (sections.size() > MOST_SECTIONS) {
            passage.problem(
                    "has more than " + MOST_SECTIONS + " sections.",
                    "Bring some of them together: nobody fills in so many.");
        }
        return sections;
    }

    private ReviewSection section(String name, Passage passage) {
        Form form =
                passage.form(
                        "title", "hint", "required", "generated", "drafted-from", "actions-of");
        Optional<Passage> generated = form.find("generated");
        List<ReviewSection.Draft> drafts =
                form.find("drafted-from")
                        .map(p -> List.copyOf(p.each(d -> d.choice(DRAFTS))))
                        .orElse(List.of());
        if (generated.isPresent() && !drafts.isEmpty()) {
            form.need("drafted-from")
                    .problem(
                            "begins a section that the record writes whole.",
                            "Keep either `generated` or `drafted-from`.");
        }
        return new ReviewSection(
                name,
                RoleReader.title(form.need("title")),
                form.find("hint").map(Passage::text).orElse(""),
                form.find("required").map(Passage::yes).orElse(false),
                generated.map(p -> p.choice(GENERATED)),
                drafts,
                form.find("actions-of")
                        .map(p -> List.copyOf(p.each(this::phase)))
                        .orElse(List.of()));
    }

    private PhaseName phase(Passage passage) {
        PhaseName name = new PhaseName(passage.text());
        boolean known = phases.stream().anyMatch(p -> p.name().equals(name));
        if (!known && !phases.isEmpty() && !name.value().isEmpty()) {
            passage.problem(
                    "names the phase `" + name + "`, which is not among `phases`.",
                    "Use one of "
                            + String.join(
                                    ", ", phases.stream().map(p -> "`" + p.name() + "`").toList())
                            + ".");
        }
        return name;
    }

    private List<Hearing> hearings(Passage passage, Set<SeverityName> all, RoleName owner) {
        List<Hearing> hearings = new ArrayList<>();
        passage.named(Naming.WORDS, "ciso")
                .forEach((name, part) -> hearings.add(hearing(name, part, all, owner)));
        return hearings;
    }

    private Hearing hearing(String name, Passage passage, Set<SeverityName> all, RoleName owner) {
        Form form = passage.form("title", "to", "within", "severities");
        Set<SeverityName> severities =
                form.find("severities").map(p -> Set.copyOf(p.each(names::severity))).orElse(all);
        if (!all.containsAll(severities)) {
            form.need("severities")
                    .problem(
                            "names a severity that owes no post-mortem.",
                            "Add it to `review.severities`, or take it out here.");
        }
        return new Hearing(
                name,
                RoleReader.title(form.need("title")),
                names.role(form.need("to")),
                Spans.clocked(form.need("within")),
                severities,
                reminders(owner));
    }

    /** On the day, and then once a day: nobody is woken for a presentation. */
    private static List<Step> reminders(RoleName owner) {
        List<Target> tell = List.of(Target.onDuty(owner));
        return List.of(
                new Step(new Step.When.FromDue(Duration.ZERO), tell, Optional.empty()),
                new Step(
                        new Step.When.FromDue(Duration.ofDays(1)),
                        tell,
                        Optional.of(Duration.ofDays(1))));
    }
}

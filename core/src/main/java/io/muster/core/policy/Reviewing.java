package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised about learning from an incident: which of them get a post-mortem, by when, with
 * which sections, who approves it and who is presented with it.
 *
 * @param title what the organisation calls it
 * @param from the milestone from which it is owed
 * @param owner who sees to it
 * @param approvers whose holders may approve it; one of them does
 * @param drills a drill owes one too; else its own report is all that it owes
 */
public record Reviewing(
        String title,
        Set<SeverityName> severities,
        Milestone from,
        Span within,
        CalendarName calendar,
        RoleName owner,
        List<Step> ladder,
        List<RoleName> approvers,
        List<ReviewSection> sections,
        List<Hearing> hearings,
        boolean drills) {
    /** The clock of the post-mortem; those of its presentations begin with this and a dot. */
    public static final ClockName CLOCK = new ClockName("review");

    public Reviewing {
        Objects.requireNonNull(title);
        severities = Set.copyOf(severities);
        ladder = List.copyOf(ladder);
        approvers = List.copyOf(approvers);
        sections = List.copyOf(sections);
        hearings = List.copyOf(hearings);
    }

    /** Whether an incident of this severity owes one. */
    public boolean covers(SeverityName severity) {
        return severities.contains(severity);
    }

    /** Whether an incident of this severity owes one, or a drill that plays one. */
    public boolean covers(SeverityName severity, boolean drill) {
        return covers(severity) && (drills || !drill);
    }

    /** The section of this name. */
    public Optional<ReviewSection> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The sections that people write. */
    public List<ReviewSection> written() {
        return sections.stream().filter(s -> s.generated().isEmpty()).toList();
    }

    /** Those who are presented with the post-mortem of an incident of this severity. */
    public List<Hearing> hearings(SeverityName severity) {
        return hearings.stream().filter(h -> h.severities().contains(severity)).toList();
    }
}

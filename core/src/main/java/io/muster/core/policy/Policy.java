package io.muster.core.policy;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that an organisation promises about incidents, read from one file.
 *
 * @param severities most severe first
 * @param phases in the order in which they are shown
 * @param detections how incidents come to light; never empty
 * @param clocks all promises with a clock, the stability watch included
 * @param counsel who must know before evidence leaves
 * @param program what is owed to the plan itself, outside of any incident; may be empty
 * @param controls the control map of whoever audits this; may be empty
 */
public record Policy(
        PolicyVersion version,
        Document document,
        String language,
        Reporting reporting,
        Map<CalendarName, BusinessCalendar> calendars,
        List<Kind> kinds,
        List<Role> roles,
        List<Severity> severities,
        List<Phase> phases,
        List<ClockRule> clocks,
        EscalationMatrix escalation,
        List<Detection> detections,
        List<Question> questions,
        Notifications notifications,
        Approvals approvals,
        Optional<Reviewing> reviewing,
        List<Gate> gates,
        Optional<Digest> digest,
        List<ProgramDuty> program,
        Closing closing,
        Permissions permissions,
        Counsel counsel,
        List<Control> controls) {
    public Policy {
        Objects.requireNonNull(version);
        calendars = Map.copyOf(calendars);
        kinds = List.copyOf(kinds);
        roles = List.copyOf(roles);
        severities = List.copyOf(severities);
        phases = List.copyOf(phases);
        clocks = List.copyOf(clocks);
        detections = List.copyOf(detections);
        questions = List.copyOf(questions);
        gates = List.copyOf(gates);
        program = List.copyOf(program);
        controls = List.copyOf(controls);
    }

    /** The severity of this name. */
    public Optional<Severity> severity(SeverityName name) {
        return severities.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The severity that a person means, whatever the case of the letters. */
    public Optional<Severity> severityCalled(String word) {
        return severities.stream().filter(s -> s.name().value().equalsIgnoreCase(word)).findFirst();
    }

    /** Whether {@code a} is graver than {@code b}; unknown names are the least grave. */
    public boolean graver(SeverityName a, SeverityName b) {
        return rank(a) < rank(b);
    }

    /** The place of this severity, 0 being the gravest; behind all others if it is unknown. */
    public int rank(SeverityName name) {
        for (int i = 0; i < severities.size(); i++) {
            if (severities.get(i).name().equals(name)) {
                return i;
            }
        }
        return severities.size();
    }

    /** The phase of this name. */
    public Optional<Phase> phase(PhaseName name) {
        return phases.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The phase that holds this item. */
    public Optional<Phase> phaseOf(ItemName item) {
        return phases.stream()
                .filter(p -> p.items().stream().anyMatch(i -> i.name().equals(item)))
                .findFirst();
    }

    /** The checklist item of this name. */
    public Optional<Item> item(ItemName name) {
        return phases.stream()
                .flatMap(p -> p.items().stream())
                .filter(i -> i.name().equals(name))
                .findFirst();
    }

    /** The clock rule of this name. */
    public Optional<ClockRule> clock(ClockName name) {
        return clocks.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The kind of this name. */
    public Optional<Kind> kind(KindName name) {
        return kinds.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /** The kind of an incident that began at a vendor, where there is one. */
    public Optional<Kind> vendorKind() {
        return kinds.stream().filter(Kind::vendor).findFirst();
    }

    /** The question of this name. */
    public Optional<Question> question(QuestionName name) {
        return questions.stream().filter(q -> q.name().equals(name)).findFirst();
    }

    /** The way of coming to light of this name. */
    public Optional<Detection> detection(DetectionName name) {
        return detections.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The role of this name. */
    public Optional<Role> role(RoleName name) {
        return roles.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The title of a role as people say it; its name if the policy does not describe it. */
    public String titleOf(RoleName name) {
        return role(name).map(Role::title).orElse(name.value());
    }

    /**
     * What this policy calls those who must know before evidence leaves, if by a name of its own.
     */
    public Optional<String> counselTitle() {
        return counsel.named() ? Optional.of(titleOf(counsel.role())) : Optional.empty();
    }

    /** What a sentence calls those who must know before evidence leaves: {@code Legal}. */
    public String counselWord() {
        return Counsel.word(counselTitle());
    }

    /** The calendar of this name; the reader has made sure that every name mentioned exists. */
    public BusinessCalendar calendar(CalendarName name) {
        BusinessCalendar calendar = calendars.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException("the policy has no calendar called " + name);
        }
        return calendar;
    }
}

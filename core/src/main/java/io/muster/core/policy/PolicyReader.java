package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;
import io.muster.core.written.Problems;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a written policy into a {@link Policy}, or names everything that is wrong with it at once.
 * Each section has a reader of its own; this one reads the page from top to bottom.
 *
 * <p>An incident keeps the text that it was opened under and is judged by it years later. So what
 * was once accepted must always be: a rule that comes later warns, or asks for a new format number.
 */
public final class PolicyReader {
    private static final int FORMAT = 1;

    private PolicyReader() {}

    /**
     * Reads a policy. A policy with warnings can be used; its author should see them.
     *
     * @param fingerprint by which this very text can be told from any other
     * @param laws that it may enable
     */
    public static Reading<Policy> read(Written root, String fingerprint, LawBook laws) {
        Problems problems = Problems.none();
        return problems.outcome(policy(Passage.whole(root, problems), fingerprint, laws));
    }

    /** The same where no law is known, so that one that is named is a problem. */
    public static Reading<Policy> read(Written root, String fingerprint) {
        return read(root, fingerprint, LawBook.EMPTY);
    }

    private static Policy policy(Passage file, String fingerprint, LawBook laws) {
        Form form =
                file.form(
                        "muster-policy",
                        "id",
                        "document",
                        "language",
                        "reporting",
                        "calendars",
                        "default-calendar",
                        "roles",
                        "audiences",
                        "kinds",
                        "severities",
                        "phases",
                        "clocks",
                        "escalation",
                        "detection",
                        "questions",
                        "notifications",
                        "approvals",
                        "review",
                        "gates",
                        "digest",
                        "evidence",
                        "program",
                        "closing",
                        "permissions");
        Names names = Names.in(file.written());
        form.need("muster-policy").format(FORMAT);
        CalendarName usual = usualCalendar(form, names);
        List<Severity> severities = SeverityReader.read(form.need("severities"), names);
        List<Phase> phases = PhaseReader.read(form.need("phases"), names);
        EscalationMatrix escalation =
                EscalationReader.read(form.need("escalation"), names, severities);
        NotificationsReader duties = new NotificationsReader(laws, names, usual);
        Approvals approvals = ApprovalsReader.read(form.find("approvals"), names);
        Notifications notifications =
                form.find("notifications")
                        .map(p -> duties.read(p, approvals))
                        .orElse(Notifications.NONE);
        Closing closing = ClosingReader.read(form.need("closing"));
        List<ClockRule> clocks =
                new ArrayList<>(ClockReader.read(form.need("clocks"), names, phases, usual));
        clocks.add(ClosingReader.stability(closing, names, usual));
        Policy policy =
                new Policy(
                        new PolicyVersion(id(form.need("id")), fingerprint),
                        DocumentReader.read(form.need("document")),
                        language(form.need("language")),
                        ReportingReader.read(form.need("reporting"), names),
                        duties.calendars(
                                CalendarReader.read(form.need("calendars")), notifications),
                        RoleReader.kinds(form.need("kinds")),
                        RoleReader.roles(form.need("roles"), form.find("audiences")),
                        severities,
                        phases,
                        clocks,
                        escalation,
                        DetectionReader.read(form.find("detection")),
                        duties.questions(
                                form.find("questions").map(RoleReader::questions).orElse(List.of()),
                                notifications),
                        notifications,
                        approvals,
                        ReviewReader.read(form.find("review"), names, phases, usual),
                        form.find("gates")
                                .map(p -> GateReader.read(p, names, phases))
                                .orElse(List.of()),
                        Optional.of(DigestReader.read(form.find("digest"), names, usual)),
                        form.find("program")
                                .map(p -> ProgramReader.read(p, names, usual))
                                .orElse(List.of()),
                        closing,
                        PermissionsReader.read(form.need("permissions"), names),
                        CounselReader.read(form.find("evidence"), names));
        return CounselReader.checked(policy, form.need("phases"));
    }

    private static String id(Passage passage) {
        String id = passage.text();
        if (!id.isEmpty() && !Naming.WORDS.allows(id)) {
            passage.problem(
                    "says " + passage.quoted() + ", which is not a name that people can type.",
                    Naming.WORDS.remedy("our-policy"));
        }
        return id;
    }

    private static String language(Passage passage) {
        String tag = passage.text();
        Locale locale = Locale.forLanguageTag(tag);
        boolean known = Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage());
        if (!tag.isEmpty() && !(known && locale.toLanguageTag().equalsIgnoreCase(tag))) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no language.",
                    "Write its code, such as `en`, `de` or `pt-BR`.");
        }
        return tag;
    }

    /** With one calendar there is nothing to choose. */
    private static CalendarName usualCalendar(Form form, Names names) {
        Optional<Passage> chosen = form.find("default-calendar");
        if (chosen.isEmpty() && names.calendars().size() == 1) {
            return new CalendarName(names.calendars().getFirst());
        }
        return names.calendars().isEmpty() && chosen.isEmpty()
                ? new CalendarName("")
                : names.calendar(form.need("default-calendar"));
    }
}

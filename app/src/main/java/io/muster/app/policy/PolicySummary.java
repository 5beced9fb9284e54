package io.muster.app.policy;

import io.muster.core.Spoken;
import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Hours;
import io.muster.core.calendar.Span;
import io.muster.core.policy.Act;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Document;
import io.muster.core.policy.EscalationMatrix;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Question;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Scope;
import io.muster.core.policy.Severity;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A policy as people read it: what {@code muster policy show} prints. */
final class PolicySummary {
    private final Policy policy;

    PolicySummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        return String.join(
                "\n",
                document(),
                "Severities\n" + severityTable() + "\n" + definitions(),
                "Phases\n" + phases(),
                "Clocks\n" + clocks(),
                "Escalation\n" + escalation(),
                "Gates\n" + new GateSummary(policy).text(),
                "Evidence\n" + new EvidenceSummary(policy).text(),
                "Notifications\n" + new NotificationSummary(policy).text(),
                "Approvals\n" + new ApprovalSummary(policy).text(),
                new ReviewSummary(policy).text().orElse("Review\n  none is owed\n"),
                "Closing\n  " + closing() + "\n",
                "Permissions\n" + permissions(),
                "Program\n" + new ProgramSummary(policy).text(),
                "Controls\n" + new ControlSummary(policy).text(),
                "Calendars\n" + calendars());
    }

    private String document() {
        Document document = policy.document();
        return document.title()
                + "\n"
                + String.join(
                        " | ",
                        document.id(),
                        "version " + document.version(),
                        document.date(),
                        document.classification(),
                        document.owner())
                + "\npolicy "
                + policy.version()
                + ", language "
                + policy.language()
                + "\nAn incident keeps the version of the policy that it was opened under; a changed file"
                + " holds for those that are opened after it."
                + "\nreport a suspicion to "
                + policy.reporting().contact()
                + reporting()
                + "\n";
    }

    private String reporting() {
        String kind =
                policy.reporting()
                        .kind()
                        .flatMap(policy::kind)
                        .map(k -> ", " + k.title())
                        .orElse("");
        return "; it begins in private as "
                + policy.reporting().severity()
                + kind
                + ", and tells "
                + policy.reporting().tell().stream()
                        .map(policy::titleOf)
                        .collect(Collectors.joining(", "));
    }

    private String severityTable() {
        Columns table = new Columns();
        List<String> head = new ArrayList<>(List.of("", ""));
        policy.clocks().forEach(clock -> head.add(clock.title()));
        table.row(head);
        for (Severity severity : policy.severities()) {
            List<String> row = new ArrayList<>(List.of(severity.name().value(), severity.title()));
            policy.clocks().forEach(clock -> row.add(span(clock, severity)));
            table.row(row);
        }
        return table.text("  ");
    }

    private static String span(ClockRule clock, Severity severity) {
        boolean meant =
                clock.scope().severities().isEmpty()
                        || clock.scope().severities().contains(severity.name());
        return clock.within(severity.name())
                .filter(span -> meant)
                .map(span -> clock.repeats() ? every(span) : span.words())
                .orElse("-");
    }

    private static String every(Span span) {
        String words = span.words();
        return "every " + (words.startsWith("1 ") ? words.substring(2) : words);
    }

    private String definitions() {
        Columns table = new Columns();
        for (Severity severity : policy.severities()) {
            table.row(severity.name().value(), severity.definition());
            severity.examples().forEach(example -> table.row("", "- " + example));
            severity.commander()
                    .ifPresent(role -> table.row("", "Commander: " + policy.titleOf(role)));
        }
        return table.text("  ");
    }

    private String phases() {
        return policy.phases().stream().map(this::phase).collect(Collectors.joining("\n"));
    }

    private String phase(Phase phase) {
        String starts = phase.startsByItself() ? ", starts with the incident" : "";
        String reaches = phase.reaches().map(m -> ", its end means: " + m.word()).orElse("");
        Columns items = new Columns();
        phase.items()
                .forEach(item -> items.row("[ ]", item.name().value(), item.text() + notes(item)));
        return "  "
                + phase.title()
                + " ("
                + phase.name()
                + ")"
                + starts
                + reaches
                + "\n"
                + items.text("    ");
    }

    private String notes(Item item) {
        List<String> notes = new ArrayList<>();
        if (item.required()) {
            notes.add("required");
        }
        if (!item.scope().equals(Scope.ALL)) {
            notes.add("only " + ClockSummary.scope(item.scope(), policy));
        }
        item.tickedBy().ifPresent(tick -> notes.add("ticked by the record: " + tick.word()));
        return notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
    }

    private String clocks() {
        ClockSummary clocks = new ClockSummary(policy);
        return policy.clocks().stream().map(clocks::text).collect(Collectors.joining("\n"));
    }

    private String escalation() {
        Columns table = new Columns();
        for (Severity severity : policy.severities()) {
            List<EscalationMatrix.Column> row = policy.escalation().row(severity.name());
            if (row.isEmpty()) {
                table.row(severity.name().value(), "n/a", "");
            }
            for (int i = 0; i < row.size(); i++) {
                String name = i == 0 ? severity.name().value() : "";
                table.row(name, timing(row.get(i).timing()), cells(row.get(i)));
            }
        }
        return table.text("  ") + digest();
    }

    private String digest() {
        boolean used =
                policy.severities().stream()
                        .flatMap(s -> policy.escalation().row(s.name()).stream())
                        .anyMatch(c -> c.timing() instanceof EscalationMatrix.Timing.DailyDigest);
        return policy.digest()
                .filter(d -> used)
                .map(d ->
                        "  The daily digest goes out at "
                                + d.at()
                                + ", "
                                + policy.calendar(d.calendar()).zone().getId()
                                + "\n")
                .orElse("");
    }

    private static String timing(EscalationMatrix.Timing timing) {
        return switch (timing) {
            case EscalationMatrix.Timing.AtOnce ignored -> "at once";
            case EscalationMatrix.Timing.Within within ->
                    "within " + ClockSummary.words(within.duration());
            case EscalationMatrix.Timing.DailyDigest ignored -> "daily digest";
        };
    }

    private String cells(EscalationMatrix.Column column) {
        return column.cells().isEmpty()
                ? "n/a"
                : column.cells().stream()
                        .map(cell -> policy.titleOf(cell.role()) + condition(cell))
                        .collect(Collectors.joining(", "));
    }

    private String condition(EscalationMatrix.Cell cell) {
        return cell.onlyIf().map(question -> " (if yes: " + text(question) + ")").orElse("");
    }

    private String text(QuestionName name) {
        return policy.questions().stream()
                .filter(question -> question.name().equals(name))
                .map(Question::text)
                .findFirst()
                .orElse(name.value());
    }

    private String closing() {
        return policy.closing().title()
                + ": after "
                + policy.closing().stableFor().words()
                + " of stable operation, from "
                + policy.closing().from().word()
                + "; what comes back starts it again, and closing earlier is an override\n"
                + "  with a reason";
    }

    private String permissions() {
        Columns table = new Columns();
        for (Act act : Act.values()) {
            List<RoleName> roles = policy.permissions().of(act);
            if (!roles.isEmpty()) {
                table.row(
                        act.word(),
                        roles.stream().map(policy::titleOf).collect(Collectors.joining(", ")));
            }
        }
        return table.row("everything else", "everyone who sees the incident").text("  ");
    }

    private String calendars() {
        Columns table = new Columns();
        policy.calendars().values().stream()
                .sorted(Comparator.comparing(calendar -> calendar.name().value()))
                .forEach(calendar ->
                        table.row(
                                calendar.name().value(),
                                calendar.zone().getId(),
                                week(calendar),
                                Spoken.count(calendar.holidays().size(), "holiday")));
        return table.text("  ");
    }

    private static String week(BusinessCalendar calendar) {
        return calendar.week().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> abbreviation(day.getKey()) + " " + hours(day.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String abbreviation(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String hours(Hours hours) {
        return hours.opens() + "-" + hours.closes();
    }
}

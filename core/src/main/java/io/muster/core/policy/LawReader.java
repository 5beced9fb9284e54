package io.muster.core.policy;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;
import io.muster.core.written.Problems;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the book of laws that ships with Muster. */
public final class LawReader {
    private static final int FORMAT = 1;
    private static final Choices<Law.Status> STATUSES =
            Choices.of(Law.Status::word, Law.Status.values());

    private LawReader() {}

    /** The laws in this file. */
    public static Reading<LawBook> read(Written root) {
        Problems problems = Problems.none();
        return problems.outcome(book(Passage.whole(root, problems)));
    }

    private static LawBook book(Passage file) {
        Form form = file.form("muster-laws", "questions", "calendars", "laws");
        form.need("muster-laws").format(FORMAT);
        Names names = Names.in(file.written());
        Map<CalendarName, BusinessCalendar> calendars = new LinkedHashMap<>();
        CalendarReader.read(form.need("calendars"))
                .values()
                .forEach(calendar -> calendars.put(ofLaw(calendar.name()), named(calendar)));
        return new LawBook(
                laws(form.need("laws"), names),
                RoleReader.questions(form.need("questions")),
                calendars);
    }

    private static List<Law> laws(Passage passage, Names names) {
        List<Law> laws = new ArrayList<>();
        List<NotificationRule> above = new ArrayList<>();
        passage.named(Naming.WORDS, "gdpr-33")
                .forEach((id, part) -> {
                    Law law = law(id, part, names, above);
                    laws.add(law);
                    above.addAll(law.duties());
                });
        return laws;
    }

    private static Law law(String id, Passage passage, Names names, List<NotificationRule> above) {
        Form form =
                passage.form(
                        "title", "jurisdiction", "source", "verified", "status", "usual", "duties");
        DutyReader.Usual usual =
                new DutyReader.Usual(Optional.of(id), DutyReader.NONE, Role.COMMANDER, List.of());
        List<NotificationRule> duties =
                new DutyReader(names, Set.of(), usual)
                        .read(form.need("duties"), above).stream()
                                .map(LawReader::inItsCalendar)
                                .toList();
        return new Law(
                id,
                RoleReader.title(form.need("title")),
                form.text("jurisdiction"),
                form.text("source"),
                date(form.need("verified")),
                form.need("status").choice(STATUSES),
                form.find("usual").map(Passage::yes).orElse(false),
                duties);
    }

    /** A calendar of the book is called so that no calendar of a policy can be meant. */
    private static CalendarName ofLaw(CalendarName name) {
        return new CalendarName("law." + name);
    }

    private static BusinessCalendar named(BusinessCalendar calendar) {
        return new BusinessCalendar(
                ofLaw(calendar.name()), calendar.zone(), calendar.week(), calendar.holidays());
    }

    private static NotificationRule inItsCalendar(NotificationRule duty) {
        return duty.calendar().equals(DutyReader.NONE) ? duty : duty.in(ofLaw(duty.calendar()));
    }

    private static LocalDate date(Passage passage) {
        String words = passage.text();
        try {
            return words.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(words);
        } catch (DateTimeParseException e) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no date.",
                    "Write it like `2026-11-21`.");
            return LocalDate.EPOCH;
        }
    }
}

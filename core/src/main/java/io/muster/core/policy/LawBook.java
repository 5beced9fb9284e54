package io.muster.core.policy;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The laws that Muster knows. A policy enables them by their id and says who owes them.
 *
 * @param questions what they depend on, and only a person can say
 * @param calendars working time of authorities, where it differs from the organisation's
 */
public record LawBook(
        List<Law> laws, List<Question> questions, Map<CalendarName, BusinessCalendar> calendars) {
    /** No laws. */
    public static final LawBook EMPTY = new LawBook(List.of(), List.of(), Map.of());

    public LawBook {
        laws = List.copyOf(laws);
        questions = List.copyOf(questions);
        calendars = Map.copyOf(calendars);
    }

    /** The law with this id. */
    public Optional<Law> find(String id) {
        return laws.stream().filter(law -> law.id().equals(id)).findFirst();
    }
}

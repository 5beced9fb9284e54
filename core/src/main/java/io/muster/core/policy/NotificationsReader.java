package io.muster.core.policy;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Form;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the organisation owes word outside. */
final class NotificationsReader {
    private final LawBook book;
    private final Names names;
    private final CalendarName calendar;

    /**
     * @param calendar of a duty that names none
     */
    NotificationsReader(LawBook book, Names names, CalendarName calendar) {
        this.book = book;
        this.names = names;
        this.calendar = calendar;
    }

    /**
     * @param approvals whose purposes a notice may have
     */
    Notifications read(Passage passage, Approvals approvals) {
        Form form = passage.form("laws", "owner", "tell", "ask", "duties", "reaches");
        RoleName owner = names.role(form.need("owner"));
        List<RoleName> tell =
                form.find("tell").map(p -> List.copyOf(p.each(names::role))).orElse(List.of());
        DutyReader.Usual usual = new DutyReader.Usual(Optional.empty(), calendar, owner, tell);
        List<Law> laws = form.find("laws").map(this::laws).orElseGet(this::usualLaws);
        List<NotificationRule> duties =
                new ArrayList<>(
                        laws.stream()
                                .flatMap(law -> law.duties().stream())
                                .map(duty -> DutyReader.owed(duty, usual))
                                .toList());
        Set<String> asked =
                book.questions().stream().map(q -> q.name().value()).collect(Collectors.toSet());
        form.find("duties")
                .ifPresent(p -> duties.addAll(new DutyReader(names, asked, usual).read(p, duties)));
        Scope ask = form.find("ask").map(p -> ScopeReader.read(p, names)).orElse(Scope.ALL);
        List<NoticeReach> reaches =
                form.find("reaches")
                        .map(p -> new ReachReader(names, duties, approvals).read(p))
                        .orElse(List.of());
        return new Notifications(laws, duties, ask, owner, reaches);
    }

    private List<Law> laws(Passage passage) {
        List<Law> laws = new ArrayList<>();
        for (Passage entry : passage.listOrEmpty()) {
            String id = entry.text();
            Optional<Law> law = book.find(id);
            law.ifPresent(laws::add);
            if (law.isEmpty() && !id.isEmpty()) {
                entry.problem(
                        "is the law `" + id + "`, which Muster does not know.",
                        Nearest.remedy(
                                id,
                                book.laws().stream().map(Law::id).toList(),
                                "Write it as a duty of your own under `duties`, or use one of"));
            }
            law.filter(l -> l.status() == Law.Status.DRAFT)
                    .ifPresent(l ->
                            entry.warning(
                                    "is not in force, or not verified ("
                                            + l.source()
                                            + "; looked at "
                                            + l.verified()
                                            + ").",
                                    "Ask counsel before you rely on it."));
        }
        return laws.stream().distinct().toList();
    }

    private List<Law> usualLaws() {
        return book.laws().stream().filter(Law::usual).toList();
    }

    /** The calendars of the policy and those of the laws that are enabled. */
    Map<CalendarName, BusinessCalendar> calendars(
            Map<CalendarName, BusinessCalendar> own, Notifications notifications) {
        Map<CalendarName, BusinessCalendar> all = new LinkedHashMap<>(own);
        book.calendars()
                .forEach((name, law) -> {
                    if (notifications.duties().stream().anyMatch(d -> d.calendar().equals(name))) {
                        all.put(name, law);
                    }
                });
        return all;
    }

    /** The questions of the policy, and those of the book on which an enabled duty depends. */
    List<Question> questions(List<Question> own, Notifications notifications) {
        Set<QuestionName> mine = own.stream().map(Question::name).collect(Collectors.toSet());
        Set<QuestionName> needed = needed(notifications).collect(Collectors.toSet());
        List<Question> all = new ArrayList<>(own);
        book.questions().stream()
                .filter(q -> needed.contains(q.name()) && !mine.contains(q.name()))
                .forEach(all::add);
        return all;
    }

    /** The questions on which a duty depends. */
    static Stream<QuestionName> needed(Notifications notifications) {
        return notifications.duties().stream().flatMap(NotificationsReader::needed);
    }

    private static Stream<QuestionName> needed(NotificationRule duty) {
        Stream<QuestionName> starts =
                Stream.concat(
                                Stream.of(duty.from()),
                                duty.limit().stream().map(NotificationRule.Limit::from))
                        .filter(DutyStart.Answering.class::isInstance)
                        .map(start -> ((DutyStart.Answering) start).question());
        return Stream.of(
                        duty.applies().yes().stream(),
                        duty.applies().lasting().stream().map(NotificationRule.Lasting::expected),
                        starts)
                .flatMap(s -> s);
    }
}

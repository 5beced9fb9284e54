package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.action.Actions;
import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Reviewing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An action item is specific, belongs to somebody and is due on a day; or it is none. */
public final class ActionRules {
    /** The last minute of the day on which it is due. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private ActionRules() {}

    /** What lies farther ahead is a year that was mistyped. */
    private static final Duration FARTHEST = Duration.ofDays(5 * 365);

    /** The calendar in whose zone the days of action items begin and end. */
    public static BusinessCalendar calendar(Policy policy) {
        return policy.calendar(calendarName(policy));
    }

    static CalendarName calendarName(Policy policy) {
        return policy.reviewing()
                .map(Reviewing::calendar)
                .orElseGet(() -> policy.clock(ClockRule.STABILITY).orElseThrow().calendar());
    }

    static Decision decide(Incident incident, ActionCommand command, Moment moment) {
        if (incident.status() == Status.DISMISSED && command instanceof ActionCommand.AddAction) {
            return LifecycleRules.over(incident); // what was added before goes its way
        }
        return switch (command) {
            case ActionCommand.AddAction c -> add(incident, c, moment);
            case ActionCommand.DescribeAction c -> describe(incident, c);
            case ActionCommand.HandOverAction c -> handOver(incident, c);
            case ActionCommand.RescheduleAction c -> reschedule(incident, c, moment);
            case ActionCommand.FinishAction c -> finish(incident, c);
            case ActionCommand.VerifyAction c -> verify(incident, c, moment);
            case ActionCommand.ReopenAction c -> reopen(incident, c);
            case ActionCommand.DropAction c -> drop(incident, c);
        };
    }

    private static Decision add(Incident incident, ActionCommand.AddAction c, Moment moment) {
        Optional<Decision> vague = ActionWords.vague(c.text(), c.verification());
        if (vague.isPresent()) {
            return vague.get();
        }
        if (c.owner().isEmpty()) {
            return Decision.refuse("Say who does it: what belongs to everyone is done by nobody.");
        }
        if (c.due().isEmpty()) {
            return Decision.refuse(
                    "Say by when: a date such as 2026-03-20, or \"in 2 weeks\". It can be moved"
                            + " later, with a reason.");
        }
        Instant due = endOf(c.due().get(), moment);
        Optional<Decision> wrongDay = wrongDay(due, moment);
        if (wrongDay.isPresent()) {
            return wrongDay.get();
        }
        Actions actions = incident.dossier().actions();
        Optional<ActionItem> twin =
                actions.all().stream()
                        .filter(ActionItem::isOpen)
                        .filter(a -> a.text().equals(c.text()))
                        .findFirst();
        if (twin.isPresent()) {
            return Decision.refuse("That is action item " + twin.get().number() + " already.");
        }
        return Decision.accept(
                new ActionEvent.ActionAdded(
                        actions.next(),
                        c.text(),
                        c.kind(),
                        c.owner().get(),
                        due,
                        c.due().get().toString(),
                        c.verification(),
                        c.ticket()));
    }

    private static Decision describe(Incident incident, ActionCommand.DescribeAction c) {
        return find(incident, c.number())
                .map(item -> ActionWords.describe(item, c))
                .orElseGet(() -> unknown(incident, c.number()));
    }

    private static Decision handOver(Incident incident, ActionCommand.HandOverAction c) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        if (!item.get().isOpen()) {
            return settled(item.get());
        }
        if (item.get().owner().equals(c.to())) {
            return Decision.refuse(Phrase.EMPTY.who(c.to()).say(" owns it already."));
        }
        if (c.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why it changes hands: ")
                            .code("/incident action owner " + c.number() + " @person <reason>")
                            .say("."));
        }
        return Decision.accept(
                new ActionEvent.ActionHandedOver(
                        c.number(), item.get().owner(), c.to(), c.reason()));
    }

    private static Decision reschedule(
            Incident incident, ActionCommand.RescheduleAction c, Moment moment) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        if (!item.get().isOpen()) {
            return settled(item.get());
        }
        Instant due = endOf(c.to(), moment);
        if (due.equals(item.get().due())) {
            return Decision.refuse("It is due on that day already.");
        }
        Optional<Decision> wrongDay = wrongDay(due, moment);
        if (wrongDay.isPresent()) {
            return wrongDay.get();
        }
        if (c.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why it moves: ")
                            .code("/incident action due " + c.number() + " " + c.to() + " <reason>")
                            .say("."));
        }
        return Decision.accept(
                new ActionEvent.ActionRescheduled(
                        c.number(),
                        item.get().due(),
                        item.get().day(),
                        due,
                        c.to().toString(),
                        c.reason()));
    }

    private static Decision finish(Incident incident, ActionCommand.FinishAction c) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        return item.get().isOpen()
                ? Decision.accept(new ActionEvent.ActionDone(c.number(), c.how()))
                : settled(item.get());
    }

    private static Decision verify(Incident incident, ActionCommand.VerifyAction c, Moment moment) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        if (item.get().isOpen()) {
            return Decision.refuse("It is not done yet, so there is nothing to verify.");
        }
        if (item.get().state() != ActionItem.State.DONE) {
            return settled(item.get());
        }
        if (item.get().doneBy().filter(moment.by()::equals).isPresent()) {
            return Decision.refuse("You said that it is done; somebody else verifies it.");
        }
        if (moment.by().person().filter(item.get().owner()::equals).isPresent()) {
            return Decision.refuse("It was yours to do; somebody else verifies it.");
        }
        if (c.how().isBlank()) {
            return Decision.refuse("Say what you looked at, so that an auditor can look too.");
        }
        return Decision.accept(new ActionEvent.ActionVerified(c.number(), c.how()));
    }

    private static Decision reopen(Incident incident, ActionCommand.ReopenAction c) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        if (item.get().isOpen()) {
            return Decision.refuse("It is open already.");
        }
        return c.reason().isBlank()
                ? Decision.refuse("Say why it is to be done again.")
                : Decision.accept(new ActionEvent.ActionReopened(c.number(), c.reason()));
    }

    private static Decision drop(Incident incident, ActionCommand.DropAction c) {
        Optional<ActionItem> item = find(incident, c.number());
        if (item.isEmpty()) {
            return unknown(incident, c.number());
        }
        if (!item.get().isOpen()) {
            return settled(item.get());
        }
        return c.reason().isBlank()
                ? Decision.refuse(
                        Phrase.of("Say why it will not be done: ")
                                .code("/incident action drop " + c.number() + " <reason>")
                                .say(". An auditor will ask."))
                : Decision.accept(new ActionEvent.ActionDropped(c.number(), c.reason()));
    }

    private static Optional<Decision> wrongDay(Instant due, Moment moment) {
        if (due.isBefore(moment.now())) {
            return Optional.of(
                    Decision.refuse("That day has passed. Choose one that is still to come."));
        }
        return due.isAfter(moment.now().plus(FARTHEST))
                ? Optional.of(
                        Decision.refuse("That day is years away. Is the year as you meant it?"))
                : Optional.empty();
    }

    private static Instant endOf(LocalDate day, Moment moment) {
        return day.atTime(END_OF_DAY).atZone(calendar(moment.policy()).zone()).toInstant();
    }

    private static Optional<ActionItem> find(Incident incident, int number) {
        return incident.dossier().actions().find(number);
    }

    private static Decision settled(ActionItem item) {
        return Decision.refuse(
                "Action item " + item.number() + " is " + item.state().word() + " already.");
    }

    private static Decision unknown(Incident incident, int number) {
        List<String> known = new ArrayList<>();
        incident.dossier().actions().all().forEach(a -> known.add(String.valueOf(a.number())));
        return Decision.refuse(
                incident.id()
                        + " has no action item "
                        + number
                        + (known.isEmpty()
                                ? "; it has none yet."
                                : ". It has: " + String.join(", ", known) + "."));
    }
}

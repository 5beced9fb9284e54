package io.muster.app.slack.action;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.ActionCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.util.Optional;

/** What people type about one action item, which they call by its number. */
final class NumberedAction {
    private final Reception reception;

    NumberedAction(Reception reception) {
        this.reception = reception;
    }

    /** What is wanted of the item with this number. */
    interface Numbered {
        IncidentCommand about(int number, FreeText words);
    }

    private interface WithNumber {
        Answer then(int number, Typed words);
    }

    Answer move(IncidentId id, Typed typed, Numbered command) {
        return withNumber(
                typed,
                (number, words) ->
                        reception.ask(
                                id,
                                command.about(number, FreeText.of(words.rest())),
                                typed.knock(),
                                after ->
                                        Answer.whisper(
                                                standing(after.dossier().actions().find(number)))));
    }

    private static String standing(Optional<ActionItem> item) {
        return item.map(i -> "Action item " + i.number() + " is " + i.state().word() + " now.")
                .orElse("Done.");
    }

    Answer reschedule(IncidentId id, Typed typed) {
        Optional<IncidentView> view = reception.view(id, typed.by());
        return withNumber(
                typed,
                (number, words) -> {
                    Optional<ActionTyping.Day> day =
                            view.flatMap(v ->
                                    ActionTyping.day(words.rest(), ActionForms.day(v, v.now())));
                    return day.isEmpty()
                            ? Answer.whisper(
                                    "Say the day and why: `/incident action due "
                                            + number
                                            + " 2026-03-20 <reason>`, or `in 2 weeks`.")
                            : reception.ask(
                                    id,
                                    new ActionCommand.RescheduleAction(
                                            number, day.get().day(), day.get().reason()),
                                    typed.knock(),
                                    after -> Answer.whisper("Moved to " + day.get().day() + "."));
                });
    }

    Answer handOver(IncidentId id, Typed typed) {
        return withNumber(
                typed,
                (number, words) -> {
                    Optional<PersonId> person = Typing.person(words.raw());
                    return person.isEmpty()
                            ? Answer.whisper(
                                    "Say who and why: `/incident action owner "
                                            + number
                                            + " @person <reason>`.")
                            : reception.ask(
                                    id,
                                    new ActionCommand.HandOverAction(
                                            number,
                                            person.get(),
                                            ActionTyping.reasonAfterMention(words)),
                                    typed.knock(),
                                    after -> Answer.whisper("Handed over; they are told."));
                });
    }

    private static Answer withNumber(Typed typed, WithNumber act) {
        String[] words = Typing.split(typed.rest());
        String number = words[0].replaceFirst("^#", "");
        return number.matches("\\d{1,4}")
                ? act.then(
                        Integer.parseInt(number),
                        new Typed(typed.from(), words[1], Typing.split(typed.raw())[1]))
                : Answer.whisper(
                        "Say which one by its number; `/incident action list` shows them.");
    }
}

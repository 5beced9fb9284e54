package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.Happened;
import io.muster.core.incident.TaskEvent;
import io.muster.core.roster.Actor;

import java.util.List;

/** Whoever is asked to do something hears it, and so does everyone when a gate is gone past. */
final class TaskReactions {
    private TaskReactions() {}

    static List<Effect> to(Happened happened, TaskEvent event) {
        Actor by = happened.by();
        return switch (event) {
            case TaskEvent.ItemNotApplicable e ->
                    say(
                            e.guarded() ? Notice.Tone.WEIGHTY : Notice.Tone.PLAIN,
                            by("Not applicable: " + e.text(), by)
                                    .say(", because: ")
                                    .quote(e.because()));
            case TaskEvent.ItemAssigned e ->
                    e.person()
                            .map(person ->
                                    say(
                                            Notice.Tone.PLAIN,
                                            Phrase.EMPTY
                                                    .who(person)
                                                    .say(" is asked to: ")
                                                    .strong(e.text())
                                                    .then(by("", by))
                                                    .say(". Tick it with ")
                                                    .code("/incident task done " + e.item())
                                                    .say(".")))
                            .orElse(List.of()); // the checklist shows it
            case TaskEvent.ItemLinked ignored -> List.of(); // the checklist shows it
            case TaskEvent.GateOverridden e ->
                    say(
                            Notice.Tone.WEIGHTY,
                            by("Gate overridden", by)
                                    .say(", " + e.what() + ": ")
                                    .strong(e.title())
                                    .say(
                                            " ("
                                                    + Spoken.count(e.missing().size(), "item")
                                                    + " open), because: ")
                                    .quote(e.reason()));
        };
    }

    private static List<Effect> say(Notice.Tone tone, Phrase phrase) {
        return List.of(new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase)));
    }

    private static Phrase by(String what, Actor by) {
        Phrase phrase = Phrase.of(what);
        return by.person()
                .map(p -> phrase.say(what.isEmpty() ? " (by " : " by ").who(p))
                .map(p -> what.isEmpty() ? p.say(")") : p)
                .orElse(phrase);
    }
}

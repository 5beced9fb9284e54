package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.policy.Act;
import io.muster.core.policy.Gate;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;

import java.util.List;
import java.util.Optional;

/** How one gets past a gate: by doing what it waits for, or by a reason that is written down. */
final class GateRules {
    /** Whoever is stopped needs to know where to begin; the checklist has the rest. */
    private static final int SHOWN = 2;

    private GateRules() {}

    /**
     * An act before which gates may be closed.
     *
     * @param not what cannot be done yet: {@code Recover cannot be started}
     * @param doing the same as it is recorded: {@code starting Recover}
     * @param command what to type to do it all the same; empty if it has a form of its own
     */
    record Attempt(Guard act, String not, String doing, String command) {}

    /** Why this may not be done; empty if the gates are open or may be gone past. */
    static Optional<Decision> refusal(
            Incident incident,
            List<Gates.Closed> closed,
            Attempt attempt,
            FreeText override,
            Moment moment) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        return override.isBlank()
                ? Optional.of(Decision.refuse(words(closed, attempt)))
                : AccessRules.refusal(incident, Act.OVERRIDE, moment);
    }

    /** What stands in the record when somebody goes past closed gates. */
    static List<IncidentEvent> overridden(
            List<Gates.Closed> closed, Attempt attempt, FreeText override) {
        return closed.stream()
                .<IncidentEvent>map(c ->
                        new TaskEvent.GateOverridden(
                                c.gate().name(),
                                c.gate().title(),
                                attempt.act().words(),
                                attempt.doing(),
                                c.missing().stream().map(Item::name).toList(),
                                override))
                .toList();
    }

    private static Phrase words(List<Gates.Closed> closed, Attempt attempt) {
        Phrase phrase = Phrase.of(attempt.not() + " yet.");
        for (Gates.Closed c : closed) {
            phrase = waits(phrase, c.gate(), c.missing());
        }
        Phrase way =
                phrase.say("\nSettle it in ")
                        .code("/incident checklist")
                        .say(", or let the commander go on with ");
        return attempt.command().isEmpty()
                ? way.say("a reason, which stays in the record.")
                : way.code(attempt.command() + " override: <reason>")
                        .say("; the reason stays in the record.");
    }

    /** A line about a gate and what it waits for. */
    static Phrase waits(Phrase before, Gate gate, List<Item> missing) {
        return items(before.say("\n• " + gate.title() + " waits for "), missing);
    }

    private static Phrase items(Phrase before, List<Item> items) {
        Phrase phrase = before;
        int shown = Math.min(SHOWN, items.size());
        for (int i = 0; i < shown; i++) {
            phrase = phrase.say(i == 0 ? "" : "; ").strong(items.get(i).text());
        }
        return phrase.say(items.size() > shown ? " and " + (items.size() - shown) + " more" : "");
    }
}

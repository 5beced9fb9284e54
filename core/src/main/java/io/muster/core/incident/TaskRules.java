package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.checklist.Checklists;
import io.muster.core.policy.Act;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Policy;
import io.muster.core.written.Nearest;

import java.util.List;
import java.util.Optional;

/** Who does what, what need not be done, and what proves it. */
final class TaskRules {
    private TaskRules() {}

    static Decision decide(Incident incident, TaskCommand command, Moment moment) {
        return switch (command) {
            case TaskCommand.RuleOut c ->
                    with(c.item(), incident, moment, item -> ruleOut(incident, item, c, moment));
            case TaskCommand.AssignItem c ->
                    with(c.item(), incident, moment, item -> assign(incident, item, c));
            case TaskCommand.LinkItem c ->
                    with(c.item(), incident, moment, item -> link(incident, item, c));
        };
    }

    /** The answer to whoever names an item that the policy does not have. */
    static Decision noSuchItem(ItemName item, Policy policy) {
        List<String> names =
                policy.phases().stream()
                        .flatMap(p -> p.items().stream())
                        .map(i -> i.name().value())
                        .toList();
        Phrase phrase = Phrase.of("The policy has no such item. ");
        return Decision.refuse(
                Nearest.find(item.value(), names)
                        .map(near -> phrase.say("Did you mean ").code(near).say("?"))
                        .orElse(phrase.say("See ").code("/incident checklist").say(".")));
    }

    private interface Rule {
        Decision of(Item item);
    }

    private static Decision with(ItemName name, Incident incident, Moment moment, Rule rule) {
        Optional<Item> item = moment.policy().item(name);
        if (item.isEmpty()) {
            return noSuchItem(name, moment.policy());
        }
        return incident.status() == Status.DISMISSED
                ? LifecycleRules.over(incident)
                : rule.of(item.get());
    }

    /** What a gate waits for would be no gate if anybody could rule it out. */
    private static Decision ruleOut(
            Incident incident, Item item, TaskCommand.RuleOut command, Moment moment) {
        Checklists checklists = incident.checklists();
        if (checklists.done(item.name())) {
            return Decision.refuse("That item is done. Open it again first, if it was not.");
        }
        if (checklists
                .notApplicable(item.name())
                .filter(known -> known.because().equals(command.because()))
                .isPresent()) {
            return Decision.refuse("That item is not applicable already.");
        }
        if (command.because().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why it does not apply here: ")
                            .code("/incident task na " + item.name() + " <reason>")
                            .say("."));
        }
        boolean guarded = Gates.waitFor(item, incident, moment.policy());
        Optional<Decision> refusal =
                guarded ? AccessRules.refusal(incident, Act.OVERRIDE, moment) : Optional.empty();
        return refusal.orElseGet(() ->
                Decision.accept(
                        new TaskEvent.ItemNotApplicable(
                                item.name(), item.text(), guarded, command.because())));
    }

    private static Decision assign(Incident incident, Item item, TaskCommand.AssignItem command) {
        var before = incident.checklists().assignee(item.name());
        if (before.equals(command.person())) {
            Phrase phrase = Phrase.of("That item is ");
            return Decision.refuse(
                    before.map(p -> phrase.say("with ").who(p).say(" already."))
                            .orElse(phrase.say("with nobody in particular.")));
        }
        return Decision.accept(
                new TaskEvent.ItemAssigned(item.name(), item.text(), command.person(), before));
    }

    private static Decision link(Incident incident, Item item, TaskCommand.LinkItem command) {
        FreeText reference = command.reference();
        if (reference.isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say where the proof is: ")
                            .code("/incident task link " + item.name() + " <link or number>")
                            .say("."));
        }
        boolean known =
                incident.checklists().references(item.name()).stream()
                        .anyMatch(r -> r.text().equals(reference));
        return known
                ? Decision.refuse("That is with the item already.")
                : Decision.accept(new TaskEvent.ItemLinked(item.name(), item.text(), reference));
    }
}

package io.muster.core.roster;

import io.muster.core.PersonId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which ways people can be reached beside the chat.
 *
 * @param mail whether Muster can send mail at all
 * @param webhooks those that can be called
 * @param steps how each person wants to be tried, beyond the direct message that everyone gets
 */
public record Reachability(
        boolean mail, Set<String> webhooks, Map<PersonId, List<ReachStep>> steps) {
    /** By the chat alone. */
    public static final Reachability CHAT_ONLY = new Reachability(false, Set.of(), Map.of());

    public Reachability {
        webhooks = Set.copyOf(webhooks);
        Map<PersonId, List<ReachStep>> copy = new LinkedHashMap<>();
        steps.forEach((person, way) -> copy.put(person, List.copyOf(way)));
        steps = Map.copyOf(copy);
    }

    /** What is tried for this person beyond the chat, as far as it is switched on here. */
    public List<ReachStep> beyondChat(PersonId person) {
        return steps.getOrDefault(person, List.of()).stream()
                .filter(step -> isOn(step.way()))
                .toList();
    }

    private boolean isOn(Way way) {
        return switch (way.kind()) {
            case SLACK -> false;
            case EMAIL -> mail;
            case WEBHOOK -> webhooks.contains(way.webhook());
        };
    }
}

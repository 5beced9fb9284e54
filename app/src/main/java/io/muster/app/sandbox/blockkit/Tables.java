package io.muster.app.sandbox.blockkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Joins and narrows tables of rules. */
final class Tables {
    private Tables() {}

    @SafeVarargs
    static Map<String, Rule> join(Map<String, Rule>... tables) {
        Map<String, Rule> all = new LinkedHashMap<>();
        for (Map<String, Rule> table : tables) {
            all.putAll(table);
        }
        return all;
    }

    static Map<String, Rule> without(Map<String, Rule> table, String name) {
        Map<String, Rule> rest = new LinkedHashMap<>(table);
        rest.remove(name);
        return rest;
    }
}

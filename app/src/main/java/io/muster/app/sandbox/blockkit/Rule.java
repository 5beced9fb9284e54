package io.muster.app.sandbox.blockkit;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Slack asks of one JSON value. Small rules are put together into blocks and views. */
interface Rule {
    void check(JsonNode value, String at, Findings findings);

    /** Both must hold. */
    default Rule and(Rule other) {
        return (value, at, findings) -> {
            check(value, at, findings);
            other.check(value, at, findings);
        };
    }

    static Rule string(int min, int max) {
        return (value, at, findings) -> {
            if (!value.isString()) {
                findings.add(at, "must provide a string");
                return;
            }
            // Slack counts characters as people do, not UTF-16 units.
            int length = value.asString().codePointCount(0, value.asString().length());
            if (length < min) {
                findings.add(at, "must be more than " + (min - 1) + " characters");
            } else if (length > max) {
                findings.add(at, "must be less than " + (max + 1) + " characters");
            }
        };
    }

    static Rule string(int max) {
        return string(0, max);
    }

    static Rule matching(Pattern pattern, String problem) {
        return (value, at, findings) -> {
            if (!pattern.matcher(value.asString("")).matches()) {
                findings.add(at, problem);
            }
        };
    }

    static Rule integer(int min, int max) {
        return (value, at, findings) -> {
            if (!value.isIntegralNumber()) {
                findings.add(at, "must provide an integer");
            } else if (value.asLong() < min || value.asLong() > max) {
                findings.add(at, "must be between " + min + " and " + max);
            }
        };
    }

    static Rule flag() {
        return (value, at, findings) -> {
            if (!value.isBoolean()) {
                findings.add(at, "must provide a boolean");
            }
        };
    }

    static Rule oneOf(String... allowed) {
        return (value, at, findings) -> {
            if (!value.isString() || !Arrays.asList(allowed).contains(value.asString())) {
                findings.add(at, "must be a valid enum value");
            }
        };
    }

    static Rule anything() {
        return (value, at, findings) -> {};
    }

    static Rule array(int min, int max, Rule element) {
        return (value, at, findings) -> {
            if (!value.isArray()) {
                findings.add(at, "must provide an array");
                return;
            }
            if (value.size() < min) {
                findings.add(at, "no fewer than " + min + " items allowed");
            }
            if (value.size() > max) {
                findings.add(at, "no more than " + max + " items allowed");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                element.check(value.get(i), at + "/" + i, findings);
            }
        };
    }

    /** A choice among kinds that say in {@code type} which they are. */
    static Rule byType(Map<String, Rule> kinds) {
        return (value, at, findings) -> {
            if (!value.isObject()) {
                findings.add(at, "must provide an object");
                return;
            }
            String type = Json.text(value, "type");
            Rule rule = kinds.get(type);
            if (type.isEmpty()) {
                findings.add(at, "missing required field: type");
            } else if (rule == null) {
                findings.add(at + "/type", "unsupported type: " + type);
            } else {
                rule.check(value, at, findings);
            }
        };
    }

    /** Neither of the named fields: at least one must be there. */
    static Rule oneRequired(String... fields) {
        return (value, at, findings) -> {
            if (List.of(fields).stream().noneMatch(field -> Json.has(value, field))) {
                findings.add(at, "missing required field: " + fields[0]);
            }
        };
    }

    static Rule onlyOne(String first, String second) {
        return (value, at, findings) -> {
            if (Json.has(value, first) && Json.has(value, second)) {
                findings.add(at, "only one of " + first + " and " + second + " is allowed");
            }
        };
    }
}

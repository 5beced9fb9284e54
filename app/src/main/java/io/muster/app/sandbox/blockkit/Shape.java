package io.muster.app.sandbox.blockkit;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An object of Block Kit: the fields that it must have, may have, and no others. */
final class Shape implements Rule {
    private final Map<String, Rule> fields = new LinkedHashMap<>();
    private final Set<String> required = new TreeSet<>();
    private Rule whole = Rule.anything();

    static Shape object() {
        return new Shape();
    }

    static Shape typed() {
        return new Shape().required("type", Rule.anything());
    }

    Shape required(String field, Rule rule) {
        fields.put(field, rule);
        required.add(field);
        return this;
    }

    Shape optional(String field, Rule rule) {
        fields.put(field, rule);
        return this;
    }

    /** A rule about the object as a whole, asked once its fields are known to be sound. */
    Shape also(Rule rule) {
        whole = whole.and(rule);
        return this;
    }

    @Override
    public void check(JsonNode value, String at, Findings findings) {
        if (!value.isObject()) {
            findings.add(at, "must provide an object");
            return;
        }
        for (String field : required) {
            if (!value.hasNonNull(field)) {
                findings.add(at, "missing required field: " + field);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Rule rule = fields.get(field.getKey());
            if (rule == null) {
                findings.add(at, "invalid additional property: " + field.getKey());
            } else if (!field.getValue().isNull()) {
                rule.check(field.getValue(), at + "/" + field.getKey(), findings);
            }
        }
        whole.check(value, at, findings);
    }
}

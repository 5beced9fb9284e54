package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.SlackError;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call, whether they came as a form or as JSON. */
final class Args {
    private final Map<String, String> form;
    private final JsonNode json;

    Args(Map<String, String> form, JsonNode json) {
        this.form = form;
        this.json = json;
    }

    boolean has(String name) {
        return form.containsKey(name) || Json.has(json, name);
    }

    Optional<String> text(String name) {
        if (form.containsKey(name)) {
            return Optional.of(form.getOrDefault(name, ""));
        }
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isContainer() ? Json.write(value) : value.asString());
    }

    String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** An argument without which there is no call. */
    String required(String name) {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> missing(name));
    }

    static SlackError missing(String name) {
        return SlackError.explained(
                "invalid_arguments", List.of("[ERROR] missing required field: " + name));
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .map(value -> value.equals("1") || value.equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    /** A structure: JSON as it is, or spelled out in a string. Empty text counts as absent. */
    Optional<JsonNode> structure(String name, String malformed) {
        JsonNode value = json.path(name);
        if (value.isContainer()) {
            return Optional.of(value);
        }
        Optional<String> text = text(name).filter(spelled -> !spelled.isBlank());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Json.parse(text.get())
                        .filter(JsonNode::isContainer)
                        .orElseThrow(() -> new SlackError(malformed)));
    }

    /** Ids: an array, an array in a string, or a string with commas. */
    List<String> ids(String name) {
        JsonNode value = json.path(name);
        if (value.isArray()) {
            return Json.list(value).stream().map(each -> each.asString("")).toList();
        }
        String text = textOr(name, "").strip();
        if (text.startsWith("[")) {
            return Json.parse(text).stream()
                    .flatMap(array -> Json.list(array).stream())
                    .map(each -> each.asString(""))
                    .toList();
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** A page size within its bounds. */
    int limit(int otherwise, int max) {
        Optional<String> limit = text("limit").filter(value -> !value.isEmpty());
        if (limit.isEmpty()) {
            return otherwise;
        }
        try {
            int size = Integer.parseInt(limit.get());
            if (size < 0) {
                throw new SlackError("invalid_limit");
            }
            return size == 0 ? otherwise : Math.min(size, max);
        } catch (NumberFormatException e) {
            throw new SlackError("invalid_limit");
        }
    }
}

package io.muster.app.gallery;

import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Delivery;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sorts everything that reached a workspace into kinds. */
public final class Catch {
    private final Map<String, Sent> byRow;
    private final Map<String, Sent> byPlace = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    /**
     * A row of the outbox that became a message.
     *
     * @param id as the message's metadata name it
     * @param ofThePlan whether it belongs to no incident
     */
    public record Sent(String id, boolean ofThePlan, JsonNode effect, String channel, String ts) {}

    /** Everything that this workspace was shown. */
    public static Catch of(SlackSandbox sandbox, List<Sent> sent) {
        Catch all = new Catch(sent);
        sandbox.calls().stream().filter(Catch::isMeant).forEach(all::called);
        sandbox.deliveries().forEach(all::answered);
        return all;
    }

    /** What came too late for whoever had closed the modal was meant to be shown all the same. */
    private static boolean isMeant(ApiCall call) {
        boolean closed = call.method().equals("views.update") && call.error().equals("not_found");
        return call.ok() || closed;
    }

    private Catch(List<Sent> sent) {
        byRow = new HashMap<>();
        for (Sent one : sent) {
            byRow.put(one.id(), one);
            byPlace.put(one.channel() + "/" + one.ts(), one);
        }
    }

    /** Something that only the test saw arrive. */
    public Catch with(List<Shape> more) {
        shapes.addAll(more);
        return this;
    }

    /** Everything. */
    public List<Shape> all() {
        return List.copyOf(shapes);
    }

    /** The kinds of notices that became messages, by the names of their classes. */
    public Set<String> notices() {
        return byRow.values().stream()
                .map(sent -> Json.text(sent.effect().path("notice"), "is"))
                .collect(Collectors.toSet());
    }

    /** The richest of each kind, by name. */
    public Map<String, Shape> richest() {
        Map<String, Shape> richest = new TreeMap<>();
        Map<String, String> written = new HashMap<>();
        for (Shape shape : shapes) {
            String text = Json.write(shape.still());
            String best = written.getOrDefault(shape.name(), "");
            boolean richer =
                    text.length() == best.length()
                            ? text.compareTo(best) > 0
                            : text.length() > best.length();
            if (richer) {
                richest.put(shape.name(), shape);
                written.put(shape.name(), text);
            }
        }
        return richest;
    }

    private void called(ApiCall call) {
        switch (call.method()) {
            case "views.open", "views.update", "views.push", "views.publish" ->
                    view(Json.of(call.arg("view")));
            case "chat.postMessage" -> posted(call);
            case "chat.update" -> edited(call);
            case "chat.postEphemeral" -> add("whisper-unasked", message(call));
            case "chat.unfurl" -> unfurled(call);
            default -> {}
        }
    }

    private void unfurled(ApiCall call) {
        Json.parse(call.arg("unfurls"))
                .ifPresent(links -> links.forEach(shown -> add("link-preview", preview(shown))));
    }

    /** It has no text, for nobody is notified of it: what it begins with stands for that. */
    private static JsonNode preview(JsonNode shown) {
        JsonNode first = shown.path("blocks").path(0).path("text");
        return Json.object()
                .put("text", Json.text(first, "text"))
                .set("blocks", shown.path("blocks").deepCopy());
    }

    private void view(JsonNode view) {
        boolean home = Json.text(view, "type").equals("home");
        String callback = Json.text(view, "callback_id");
        add(home ? "home" : "modal-" + (callback.isEmpty() ? "words" : callback), view);
    }

    private void posted(ApiCall call) {
        Optional<Sent> sent =
                Json.parse(call.arg("metadata"))
                        .map(m -> Json.text(m.path("event_payload"), "id").replaceAll(".*/", ""))
                        .map(byRow::get);
        JsonNode message = message(call);
        add(sent.map(s -> name(s, message)).orElse("reply"), message);
    }

    private void edited(ApiCall call) {
        Sent sent = byPlace.get(call.arg("channel") + "/" + call.arg("ts"));
        if (sent != null) {
            JsonNode message = message(call);
            boolean surface = sent.effect().has("surface");
            add(surface ? name(sent, message) : "settled-" + plainName(sent), message);
        }
    }

    private void answered(Delivery delivery) {
        Json.parse(delivery.body())
                .ifPresent(answer -> {
                    if (answer.has("view")) {
                        view(answer.path("view"));
                    } else if (delivery.kind().equals("slash_command") && answer.has("blocks")) {
                        String words = Json.text(delivery.payload(), "text").strip();
                        String verb = words.replaceAll("\\s.*", "");
                        add("whisper-" + (verb.isEmpty() ? "none" : verb), message(answer));
                    }
                });
    }

    private void add(String name, JsonNode body) {
        shapes.add(new Shape(name, body));
    }

    private static JsonNode message(ApiCall call) {
        return Json.object()
                .put("text", call.arg("text"))
                .set("blocks", Json.parse(call.arg("blocks")).orElseGet(Json::array));
    }

    /** A message's text and blocks. */
    public static JsonNode message(JsonNode sent) {
        return Json.object()
                .put("text", Json.text(sent, "text"))
                .set("blocks", sent.path("blocks").deepCopy());
    }

    /** After what it says and, where it asks, what it asks first. */
    private static String name(Sent sent, JsonNode message) {
        if (sent.effect().has("surface")) {
            return "surface-" + kebab(Json.text(sent.effect(), "surface"));
        }
        return plainName(sent) + firstAct(message);
    }

    private static String plainName(Sent sent) {
        JsonNode notice =
                sent.effect().has("notice") ? sent.effect().path("notice") : sent.effect();
        StringBuilder name = new StringBuilder(sent.ofThePlan() ? "plan-" : "notice-");
        name.append(kebab(Json.text(notice, "is")));
        for (String detail : List.of("tone", "step")) {
            String value = Json.text(notice, detail);
            name.append(value.isEmpty() || value.equals("PLAIN") ? "" : "-" + kebab(value));
        }
        for (String detail : List.of("escalation", "confidential", "incoming")) {
            name.append(Json.flag(notice, detail) ? "-" + detail : "");
        }
        return name.toString();
    }

    private static String firstAct(JsonNode message) {
        return Json.stream(message, "blocks")
                .filter(block -> Json.text(block, "type").equals("actions"))
                .flatMap(block -> Json.stream(block, "elements"))
                .map(element -> "-" + Json.text(element, "action_id").replaceAll(":.*", ""))
                .findFirst()
                .orElse("");
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}

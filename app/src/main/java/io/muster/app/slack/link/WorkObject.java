package io.muster.app.slack.link;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Updates;
import io.muster.core.obligation.Obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An incident as an entity of Slack's ("Work Object"): plain values with labels, which Slack lays
 * out itself. Slack reads no markup in them, so that nothing has to be escaped.
 */
final class WorkObject {
    private static final String TYPE = "slack#/entities/incident";
    private static final String TIME = "slack#/types/timestamp";
    private static final String PERSON = "slack#/types/user";
    private static final int WORDS = 500;

    private final IncidentView view;
    private final Incident incident;
    private final JsonObject fields = new JsonObject();
    private final JsonArray more = new JsonArray();
    private final List<String> order = new ArrayList<>();

    private WorkObject(IncidentView view) {
        this.view = view;
        this.incident = view.incident();
    }

    /**
     * What everybody who sees the link reads.
     *
     * @param link the incident's own address
     * @param posted the same as it stands in the message
     * @param channel an address that opens the incident's channel; blank while there is none
     */
    static JsonObject card(IncidentView view, String link, String posted, String channel) {
        WorkObject object = new WorkObject(view);
        object.headline();
        return object.entity(link, posted, channel);
    }

    /** What one person reads who asked for more and may see the incident. */
    static JsonObject details(IncidentView view, String link, String posted, String channel) {
        WorkObject object = new WorkObject(view);
        object.headline();
        object.story();
        return object.entity(link, posted, channel);
    }

    private void headline() {
        text("status", "Status", view.status());
        text("priority", "Severity", view.severity());
        incident.commander().ifPresent(p -> person("assigned_to", "Commander", p));
        List<String> running = view.runningPhases();
        other("phase", "Phase", running.isEmpty() ? "None" : String.join(", ", running));
        time("date_created", "Started", incident.declaredAt());
        incident.obligations().nextUpdate().map(Obligation::due).ifPresent(this::nextUpdate);
    }

    private void story() {
        incident.header()
                .declaredBy()
                .person()
                .ifPresent(p -> person("created_by", "Declared by", p));
        other("kind", "Kind", view.kind());
        incident.updates()
                .last()
                .ifPresentOrElse(this::lastUpdate, () -> words(incident.header().description()));
        long late = incident.obligations().overdue(view.now()).count();
        other("promises", "Promises overdue", String.valueOf(late));
    }

    private void lastUpdate(Updates.Update update) {
        time("date_updated", "Latest update", update.at());
        words(update.known());
    }

    private void words(FreeText text) {
        if (!text.isBlank()) {
            text("description", "What is known", Foreign.atMost(text.text(), WORDS));
        }
    }

    private JsonObject entity(String link, String posted, String channel) {
        JsonObject entity = new JsonObject();
        entity.addProperty("entity_type", TYPE);
        entity.addProperty("url", link);
        entity.addProperty("app_unfurl_url", posted);
        JsonObject reference = new JsonObject();
        reference.addProperty("id", incident.id().toString());
        reference.addProperty("type", "incident");
        entity.add("external_ref", reference);
        JsonObject payload = new JsonObject();
        payload.add("attributes", attributes());
        payload.add("fields", fields);
        payload.add("custom_fields", more);
        JsonArray shown = new JsonArray();
        order.forEach(shown::add);
        payload.add("display_order", shown);
        if (!channel.isBlank()) {
            payload.add("actions", actions(channel));
        }
        entity.add("entity_payload", payload);
        return entity;
    }

    private JsonObject attributes() {
        JsonObject title = new JsonObject();
        title.addProperty(
                "text", view.drill() + view.label() + " · " + incident.header().title().text());
        JsonObject attributes = new JsonObject();
        attributes.add("title", title);
        attributes.addProperty("display_type", "Incident");
        attributes.addProperty("display_id", incident.id().toString());
        attributes.addProperty("product_name", "Muster");
        return attributes;
    }

    private static JsonObject actions(String channel) {
        JsonObject open = new JsonObject();
        open.addProperty("text", "Open channel");
        open.addProperty("action_id", LinkCard.OPEN);
        open.addProperty("style", "primary");
        open.addProperty("url", channel);
        JsonArray first = new JsonArray();
        first.add(open);
        JsonObject actions = new JsonObject();
        actions.add("primary_actions", first);
        return actions;
    }

    private void text(String name, String label, String value) {
        JsonObject field = labelled(label);
        field.addProperty("value", value);
        field(name, field);
    }

    private void time(String name, String label, Instant at) {
        JsonObject field = labelled(label);
        field.addProperty("value", at.getEpochSecond());
        field(name, field);
    }

    private void person(String name, String label, PersonId person) {
        JsonObject user = new JsonObject();
        user.addProperty("user_id", person.value());
        JsonObject field = labelled(label);
        field.addProperty("type", PERSON);
        field.add("user", user);
        field(name, field);
    }

    private void nextUpdate(Instant due) {
        JsonObject field = keyed("next_update", "Next update due", TIME);
        field.addProperty("value", due.getEpochSecond());
    }

    private void other(String key, String label, String value) {
        keyed(key, label, "string").addProperty("value", value);
    }

    private JsonObject keyed(String key, String label, String type) {
        JsonObject field = labelled(label);
        field.addProperty("key", key);
        field.addProperty("type", type);
        more.add(field);
        order.add(key);
        return field;
    }

    private void field(String name, JsonObject field) {
        fields.add(name, field);
        order.add(name);
    }

    private static JsonObject labelled(String label) {
        JsonObject field = new JsonObject();
        field.addProperty("label", label);
        return field;
    }
}

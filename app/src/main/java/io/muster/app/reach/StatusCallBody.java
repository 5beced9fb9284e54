package io.muster.app.reach;

import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentChange;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.core.statuspage.Standing;
import io.muster.db.status.StatusRow;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was published, in the shape in which Statuspage tells its webhooks: an incident with all its
 * updates, the newest first, or a component whose state changed.
 */
final class StatusCallBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ID = 6;

    private final PublicPage page;
    private final List<StatusRow> rows;
    private final StatusRow last;
    private final Standing standing;

    StatusCallBody(PublicPage page, FollowerPost.Told told) {
        this.page = page;
        this.rows = told.rows();
        this.last = rows.getLast();
        this.standing =
                Standing.of(Stream.concat(told.beside().stream(), Stream.of(bulletin())).toList());
    }

    /** The incident as it stands. */
    String incident() {
        ObjectNode body = body();
        ObjectNode incident = body.putObject("incident");
        incident.put("id", last.key());
        incident.put("page_id", id(page.title()));
        incident.put("name", bulletin().title().text());
        incident.put("status", bulletin().state().word());
        incident.put("impact", impact(worstOfAll()));
        incident.putNull("impact_override");
        incident.put("backfilled", false);
        incident.put("created_at", rows.getFirst().publication().at().toString());
        incident.put("updated_at", last.publication().at().toString());
        since(incident, "monitoring_at", PageState.MONITORING);
        since(incident, "resolved_at", PageState.RESOLVED);
        page.url()
                .ifPresentOrElse(
                        url -> incident.put("shortlink", url + "#i-" + last.key()),
                        () -> incident.putNull("shortlink"));
        ArrayNode components = incident.putArray("components");
        named().forEach(c -> component(components.addObject(), c, standing.of(c)));
        ArrayNode updates = incident.putArray("incident_updates");
        rows.reversed().forEach(row -> update(updates.addObject(), row.publication()));
        return JSON.writeValueAsString(body);
    }

    /** A component whose state the last entry changed. */
    String component(ComponentChange change) {
        String at = last.publication().at().toString();
        ObjectNode body = body();
        ObjectNode update = body.putObject("component_update");
        update.put("id", id(last.key() + "/" + last.publication().number() + change.component()));
        update.put("created_at", at);
        update.put("component_id", id(change.component()));
        update.put("old_status", status(change.from()));
        update.put("new_status", status(change.to()));
        component(body.putObject("component"), change.component(), change.to());
        return JSON.writeValueAsString(body);
    }

    private ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode meta = body.putObject("meta");
        meta.put("generated_at", last.publication().at().toString());
        ObjectNode about = body.putObject("page");
        about.put("id", id(page.title()));
        about.put("name", page.title());
        page.url().ifPresent(url -> about.put("url", url));
        about.put("status_indicator", impact(standing.worst()));
        about.put("status_description", standing.worst().title());
        about.put("updated_at", last.publication().at().toString());
        return body;
    }

    private void update(ObjectNode update, Publication publication) {
        String at = publication.at().toString();
        update.put("id", last.key() + "-" + publication.number());
        update.put("incident_id", last.key());
        update.put("status", publication.bulletin().state().word());
        update.put("body", publication.bulletin().text().text());
        update.put("created_at", at);
        update.put("updated_at", at);
        update.put("display_at", at);
    }

    private static void component(ObjectNode component, String name, ComponentState state) {
        component.put("id", id(name));
        component.put("name", name);
        component.put("status", status(state));
    }

    /** When it was first said, if what is said now is at least as far. */
    private void since(ObjectNode incident, String field, PageState state) {
        rows.stream()
                .map(StatusRow::publication)
                .filter(p -> p.bulletin().state() == state)
                .filter(p -> bulletin().state().compareTo(state) >= 0)
                .map(Publication::at)
                .min(Instant::compareTo)
                .ifPresentOrElse(
                        at -> incident.put(field, at.toString()), () -> incident.putNull(field));
    }

    private Bulletin bulletin() {
        return last.publication().bulletin();
    }

    /** Every component that the incident ever was about: what works again has to be told too. */
    private List<String> named() {
        return affected().map(Affected::component).distinct().toList();
    }

    /** How grave it was at its worst: that it is over does not make it smaller. */
    private ComponentState worstOfAll() {
        return affected()
                .map(Affected::state)
                .reduce(ComponentState.OPERATIONAL, ComponentState::or);
    }

    private Stream<Affected> affected() {
        return rows.stream().flatMap(row -> row.publication().bulletin().affected().stream());
    }

    private static String impact(ComponentState state) {
        return switch (state) {
            case OPERATIONAL -> "none";
            case MAINTENANCE -> "maintenance";
            case DEGRADED -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    private static String status(ComponentState state) {
        return switch (state) {
            case OPERATIONAL -> "operational";
            case MAINTENANCE -> "under_maintenance";
            case DEGRADED -> "degraded_performance";
            case PARTIAL_OUTAGE -> "partial_outage";
            case MAJOR_OUTAGE -> "major_outage";
        };
    }

    /** The same for the same words, on every node and for ever. */
    private static String id(String words) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

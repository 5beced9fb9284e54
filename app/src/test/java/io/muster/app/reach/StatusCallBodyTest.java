package io.muster.app.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentChange;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.db.status.StatusRow;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is called in the shape of Statuspage's webhooks can be read by whoever reads those. */
@Tag("F16")
class StatusCallBodyTest {
    private static final Instant BEGAN = Instant.parse("2026-03-04T10:00:00Z");
    private static final PublicPage PAGE =
            new PublicPage(
                    "Northwind status",
                    Optional.of("https://status.x.example"),
                    List.of("Checkout", "API"),
                    Optional.empty(),
                    Optional.empty());
    private static final List<StatusRow> ROWS =
            List.of(
                    row(
                            1,
                            PageState.IDENTIFIED,
                            "A disk \"is\" full.",
                            ComponentState.MAJOR_OUTAGE),
                    row(2, PageState.MONITORING, "Room is made.", ComponentState.DEGRADED),
                    row(3, PageState.RESOLVED, "It is over.", ComponentState.DEGRADED));

    @Test
    void an_incident_is_told_with_all_its_updates_the_newest_first() {
        JsonNode body = read(body(ROWS.subList(0, 2)).incident());
        assertThat(body.at("/page/status_indicator").asString()).isEqualTo("minor");
        assertThat(body.at("/page/status_description").asString())
                .isEqualTo("Degraded performance");
        JsonNode incident = body.required("incident");
        assertThat(incident.at("/id").asString()).isEqualTo("2026-03-04-aaaa0001");
        assertThat(incident.at("/name").asString()).isEqualTo("Orders fail");
        assertThat(incident.at("/status").asString()).isEqualTo("monitoring");
        assertThat(incident.at("/impact").asString()).as("at its worst").isEqualTo("critical");
        assertThat(incident.at("/shortlink").asString())
                .isEqualTo("https://status.x.example#i-2026-03-04-aaaa0001");
        assertThat(incident.at("/created_at").asString()).isEqualTo("2026-03-04T10:01:00Z");
        assertThat(incident.at("/monitoring_at").asString()).isEqualTo("2026-03-04T10:02:00Z");
        assertThat(incident.at("/resolved_at").isNull()).isTrue();
        assertThat(incident.at("/incident_updates")).hasSize(2);
        assertThat(incident.at("/incident_updates/0/status").asString()).isEqualTo("monitoring");
        assertThat(incident.at("/incident_updates/1/body").asString())
                .isEqualTo("A disk \"is\" full.");
        assertThat(incident.at("/incident_updates/1/incident_id").asString())
                .isEqualTo("2026-03-04-aaaa0001");
        assertThat(incident.at("/components/0/status").asString())
                .isEqualTo("degraded_performance");
    }

    @Test
    void the_same_incident_and_the_same_update_keep_their_ids() {
        JsonNode early = read(body(ROWS.subList(0, 1)).incident());
        JsonNode late = read(body(ROWS).incident());
        assertThat(late.at("/incident/id")).isEqualTo(early.at("/incident/id"));
        assertThat(late.at("/incident/incident_updates/2"))
                .isEqualTo(early.at("/incident/incident_updates/0"));
        assertThat(late.at("/page/id")).isEqualTo(early.at("/page/id"));
    }

    @Test
    void when_it_is_over_all_components_work_again() {
        JsonNode body = read(body(ROWS).incident());
        assertThat(body.at("/page/status_indicator").asString()).isEqualTo("none");
        assertThat(body.at("/incident/components/0/status").asString()).isEqualTo("operational");
        assertThat(body.at("/incident/resolved_at").asString()).isEqualTo("2026-03-04T10:03:00Z");
    }

    @Test
    void a_component_is_told_with_what_it_was_and_what_it_is() {
        FollowerPost.Told told = new FollowerPost.Told(ROWS.subList(0, 2), List.of());
        JsonNode body = read(new StatusCallBody(PAGE, told).component(told.changes().getFirst()));
        assertThat(body.at("/component_update/old_status").asString()).isEqualTo("major_outage");
        assertThat(body.at("/component_update/new_status").asString())
                .isEqualTo("degraded_performance");
        assertThat(body.at("/component/name").asString()).isEqualTo("Checkout");
        assertThat(body.at("/component/id")).isEqualTo(body.at("/component_update/component_id"));
        assertThat(body.has("incident")).isFalse();
    }

    @Test
    void what_another_incident_keeps_down_is_not_told_as_working() {
        Bulletin other = ROWS.getFirst().publication().bulletin();
        FollowerPost.Told told = new FollowerPost.Told(ROWS, List.of(other));
        assertThat(told.changes()).allMatch(ComponentChange::isNone);
        JsonNode body = read(new StatusCallBody(PAGE, told).incident());
        assertThat(body.at("/page/status_indicator").asString()).isEqualTo("critical");
        assertThat(body.at("/incident/status").asString()).isEqualTo("resolved");
        assertThat(body.at("/incident/components/0/status").asString()).isEqualTo("major_outage");
    }

    @Test
    void a_component_that_an_entry_leaves_out_is_told_as_working() {
        List<StatusRow> rows = List.of(ROWS.getFirst(), row(2, PageState.RESOLVED, "It is over."));
        JsonNode body = read(body(rows).incident());
        assertThat(body.at("/incident/components/0/name").asString()).isEqualTo("Checkout");
        assertThat(body.at("/incident/components/0/status").asString()).isEqualTo("operational");
    }

    private static StatusCallBody body(List<StatusRow> rows) {
        return new StatusCallBody(PAGE, new FollowerPost.Told(rows, List.of()));
    }

    private static JsonNode read(String body) {
        return new JsonMapper().readTree(body);
    }

    private static StatusRow row(
            int number, PageState state, String text, ComponentState... checkout) {
        return new StatusRow(
                "2026-03-04-aaaa0001",
                new Publication(
                        number,
                        new Bulletin(
                                new FreeText("Orders fail"),
                                state,
                                Arrays.stream(checkout)
                                        .map(how -> new Affected("Checkout", how))
                                        .toList(),
                                new FreeText(text)),
                        "00",
                        BEGAN.plusSeconds(60L * number)));
    }
}

package io.muster.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.app.policy.YamlFile;
import io.muster.core.policy.Policy;
import io.muster.core.roster.Handle;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.RotationName;
import io.muster.core.roster.Team;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What Opsgenie and Grafana OnCall export becomes a team file that means the same. */
@Tag("F05")
class ImportsTest {
    private static final String OPSGENIE =
            """
            {"data": {"name": "Shop First Line", "timezone": "Europe/Berlin", "enabled": true,
              "rotations": [
                {"name": "Weeks", "startDate": "2026-01-05T08:00:00Z", "type": "weekly", "length": 1,
                 "participants": [
                   {"type": "user", "username": "ana.ruiz@example.com"},
                   {"type": "user", "username": "ben@example.com"},
                   {"type": "team", "id": "t-1", "name": "Platform"}]},
                {"name": "Nights", "startDate": "2026-01-05T17:00:00Z", "type": "daily", "length": 1,
                 "participants": [{"type": "user", "username": "cleo@example.com"}],
                 "timeRestriction": {"type": "time-of-day",
                   "restriction": {"startHour": 20, "startMin": 0, "endHour": 6, "endMin": 30}}},
                {"name": "Weekend", "startDate": "2026-01-03T00:00:00Z", "type": "hourly",
                 "length": 12, "endDate": "2027-01-01T00:00:00Z",
                 "participants": [{"type": "user", "username": "ben@example.com"}],
                 "timeRestriction": {"type": "weekday-and-time-of-day", "restrictions": [
                   {"startDay": "friday", "startHour": 18, "startMin": 0,
                    "endDay": "sunday", "endHour": 20, "endMin": 0}]}}]}}
            """;

    private static final String GRAFANA =
            """
            {"schedules": {"results": [{"id": "S1", "name": "Primary", "type": "web",
               "time_zone": "America/New_York", "shifts": ["O1", "O2", "O3", "O9"]}]},
             "on_call_shifts": {"results": [
               {"id": "O1", "name": "Weeks", "type": "rolling_users", "level": 0,
                "start": "2026-01-05T09:00:00", "duration": 604800, "frequency": "weekly",
                "interval": 1, "rolling_users": [["U1"], ["U2", "U3"]],
                "start_rotation_from_user_index": 1},
               {"id": "O2", "name": "Office", "type": "rolling_users", "level": 1,
                "start": "2026-01-05T10:00:00", "duration": 28800, "frequency": "weekly",
                "interval": 2, "by_day": ["MO", "TU", "WE"], "week_start": "MO",
                "rolling_users": [["U3"]]},
               {"id": "O3", "name": "Once", "type": "single_event", "level": 5,
                "start": "2026-02-01T09:00:00", "duration": 3600, "users": ["U1"]}]},
             "users": {"results": [
               {"id": "U1", "email": "ana@example.com", "username": "ana", "name": "Ana Ruiz"},
               {"id": "U2", "email": "ben@example.com", "username": "ben"}]}}
            """;

    @Test
    void weeks_nights_and_weekends_of_opsgenie_are_carried_over() {
        TeamText text = Imports.opsgenie(List.of(YamlFile.read(OPSGENIE).ifSound().orElseThrow()));
        Rotation rotation = rotation(text, "shop-first-line");
        assertThat(who(rotation, "2026-01-07T12:00:00Z")).contains("ana.ruiz");
        assertThat(who(rotation, "2026-01-14T12:00:00Z")).contains("ben");
        assertThat(who(rotation, "2026-01-07T19:30:00Z")).contains("cleo");
        assertThat(who(rotation, "2026-01-08T05:29:00Z")).contains("cleo");
        assertThat(who(rotation, "2026-01-08T05:30:00Z")).contains("ana.ruiz");
        assertThat(who(rotation, "2026-01-10T12:00:00Z")).contains("ben");
        assertThat(text.left())
                .anyMatch(what -> what.contains("Platform is a team"))
                .anyMatch(what -> what.contains("it ends at 2027-01-01"))
                .anyMatch(what -> what.contains("upper layer wins"));
        assertThat(text.text()).contains("# Not carried over: ");
    }

    @Test
    void rolling_users_of_grafana_keep_their_order_their_days_and_their_level() {
        TeamText text = Imports.grafana(List.of(YamlFile.read(GRAFANA).ifSound().orElseThrow()));
        Rotation rotation = rotation(text, "primary");
        // Monday, 10:00 to 18:00 in New York, every other week with one person: the upper layer
        assertThat(who(rotation, "2026-01-05T15:30:00Z")).contains("u3");
        assertThat(who(rotation, "2026-01-05T14:30:00Z")).contains("ben");
        assertThat(who(rotation, "2026-01-08T15:30:00Z")).contains("ben");
        assertThat(who(rotation, "2026-01-15T15:30:00Z")).contains("ana");
        assertThat(text.left())
                .anyMatch(what -> what.contains("Once: it happens once"))
                .anyMatch(what -> what.contains("2 people at a time"))
                .anyMatch(what -> what.contains("the shift O9 is not in the file"))
                .anyMatch(what -> what.contains("U3 is not in the file"));
    }

    @Test
    void what_is_something_else_makes_nothing() {
        for (String text : List.of("[]", "{}", "a: b", "[[1], {}, {rotations: {}}]", "{data: 3}")) {
            assertThat(
                            Imports.opsgenie(List.of(YamlFile.read(text).ifSound().orElseThrow()))
                                    .isEmpty())
                    .isTrue();
            assertThat(
                            Imports.grafana(List.of(YamlFile.read(text).ifSound().orElseThrow()))
                                    .isEmpty())
                    .isTrue();
        }
    }

    private static Rotation rotation(TeamText text, String name) {
        Policy policy = PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();
        String file =
                "muster-team: 1\n" + text.text() + "roles:\n  on-call: {rotation: " + name + "}\n";
        Reading<Team> reading = TeamFiles.read(file, policy);
        assertThat(reading.problems().stream().filter(p -> !p.warning()).map(Problem::sentence))
                .as(file)
                .isEmpty();
        return Objects.requireNonNull(
                reading.ifSound().orElseThrow().rotations().all().get(new RotationName(name)));
    }

    private static Optional<String> who(Rotation rotation, String at) {
        return rotation.at(Instant.parse(at)).map(Rotation.Duty::person).map(Handle::value);
    }
}

package io.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** {@code oncall export} and {@code oncall import}, as they are typed. */
@Tag("F05")
class OnCallCommandTest {
    private static final String TEAM =
            """
            muster-team: 1
            people:
              ana: {name: Ana Ruiz, slack: U0ANA00}
              ben: {name: Ben Okafor, slack: U0BEN00}
            roles:
              on-call: {rotation: primary}
            rotations:
              primary:
                zone: Europe/Madrid
                people: [ana, ben]
                every: 1 week
                starts: 2026-01-05 09:00
            """;

    @TempDir private Path folder;

    @Test
    void a_rotation_goes_out_as_a_calendar() throws IOException {
        Said said = run(Map.of("MUSTER_TEAM", file("team.yml", TEAM)), "export", "primary");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("BEGIN:VCALENDAR")
                .contains("Ana Ruiz", "Ben Okafor", "BEGIN:VEVENT")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void what_cannot_be_exported_is_said_with_what_there_is() throws IOException {
        Said other = run(Map.of("MUSTER_TEAM", file("team.yml", TEAM)), "export", "secondary");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .contains("There is no rotation secondary. The team file has: primary.");
        Said none = run(Map.of(), "export", "primary");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("set MUSTER_TEAM");
    }

    @Test
    void what_another_tool_exported_comes_out_as_sections_that_a_team_file_takes()
            throws IOException {
        String opsgenie =
                """
                {"data": {"name": "Shop", "timezone": "Europe/Berlin", "enabled": true,
                  "rotations": [
                    {"name": "Weeks", "startDate": "2026-01-05T08:00:00Z", "type": "weekly",
                     "length": 1, "participants": [
                       {"type": "user", "username": "ana.ruiz@example.com"},
                       {"type": "user", "username": "ben@example.com"}]}]}}
                """;
        Said said = run(Map.of(), "import", "opsgenie", file("opsgenie.json", opsgenie));
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        String team = "muster-team: 1\n" + said.out() + "roles:\n  on-call: {rotation: shop}\n";
        Said out = run(Map.of("MUSTER_TEAM", file("team.yml", team)), "export", "shop");
        assertThat(out.code()).isZero();
        assertThat(out.out()).contains("BEGIN:VEVENT", "ana.ruiz", "ben");
    }

    @Test
    void a_tool_that_is_not_known_and_a_file_that_is_not_there_are_told() throws IOException {
        Said tool = run(Map.of(), "import", "pagerduty", file("x.json", "{}"));
        assertThat(tool.code()).isEqualTo(2);
        assertThat(tool.err())
                .contains("\"pagerduty\" cannot be read; say ", "opsgenie", "grafana");
        Said missing = run(Map.of(), "import", "opsgenie", folder.resolve("no.json").toString());
        assertThat(missing.code()).isNotZero();
        assertThat(missing.out() + missing.err()).contains("no.json", "There is no file");
        Said nothing = run(Map.of(), "import", "opsgenie", file("empty.json", "{}"));
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("No rotation was found there");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private record Said(int code, String out, String err) {}

    private Said run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> all = new HashMap<>(environment);
        all.put("MUSTER_HOME", folder.toString());
        int code =
                Cli.run(
                        new Console(all, new PrintWriter(out), new PrintWriter(err)),
                        Stream.concat(Stream.of("oncall"), Stream.of(arguments))
                                .toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}

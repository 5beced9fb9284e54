package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.SeverityName;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** The ticket system as the team file writes it. */
@Tag("S03")
class TicketReaderTest {
    private static final Policy POLICY =
            PolicyReader.read(
                            Yaml.tree(Yaml.builtIn("featuresignals")), "0123456789ab", Yaml.laws())
                    .ifSound()
                    .orElseThrow();
    private static final String TEAM =
            """
            muster-team: 1
            people:
              ana: {name: Ana Ruiz, slack: U0ANA}
            roles:
              on-call: ana
            """;
    private static final String JIRA =
            """
            tickets:
              system: jira-cloud
              address: https://acme.atlassian.net/
              project: SEC
              type: Incident
              user: bot@example.com
              token-from: JIRA_TOKEN
              severities: [P0, P1]
              private: neutral
              actions: always
              moves: {resolved: In review, closed: Done}
            """;

    @Test
    void everything_that_is_written_is_read() {
        TicketSystem system = system(JIRA);
        assertThat(system.address()).isEqualTo("https://acme.atlassian.net");
        assertThat(system.product()).isEqualTo(TicketSystem.Product.JIRA_CLOUD);
        assertThat(system.project()).isEqualTo("SEC");
        assertThat(system.type()).isEqualTo("Incident");
        assertThat(system.user()).contains("bot@example.com");
        assertThat(system.tokenFrom()).isEqualTo("JIRA_TOKEN");
        assertThat(system.moves()).containsEntry("closed", "Done").hasSize(2);
        Ticketing gets = system.gets();
        assertThat(gets.covers(new SeverityName("P1"), Set.of())).isTrue();
        assertThat(gets.covers(new SeverityName("P2"), Set.of())).isFalse();
        assertThat(gets.allows(true)).isTrue();
        assertThat(gets.actions()).isTrue();
    }

    @Test
    void a_file_without_it_stays_valid_and_little_is_needed() {
        assertThat(read(TEAM).ifSound().orElseThrow().tickets()).isEmpty();
        TicketSystem github =
                system("tickets: {system: github, project: acme/incidents, token-from: GH}\n");
        assertThat(github.address()).isEqualTo("https://api.github.com");
        assertThat(github.gets().allows(true)).isFalse();
        assertThat(github.gets().actions()).isFalse();
        assertThat(github.gets().covers(new SeverityName("P3"), Set.of(new KindName("x"))))
                .isTrue();
    }

    @Test
    void what_cannot_be_meant_is_said() {
        assertThat(wrong(JIRA.replace("https://acme", "http://acme"))).contains("not an https");
        assertThat(wrong(JIRA.replace("project: SEC", "project: acme/sec")))
                .contains("Jira project");
        assertThat(wrong(JIRA.replace("P0, P1", "P0, P9"))).contains("`P9`");
        assertThat(wrong(JIRA.replace("private: neutral", "private: maybe"))).contains("`maybe`");
        assertThat(wrong(JIRA + "  answer: {url: /u, key: /k}\n")).contains("for a webhook");
        assertThat(wrong("tickets: {system: github, project: x, token-from: GH}\n"))
                .contains("repository");
        assertThat(
                        wrong(
                                "tickets: {system: webhook, address: 'http://127.0.0.1:9/x', token-from: T}\n"))
                .contains("not an https");
        assertThat(
                        system(
                                        "tickets: {system: webhook, address: 'http://127.0.0.1:9/x',"
                                                + " token-from: T, private-addresses: yes}\n")
                                .answer())
                .isEqualTo(TicketSystem.Answer.USUAL);
    }

    @Test
    void a_token_in_the_file_is_refused_and_not_repeated() {
        assertThat(wrong(JIRA.replace("JIRA_TOKEN", "ghp_s3cr3t")))
                .contains("not the name of an environment variable")
                .doesNotContain("s3cr3t");
    }

    private static TicketSystem system(String section) {
        return read(TEAM + section).ifSound().orElseThrow().tickets().orElseThrow();
    }

    private static String wrong(String section) {
        Reading<Team> reading = read(TEAM + section);
        assertThat(reading.ifSound()).isEmpty();
        return reading.problems().stream()
                .filter(p -> !p.warning())
                .map(Problem::toString)
                .reduce("", String::concat);
    }

    private static Reading<Team> read(String text) {
        return TeamReader.read(Yaml.tree(text), POLICY);
    }
}

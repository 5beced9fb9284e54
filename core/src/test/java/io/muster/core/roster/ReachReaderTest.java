package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** How people say in the team file how they want to be reached. */
class ReachReaderTest {
    private static final Policy POLICY =
            PolicyReader.read(Yaml.tree(Yaml.builtIn("featuresignals")), "x", Yaml.laws())
                    .ifSound()
                    .orElseThrow();

    private static final String TEXT =
            """
            muster-team: 1
            people:
              ana: {name: Ana Ruiz, slack: U0ANA, email: ana@x.example, reach: [REACH]}
              ben: {name: Ben Ode, slack: U0BEN}
            roles:
              on-call: [ana, ben]
              on-call-commander: [ben, ana]
              comms: ben
              security: [ben]
              last-resort: ben
            webhooks:
              pagerduty: {format: pagerduty, secret-from: PD_KEY}
              pager: {format: json, url: "URL", secret-from: PAGER_KEY}
              world: {format: statuspage, url: "https://x.example/page", secret-from: PAGE_KEY}
            status-page:
              title: Northwind status
              components: [API]
              subscribe: SUBSCRIBE
            """;

    @Test
    @Tag("F05")
    void each_person_has_an_order_of_ways() {
        Team team =
                read(
                                "slack, email after 2 minutes, webhook pagerduty after 1 hour",
                                "https://x.example/in")
                        .ifSound()
                        .orElseThrow();
        assertThat(reach(team, "ana"))
                .containsExactly(
                        new ReachStep(Way.SLACK, Duration.ZERO),
                        new ReachStep(Way.EMAIL, Duration.ofMinutes(2)),
                        new ReachStep(Way.webhook("pagerduty"), Duration.ofHours(1)));
        assertThat(reach(team, "ben")).isEmpty();
        assertThat(requireNonNull(team.webhooks().get("pagerduty")).url())
                .isEqualTo(Webhook.PAGERDUTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pigeon|no way to reach somebody",
                "slack after 5 minutes|lets Slack wait",
                "email after 2 business days|no such time",
                "email after 3 days|no such time",
                "webhook nobody after 1 minute|which the file does not have",
                "webhook world after 1 minute|which keeps a status page and rings nobody",
                "email, email after 2 minutes|for the second time",
                "webhook pager after 5 minutes, email after 2 minutes|before the step above it"
            })
    void mistakes_are_named(String reach, String words) {
        assertThat(read(reach, "https://x.example/in").problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "http://x.example/in",
        "http://127.0.0.1:9/in",
        "ftp://x.example",
        "https://u:p@x.example/in",
        "x.example"
    })
    void an_address_that_is_not_https_is_refused(String url) {
        assertThat(read("slack", url).problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.contains("not an https address"));
    }

    @ParameterizedTest
    @Tag("F16")
    @CsvSource({
        "https://status.x.example, true",
        "https://x.example/status, true",
        "http://127.0.0.1:3000/status, true",
        "https://x.example/status?a=1, false",
        "'https://x.example/status#top', false",
        "x.example, false"
    })
    void the_public_subscribes_where_it_reaches_this_muster(String where, boolean isFine) {
        Reading<Team> reading = read("slack", "https://x.example/in", where);
        assertThat(reading.ifSound().isPresent()).isEqualTo(isFine);
        reading.ifSound()
                .ifPresent(team ->
                        assertThat(team.statusPage().orElseThrow().subscribe()).contains(where));
    }

    private static Reading<Team> read(String reach, String url) {
        return read(reach, url, "https://x.example/status");
    }

    private static Reading<Team> read(String reach, String url, String subscribe) {
        String text = TEXT.replace("REACH", reach).replace("URL", url);
        return TeamReader.read(Yaml.tree(text.replace("SUBSCRIBE", '"' + subscribe + '"')), POLICY);
    }

    private static List<ReachStep> reach(Team team, String handle) {
        return requireNonNull(team.people().get(new Handle(handle))).reach();
    }
}

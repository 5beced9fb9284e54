package io.muster.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Team;
import io.muster.core.roster.TeamReader;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the team's rules make of an alert, and how they are written. */
@Tag("F04")
class RoutingTest {
    private static final Policy POLICY =
            PolicyReader.read(
                            Yaml.tree(Yaml.builtIn("featuresignals")), "0123456789ab", Yaml.laws())
                    .ifSound()
                    .orElseThrow();
    private static final String PEOPLE =
            "muster-team: 1\npeople: {ana: {name: Ana, slack: U0ANA}}\nroles: {on-call: ana}\n";

    @ParameterizedTest
    @CsvSource({"critical, P0", "CRITICAL, P0", "P2, P2", "page, P1", "unheard-of, P1", "'', P1"})
    void without_rules_the_sources_word_is_taken_if_the_policy_has_it(
            String word, String severity) {
        Verdict verdict = verdict("", item("HighErrorRate", word, "checkout"));

        assertThat(((Verdict.Take) verdict).severity()).isEqualTo(new SeverityName(severity));
        assertThat(verdict.isPrivate()).isFalse();
    }

    @Test
    void a_team_says_what_the_words_mean_and_what_the_others_are() {
        String alerts = "alerts: {default-severity: P3, severities: {page: P0, warning: P2}}";

        assertThat(severity(alerts, "page")).isEqualTo("P0");
        assertThat(severity(alerts, "Warning")).isEqualTo("P2");
        assertThat(severity(alerts, "info")).isEqualTo("P3");
    }

    @Test
    @Tag("F03")
    void the_first_rule_that_fits_decides() {
        String alerts =
                """
                alerts:
                  rules:
                    - match: {alertname: "Test*"}
                      dismiss: Somebody tries out alerts
                    - match: {service: "auth-*", severity: critical}
                      severity: P0
                      kind: security
                      private: yes
                    - match: {source: signoz, team: shop}
                      detected-by: error-rate
                      service: shop
                """;

        assertThat(verdict(alerts, item("TestAlert", "critical", "auth-api")))
                .isEqualTo(
                        new Verdict.Drop(
                                "Somebody tries out alerts", false, "rule 1 (alertname: Test*)"));
        Verdict.Take security =
                (Verdict.Take) verdict(alerts, item("Logins", "critical", "auth-api"));
        assertThat(security.severity()).isEqualTo(new SeverityName("P0"));
        assertThat(security.kind()).contains(new KindName("security"));
        assertThat(security.isPrivate()).isTrue();
        Verdict.Take plain = (Verdict.Take) verdict(alerts, item("Logins", "warning", "auth-api"));
        assertThat(plain.isPrivate()).isFalse();
        assertThat(plain.detectedBy()).isEqualTo(Detection.ERROR_RATE);
        assertThat(plain.rule()).isEqualTo("rule 3 (source: signoz, team: shop)");
    }

    @Test
    void what_not_everybody_may_see_is_kept_apart_from_what_came_with_it() {
        String alerts =
                """
                alerts:
                  rules:
                    - {match: {service: auth}, private: yes}
                    - {match: {service: staging}, dismiss: Nobody works there}
                """;

        List<Routing.Sorted> sorted =
                sort(
                        alerts,
                        item("Slow", "critical", "shop"),
                        item("Break-in", "critical", "auth"),
                        item("Slow", "critical", "staging"));

        assertThat(sorted).hasSize(3);
        assertThat(sorted.stream().map(s -> s.signal().title().text()))
                .containsExactly("Slow on shop", "Break-in on auth", "Slow on staging");
        assertThat(sorted.get(0).signal().key()).isNotEqualTo(sorted.get(1).signal().key());
        assertThat(sorted.get(1).verdict().isPrivate()).isTrue();
        assertThat(sorted.get(2).verdict()).isInstanceOf(Verdict.Drop.class);
    }

    @Test
    void the_gravest_of_a_group_decides_and_all_of_them_are_counted() {
        Routing.Sorted sorted =
                sort(
                                "",
                                item("Slow", "low", "a"),
                                item("Slow", "critical", "b"),
                                item("Slow", "high", "c"))
                        .getFirst();

        assertThat(((Verdict.Take) sorted.verdict()).severity()).isEqualTo(new SeverityName("P0"));
        assertThat(sorted.signal().title().text()).isEqualTo("Slow (3 alerts)");
        assertThat(sorted.signal().service().text()).isEqualTo("b");
        assertThat(sorted.signal().members()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alerts: {sources: {signoz: {secret-from: "s3cr3t!"}}}          | environment variable
                    alerts: {sources: {backups: {secret-from: A}}}                 | has no `title`
                    alerts: {sources: {backups: {title: name}}}                   | a place in a JSON document
                    alerts: {sources: {backups: {title: /a, resolved: [ok]}}}     | not where they stand
                    alerts: {sources: {backups: {title: /a, format: nagios}}}     | says `nagios`
                    alerts: {sources: {health-check: {title: /a}}}                | what Muster watches itself
                    alerts: {sources: {Signoz: {title: /a}}}                      | not a name
                    alerts: {rules: [{match: {a: b}, severity: P9}]}              | no severity
                    alerts: {rules: [{match: {a: b}, kind: odd}]}                 | no kind
                    alerts: {rules: [{dismiss: no, severity: P0}]}                | dismisses alerts and says
                    alerts: {rules: [{match: {source: sognoz}}]}                  | sends nothing
                    alerts: {rules: [{matches: {a: b}}]}                          | not a key
                    watch: {site: {url: ftp://x}}                                 | no address
                    watch: {site: {url: "https://x", every: 1 second}}            | too often
                    watch: {site: {url: "https://x", timeout: 2 hours}}           | too long
                    watch: {site: {url: "https://x", failures: none}}             | no number
                    watch: {site: {every: 1 minute}}                              | has no `url`
                    """)
    void mistakes_are_named_with_their_remedy(String section, String words) {
        assertThat(read(section).problems())
                .filteredOn(p -> p.sentence().contains(words))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.remedy()).isNotBlank())
                .extracting(Problem::line)
                .allMatch(line -> line > 0);
    }

    @Test
    void what_is_watched_is_read_with_its_defaults() {
        Watch watch =
                read("watch: {website: {url: 'https://example.com/health', every: 30 seconds}}")
                        .ifSound()
                        .orElseThrow()
                        .alerts()
                        .watches()
                        .getFirst();

        assertThat(watch.every()).hasSeconds(30);
        assertThat(watch.timeout()).hasSeconds(10);
        assertThat(watch.expect()).isEqualTo(200);
        assertThat(watch.failures()).isEqualTo(3);
    }

    @Test
    @Tag("F03")
    void an_address_fails_after_so_many_bad_answers_and_recovers_with_the_first_good_one() {
        Watch watch =
                read("watch: {website: {url: 'https://example.com/', failures: 2}}")
                        .ifSound()
                        .orElseThrow()
                        .alerts()
                        .watches()
                        .getFirst();

        Health once = Health.UNKNOWN.after(false, watch);
        Health twice = once.after(false, watch);

        assertThat(once.failing()).isFalse();
        assertThat(twice.failing()).isTrue();
        assertThat(once.after(true, watch).after(false, watch).failing()).isFalse();
        assertThat(twice.after(true, watch)).isEqualTo(Health.UNKNOWN);
    }

    private static String severity(String alerts, String word) {
        return ((Verdict.Take) verdict(alerts, item("Slow", word, "shop"))).severity().value();
    }

    private static Verdict verdict(String alerts, Notification.Item item) {
        return sort(alerts, item).getFirst().verdict();
    }

    private static List<Routing.Sorted> sort(String alerts, Notification.Item... items) {
        AlertSettings settings = read(alerts).ifSound().orElseThrow().alerts();
        return new Routing(settings, POLICY)
                .sort(
                        new Notification(
                                settings.source("signoz").orElseThrow(),
                                "{}:{}",
                                Arrays.asList(items),
                                0));
    }

    private static Reading<Team> read(String section) {
        return TeamReader.read(Yaml.tree(PEOPLE + section), POLICY);
    }

    private static Notification.Item item(String name, String severity, String service) {
        return new Notification.Item(
                name + service,
                true,
                name,
                name + " on " + service,
                "",
                severity,
                service,
                "",
                Map.of("alertname", name, "team", "shop"),
                Optional.empty());
    }
}

package io.muster.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.muster.core.policy.Act;
import io.muster.core.policy.AutoTick;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Editors check files against the published schemas; they must not say anything else than Muster.
 */
class PolicySchemaTest {
    static final List<String> BUILT_IN = PolicyFiles.BUILT_IN;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Schema POLICY = schema(PolicyFiles.schema());
    private static final Schema TEAM = schema(TeamFiles.schema());
    private static final String TEAM_TEXT =
            """
            muster-team: 1
            people:
              ana: {name: Ana, slack: U0ANA, zone: Europe/Madrid}
              ben: {name: Ben, email: ben@example.com}
            roles: {on-call: [ana, ben], comms: ben, legal: [], ciso: }
            channels: {announce: incidents}
            ticket: {system: none}
            alerts:
              sources:
                signoz: {secret-from: MUSTER_SIGNOZ_SECRET}
                backups: {title: /check/name, status: /state, resolved: [ok], per-minute: 60}
              default-severity: P1
              severities: {page: P0}
              rules:
                - {match: {service: "auth*"}, severity: P0, kind: security, private: yes}
                - {match: {alertname: Test}, dismiss: somebody tries it out}
            watch: {site: {url: https://example.com/, every: 30 seconds, failures: 2}}
            """;

    @Test
    void a_third_policy_fits_the_schema() {
        String third = "../core/src/test/resources/io/muster/core/policy/third-policy.yml";

        assertThat(errors(POLICY, PolicyFiles.load(third).text())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void what_ships_with_muster_fits_the_schema(String name) {
        assertThat(errors(POLICY, PolicyFiles.load(name).text())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void what_ships_with_muster_tells_editors_of_the_schema(String name) {
        assertThat(PolicyFiles.load(name).text())
                .startsWith("# yaml-language-server: $schema=policy.schema.json\n");
    }

    /** Whatever line is taken out: what Muster still takes, the schema takes as well. */
    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void the_schema_refuses_nothing_that_muster_takes(String name) {
        List<String> lines = PolicyFiles.load(name).text().lines().toList();
        int taken = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            String text = String.join("\n", fewer);
            if (PolicyFiles.read("x", text).reading().ifSound().isPresent()) {
                taken++;
                assertThat(errors(POLICY, text)).as("without line %d", i + 1).isEmpty();
            }
        }
        assertThat(taken).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    muster-policy: 1             | muster-policy: 2
                    id: featuresignals           | id: Feature Signals
                    language: en                 | langauge: en
                    owner: FeatureSignals        | ownr: FeatureSignals
                    history:                     | revisions:
                    reporting:                   | reports:
                    tell: [on-call, security]    | tell: []
                    tell: [on-call, security]    | tell: on-call
                    "09:00-17:00"                | nine to five
                    monday-friday                | mon-fri
                    commander: Incident          | chief: Incident
                    on-call: On-call engineer    | On Call: On-call engineer
                    title: Critical              | title: [Critical]
                    starts: with-the-incident    | starts: at once
                    reaches: contained           | reaches: resolved
                    ticked-by: acknowledged      | ticked-by: anybody
                    required: yes                | required: maybe
                    only: {kinds: [security]}    | only: {}
                    only: {kinds: [security]}    | only: {kind: security}
                    from: declared               | from: the start
                    P0: 15 minutes               | P0: 15 min
                    P3: 1 business day           | P3: 1 working day
                    met-by: acknowledged         | met-by: somebody
                    met-by: item status-page     | met-by: item Status Page
                    until: resolved              | until: the end
                    {at: 50%, tell: [on-call]}   | {at: 150%, tell: [on-call]}
                    {at: 50%, tell: [on-call]}   | {at: half-way, tell: [on-call]}
                    {at: 50%, tell: [on-call]}   | {tell: [on-call]}
                    every: 10 minutes            | every: 1 business day
                    P3: {at-once: [on-call]}     | P3: {immediately: [on-call]}
                    P3: {at-once: [on-call]}     | P3: {within an hour: [on-call]}
                    P3: {at-once: [on-call]}     | P3: nobody
                    stable-for: 24 hours         | stable-for: next release
                    from: resolved               | from: declared
                    override: [commander]        | overide: [commander]
                    acknowledgment:              | stability:
                    """)
    void what_has_the_wrong_shape_is_refused_by_both(String before, String after) {
        String good = PolicyFiles.load("featuresignals").text();
        assertThat(good).contains(before);
        String text = good.replaceFirst(Pattern.quote(before), after);

        assertThat(errors(POLICY, text)).isNotEmpty();
        assertThat(PolicyFiles.read("x", text).reading().ifSound()).isEmpty();
    }

    @Test
    void the_schema_knows_the_same_words() {
        JsonNode schema = JSON.readTree(PolicyFiles.schema());

        assertThat(words(schema.at("/$defs/item/anyOf/1/properties/ticked-by/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(AutoTick.values()).map(AutoTick::word).toList());
        assertThat(words(schema.at("/$defs/milestone/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Milestone.values()).map(Milestone::word).toList());
        assertThat(schema.at("/properties/permissions/properties").propertyNames())
                .containsExactlyElementsOf(Arrays.stream(Act.values()).map(Act::word).toList());
    }

    @Test
    void a_team_fits_its_schema() {
        assertThat(errors(TEAM, TEAM_TEXT)).isEmpty();
        Policy policy = PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();
        assertThat(TeamFiles.read(TEAM_TEXT, policy).ifSound()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    muster-team: 1        | muster-team: 2
                    people:               | persons:
                    slack: U0ANA          | slack: ana
                    email: ben@example.com| email: ben
                    name: Ana,            | nick: Ana,
                    email: ben@example.com| zone: UTC
                    [ana, ben]            | {first: ana}
                    on-call:              | On Call:
                    announce: incidents   | announce: "#incidents"
                    ticket:               | tickets:
                    secret-from: MUSTER    | secret-from: $MUSTER
                    title: /check/name    | title: check.name
                    per-minute: 60        | per-minute: many
                    severities: {page: P0}| severities: {}
                    private: yes          | private: perhaps
                    dismiss: somebody     | ignore: somebody
                    url: https            | url: ftp
                    every: 30 seconds     | every: often
                    failures: 2           | failures: 0
                    """)
    void a_team_of_the_wrong_shape_is_refused_by_both(String before, String after) {
        assertThat(TEAM_TEXT).contains(before);
        String text = TEAM_TEXT.replace(before, after);
        Policy policy = PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();

        assertThat(errors(TEAM, text)).isNotEmpty();
        assertThat(TeamFiles.read(text, policy).ifSound()).isEmpty();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static List<Error> errors(Schema schema, String yaml) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return schema.validate(JSON.<JsonNode>valueToTree(tree));
        } catch (YamlEngineException e) {
            throw new AssertionError("not YAML: " + yaml, e);
        }
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(text));
    }
}

package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.muster.core.PersonId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class TeamReaderTest {
    private static final Policy POLICY =
            PolicyReader.read(Yaml.tree(Yaml.builtIn("featuresignals")), "x", Yaml.laws())
                    .ifSound()
                    .orElseThrow();

    private static final String TEXT =
            """
            muster-team: 1
            people:
              ana: {name: Ana Ruiz, slack: U0ANA, zone: Europe/Madrid}
              ben: {name: Ben Ode, email: Ben@Example.com}
              chloe: {name: Chloe Lam, slack: U0CHLOE, email: chloe@example.com}
            roles:
              on-call: [ana, ben]
              on-call-commander: [chloe, ana]
              comms: ben
              security: [chloe]
              last-resort: chloe
            channels: {announce: incidents}
            tickets: {system: github, project: acme/incidents, token-from: TICKET_TOKEN}
            status-page: {title: Northwind status, components: [Website, API], contact: a@b.example}
            """;

    @Test
    void the_status_page_is_read_and_may_be_left_out() {
        PublicPage page = read(TEXT).ifSound().flatMap(Team::statusPage).orElseThrow();
        assertThat(page.title()).isEqualTo("Northwind status");
        assertThat(page.components()).containsExactly("Website", "API");
        assertThat(page.contact()).contains("a@b.example");
        assertThat(page.url()).isEmpty();
        assertThat(Team.NOBODY.statusPage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "components: [Website, API]   | components: [API, API]      | second time",
                "components: [Website, API]   | components: []              | empty list",
                "components: [Website, API]   | components: ['A; B']        | semicolon",
                "title: Northwind status, comp | comp                       | has no `title`",
                "contact: a@b.example         | contact: 'javascript:x'     | not an address",
            })
    void a_status_page_that_cannot_be_shown_is_a_problem(String good, String bad, String words) {
        assertThat(read(TEXT.replace(good, bad)).problems())
                .anyMatch(p -> p.sentence().contains(words));
    }

    @Test
    void a_good_team_has_no_problems() {
        assertThat(read(TEXT).problems()).isEmpty();
    }

    @Test
    void people_are_who_the_file_says() {
        Team team = team(TEXT);

        assertThat(team.people())
                .containsEntry(
                        new Handle("ana"),
                        new Team.Member(
                                "Ana Ruiz",
                                Optional.of(new PersonId("U0ANA")),
                                Optional.empty(),
                                Optional.of(ZoneId.of("Europe/Madrid"))));
        assertThat(team.announce()).contains("incidents");
    }

    @Test
    void only_those_without_an_id_are_looked_up() {
        assertThat(team(TEXT).emailsToResolve()).containsExactly("ben@example.com");
    }

    @Test
    void the_first_is_on_duty_and_the_others_follow() {
        Roster roster =
                team(TEXT)
                        .roster(
                                Map.of("ben@example.com", new PersonId("U0BEN")),
                                Set.of(new PersonId("U0ADMIN")));

        assertThat(roster.holders(new RoleName("on-call")))
                .containsExactly(new PersonId("U0ANA"), new PersonId("U0BEN"));
        assertThat(roster.onDuty(new RoleName("on-call-commander")))
                .contains(new PersonId("U0CHLOE"));
        assertThat(roster.admins()).containsExactly(new PersonId("U0ADMIN"));
    }

    @Test
    void somebody_whom_the_chat_does_not_know_is_left_out() {
        Roster roster = team(TEXT).roster(Map.of(), Set.of());

        assertThat(roster.holders(new RoleName("on-call"))).containsExactly(new PersonId("U0ANA"));
        assertThat(roster.holders(new RoleName("comms"))).isEmpty();
    }

    @Test
    void nobody_is_a_team_too() {
        assertThat(Team.NOBODY.roster(Map.of(), Set.of())).isEqualTo(Roster.EMPTY);
    }

    /** What a team can do without is a warning: the file is used all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    [ana, ben]\\n | [ana, bne]\\n | 7 | `roles.on-call#2` names `bne`, who is not among `people`, and is left out. | Did you mean `ben`?
                    [ana, ben]\\n | [ana, ana, ben]\\n | 7 | `roles.on-call#2` names `ana` for the second time. | Take it out.
                    comms: ben | coms: ben | 9 | `roles.coms` is no role that the policy lets anybody hold. | Did you mean `comms`?
                    comms: ben | comms: [] | 6 | `roles` gives nobody as `comms`, whom the policy calls. | Add `comms: [somebody]`; until then Muster says so in the incident's channel.
                    comms: ben | comms: | 6 | `roles` gives nobody as `comms`, whom the policy calls. | Add `comms: [somebody]`; until then Muster says so in the incident's channel.
                    [ana, ben]\\n | [ana]\\n | 6 | `roles` has one person as `on-call`, and the policy turns to the next one when they do not answer. | Add a second person there.
                    slack: U0CHLOE | slack: U0ANA | 5 | `people.chloe` is the same person as `ana`. | Keep one of the two handles.
                    """)
    void what_a_team_can_be_without_is_a_warning(
            String before, String after, int line, String sentence, String remedy) {
        Reading<Team> reading = read(TEXT.replace(lines(before), lines(after)));

        assertThat(reading.ifSound()).isPresent();
        assertThat(reading.problems())
                .contains(new Problem(path(sentence), line, sentence, remedy, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    muster-team: 1 | muster-team: 9 | 1 | `muster-team` says `9`, and this Muster reads format 1. | Write `muster-team: 1`, or use a newer Muster.
                    slack: U0ANA, | slack: "@ana", | 3 | `people.ana.slack` says `@ana`, which is not a Slack user id. | Write one like `U061F7AUR`.
                    slack: U0ANA, | | 3 | `people.ana` has neither `slack` nor `email`, so nobody can be reached. | Add `slack: U…` (profile, Copy member ID) or `email: …`.
                    Ben@Example.com | Ben | 4 | `people.ben.email` says `Ben`, which is not an e-mail address. | Write one like `ana@example.com`.
                    Europe/Madrid | Europe/Madird | 3 | `people.ana.zone` says `Europe/Madird`, which is no time zone. | Did you mean `Europe/Madrid`?
                    announce: incidents | announce: "#Incidents" | 12 | `channels.announce` says `#Incidents`, which is not the name of a channel. | Write one like `incidents`.
                    [ana, ben]\\n | {rotation: [ana]}\\n | 7 | `roles.on-call.rotation` is a list where words are expected. | Write words there.
                    tickets: | tikets: | 13 | `tikets` is not a key that Muster knows. | Did you mean `tickets`?
                    name: Ana Ruiz, | | 3 | `people.ana` has no `name`. | Add `name:`.
                    """)
    void what_cannot_be_understood_is_a_fault(
            String before, String after, int line, String sentence, String remedy) {
        Reading<Team> reading =
                read(TEXT.replace(lines(before), lines(after == null ? "" : after)));

        assertThat(reading.ifSound()).isEmpty();
        assertThat(reading.problems())
                .filteredOn(problem -> !problem.warning())
                .extracting(Problem::line, Problem::sentence, Problem::remedy)
                .containsExactly(tuple(line, sentence, remedy));
    }

    @Test
    void a_mangled_team_is_answered() {
        List<String> words = List.of("ana", "[ana, ben]", "1", "U0ANA", "incidents", "ben");
        for (String word : words) {
            for (String with : List.of("", "{}", "[]", "[[]]", "{a: {b: c}}", "\"\"")) {
                String text = TEXT.replace(word, with);
                Reading<Team> reading = tryToRead(text);
                assertThat(reading.problems())
                        .allSatisfy(p -> assertThat(p.line()).isBetween(1, 13));
            }
        }
    }

    private static Reading<Team> tryToRead(String text) {
        try {
            return read(text);
        } catch (YamlEngineException | ClassCastException e) {
            return new Reading.Faulty<>(List.of()); // not YAML any more, or a mapping as a key
        }
    }

    private static Reading<Team> read(String text) {
        return TeamReader.read(Yaml.tree(text), POLICY);
    }

    private static Team team(String text) {
        return read(text).ifSound().orElseThrow();
    }

    private static String lines(String words) {
        return words.replace("\\n", "\n");
    }

    private static String path(String sentence) {
        return sentence.substring(1, sentence.indexOf('`', 1));
    }
}

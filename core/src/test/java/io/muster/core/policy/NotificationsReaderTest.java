package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class NotificationsReaderTest {
    private static final String SECTION =
            """
            notifications:
              laws: [gdpr-33]
              owner: boss
              tell: [commander]
              ask: {kinds: [security]}
              duties:
                first:
                  title: First word
                  to: Customers
                  channels: [email]
                  when: {severities: [high], kinds: [security], yes: [impacted, personal-data]}
                  from: severity high
                  within: 24 hours
                second:
                  title: Second word
                  to: Customers
                  when: {lasting: {over: 4 hours, expected: impacted}}
                  from: sent first
                  within: 1 month
                  at-latest: {from: aware, within: 3 business days}
                  holds: {contract: {text: The contract says so, longest: 10 days}}
                  late: reasons
                  note: Be kind
            """;

    @Test
    @Tag("F19")
    void a_policy_enables_laws_and_promises_more() {
        Reading<Policy> reading = read(SECTION);
        assertThat(reading.problems()).isEmpty();
        Policy policy = reading.ifSound().orElseThrow();
        assertThat(policy.notifications().duties())
                .extracting(d -> d.name().value())
                .containsExactly("gdpr-33", "first", "second");
        assertThat(policy.notifications().duties())
                .allSatisfy(d -> assertThat(d.owner().value()).isEqualTo("boss"));
        assertThat(policy.questions())
                .extracting(q -> q.name().value())
                .containsExactly("impacted", "personal-data");
    }

    @Test
    void a_policy_without_the_section_owes_nothing_and_one_without_laws_owes_the_usual_ones() {
        assertThat(read("").ifSound().orElseThrow().notifications()).isEqualTo(Notifications.NONE);
        assertThat(
                        read("notifications: {owner: boss}\n")
                                .ifSound()
                                .orElseThrow()
                                .notifications()
                                .laws())
                .extracting(Law::id)
                .containsExactly("gdpr-33", "gdpr-34");
        assertThat(
                        read("notifications: {owner: boss, laws: []}\n")
                                .ifSound()
                                .orElseThrow()
                                .notifications()
                                .laws())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    laws: [gdpr-33]   | laws: [gdpr-3]     | Did you mean `gdpr-33`?
                    from: sent first  | from: sent third   | Put it above this one
                    from: sent first  | from: awareness    | aware
                    owner: boss       | owner: customers   | Audiences are only told
                    yes: [impacted    | yes: [impact       | Did you mean `impacted`?
                    within: 24 hours  | within: next release | Write a length of time
                    within: 24 hours  | promptly: 1 hour   |
                    late: reasons     | late: maybe        | reasons
                    second:           | gdpr-33:           | Give this one another name.
                    expected: impacted| expectd: impacted  | Did you mean `expected`?
                    """)
    void what_is_wrong_is_said_with_its_remedy(String before, String after, String remedy) {
        assertThat(SECTION).contains(before.strip());
        Reading<Policy> reading = read(SECTION.replace(before.strip(), after.strip()));
        if (remedy == null) {
            assertThat(reading.ifSound()).isPresent();
            return;
        }
        assertThat(reading.ifSound()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::remedy)
                .anyMatch(words -> words.contains(remedy.strip()));
    }

    @Test
    void a_number_and_no_number_do_not_go_together() {
        Reading<Policy> reading =
                read(
                        SECTION.replace(
                                "within: 24 hours", "within: 24 hours\n      promptly: 1 hour"));
        assertThat(reading.problems())
                .extracting(Problem::sentence)
                .anyMatch(words -> words.contains("a duty has a number or it has none"));
    }

    @Test
    @Tag("F19")
    void a_draft_can_be_enabled_and_is_warned_about() {
        Reading<Policy> reading = read(SECTION.replace("[gdpr-33]", "[gdpr-33, circia]"));
        assertThat(reading.ifSound()).isPresent();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.warning()).isTrue();
                    assertThat(warning.sentence()).contains("is not in force, or not verified");
                });
    }

    @Test
    @Tag("F19")
    void every_law_of_the_book_has_its_source_its_date_and_a_status() {
        LawBook book = Yaml.laws();
        assertThat(book.laws()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(book.laws().stream().mapToInt(law -> law.duties().size()).sum())
                .isGreaterThanOrEqualTo(24);
        assertThat(book.laws())
                .allSatisfy(law -> {
                    assertThat(law.source()).isNotBlank();
                    assertThat(law.jurisdiction()).isNotBlank();
                    assertThat(law.verified()).isAfter(java.time.LocalDate.of(2026, 1, 1));
                    assertThat(law.duties()).isNotEmpty();
                });
        assertThat(book.laws().stream().filter(Law::usual))
                .as("a draft is never enabled by itself")
                .allMatch(law -> law.status() == Law.Status.ACTIVE);
        assertThat(book.laws())
                .filteredOn(law -> law.status() == Law.Status.DRAFT)
                .extracting(Law::id)
                .contains("circia", "uk-resilience", "eu-omnibus", "us-ca", "us-tx");
    }

    @Test
    @Tag("F19")
    void every_question_of_the_book_decides_something_and_every_law_can_be_enabled() {
        LawBook book = Yaml.laws();
        String all = String.join(", ", book.laws().stream().map(Law::id).toList());
        Policy policy = read(SECTION.replace("[gdpr-33]", "[" + all + "]")).ifSound().orElseThrow();
        List<String> asked = policy.questions().stream().map(q -> q.name().value()).toList();
        assertThat(asked)
                .containsAll(book.questions().stream().map(q -> q.name().value()).toList());
        assertThat(policy.notifications().duties())
                .allSatisfy(d -> assertThat(policy.calendar(d.calendar())).isNotNull());
    }

    @Test
    @Tag("S04")
    void a_policy_says_which_notices_are_word_to_which_audience() {
        Policy policy =
                read(SECTION + "  reaches: {customers: {duties: [first], purposes: [outage]}}\n")
                        .ifSound()
                        .orElseThrow();
        NoticeReach reach = policy.notifications().reaches().getFirst();
        assertThat(reach.audience()).isEqualTo(new RoleName("customers"));
        assertThat(reach.by("outage", Optional.empty())).isTrue();
        assertThat(reach.by("other", Optional.of(new DutyName("first")))).isTrue();
        assertThat(reach.by("other", Optional.of(new DutyName("second")))).isFalse();
    }

    @Test
    @Tag("S04")
    void a_reach_that_names_what_does_not_exist_is_told_what_there_is() {
        Reading<Policy> reading =
                read(SECTION + "  reaches: {clients: {duties: [frist], purposes: [outages]}}\n");
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .anyMatch(p -> p.contains("`clients`"))
                .anyMatch(p -> p.contains("names the duty `frist`") && p.contains("`first`"))
                .anyMatch(p -> p.contains("names the purpose `outages`") && p.contains("`outage`"));
    }

    private static Reading<Policy> read(String section) {
        return PolicyReader.read(
                Yaml.tree(SmallPolicy.TEXT.replace("closing:", section + "closing:")),
                "0123456789ab",
                Yaml.laws());
    }
}

package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class ApprovalsReaderTest {
    private static final RoleName BOSS = new RoleName("boss");
    private static final RoleName ON_CALL = new RoleName("on-call");

    @Test
    void a_policy_without_the_section_asks_for_a_second_pair_of_eyes_and_reminds_nobody() {
        Approvals approvals = read("").ifSound().orElseThrow().approvals();
        assertThat(approvals.within()).isEmpty();
        assertThat(approvals.rule("customer-breach")).isEqualTo(ReviewRule.FOUR_EYES);
    }

    @Test
    void whoever_reviews_is_needed_unless_the_policy_says_who_is() {
        assertThat(rule("reviewers: [boss, on-call]").needed()).containsExactly(BOSS, ON_CALL);
        assertThat(rule("reviewers: [boss, on-call], needs: [boss]").needed())
                .containsExactly(BOSS);
        assertThat(rule("reviewers: [boss, on-call], needs: []").needed()).isEmpty();
        assertThat(rule("reviewers: [boss]").release()).containsExactly(Role.COMMANDER);
        assertThat(rule("reviewers: [boss], release: [boss], at-least: 2").approvals())
                .isEqualTo(2);
    }

    @Test
    void a_purpose_says_what_differs_and_may_be_one_of_your_own() {
        Approvals approvals =
                read("""
                approvals:
                  review-within: 30 minutes
                  reviewers: [boss]
                  purposes:
                    status-page: {reviewers: [on-call]}
                    bank:
                      title: Central bank
                      subject: "Fraud, {incident}"
                      text: |
                        First line.

                        Second: {findings}
                """)
                        .ifSound()
                        .orElseThrow()
                        .approvals();
        assertThat(approvals.within()).contains(Duration.ofMinutes(30));
        assertThat(approvals.rule("status-page").needed()).containsExactly(ON_CALL);
        assertThat(approvals.rule("regulator").needed()).containsExactly(BOSS);
        Purpose bank = approvals.purpose("bank").orElseThrow();
        assertThat(bank.rule().needed()).containsExactly(BOSS);
        assertThat(bank.template().text()).isEqualTo("First line.\n\nSecond: {findings}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    needs: [boss]                            | has no `reviewers`
                    reviewers: [lawyer]                      | names the role `lawyer`
                    reviewers: [boss], needs: [on-call]      | needs `on-call`, who is not among
                    reviewers: [boss], at-least: none        | which is no number of approvals
                    reviewers: [boss], review-within: soon   | which is no plain length of time
                    reviewers: [boss], purposes: {bank: {text: x}} | has no `title`
                    reviewers: [boss], purposes: {regulator: {text: "{finding}"}} | Did you mean `findings`?
                    """)
    void what_cannot_be_meant_is_said_with_its_remedy(String section, String words) {
        Reading<Policy> reading = read("approvals: {" + section + "}\n");
        assertThat(reading.ifSound()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .anyMatch(p -> p.contains(words));
    }

    @ParameterizedTest
    @Tag("F18")
    @Tag("S11")
    @ValueSource(strings = {"featuresignals", "soc2-irp-001"})
    void both_programs_have_legal_review_and_the_commander_release(String name) {
        Policy policy =
                PolicyReader.read(Yaml.tree(Yaml.builtIn(name)), "0123456789ab", Yaml.laws())
                        .ifSound()
                        .orElseThrow();
        for (String purpose : List.of("customer-breach", "suspected-breach", "regulator")) {
            assertThat(policy.approvals().rule(purpose).needed())
                    .containsExactly(new RoleName("legal"));
            assertThat(policy.approvals().rule(purpose).release()).containsExactly(Role.COMMANDER);
        }
    }

    private static ReviewRule rule(String section) {
        return read("approvals: {" + section + "}\n").ifSound().orElseThrow().approvals().usual();
    }

    private static Reading<Policy> read(String section) {
        return PolicyReader.read(Yaml.tree(SmallPolicy.TEXT + section), "0123456789ab");
    }
}

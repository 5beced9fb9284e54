package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Wording;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.Template;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class DraftPrefillTest {
    @Test
    @Tag("F18")
    void a_draft_begins_with_what_the_record_knows_and_marks_what_it_does_not() {
        Scene scene = Scene.declared();
        scene.does(
                new FactCommand.RecordFinding(
                        FindingName.DATA, new FreeText("Email addresses of {title} users")));
        scene.does(
                new FactCommand.ClaimTime(
                        TimeName.AWARE, Instant.parse("2026-03-04T09:30:00Z"), FreeText.NONE));
        Wording words = prefill(scene, "customer-breach");
        assertThat(words.text().text())
                .contains("We became aware of it 2026-03-04 09:30 UTC")
                .contains("Which data: Email addresses of {title} users")
                .contains("it began [fill in: when it began, in UTC]")
                .contains("Questions: security@featuresignals.com (reference INC-1)");
        assertThat(words.blanks()).contains("when it began, in UTC", "what happened");
    }

    @Test
    @Tag("S10")
    void a_suspected_breach_is_told_with_the_status_investigating() {
        Scene scene = Scene.under("soc2-irp-001").declares("P1", "Odd logins");
        Wording words = prefill(scene, "suspected-breach");
        assertThat(words.subject().text()).startsWith("Investigating");
        assertThat(words.text().text()).startsWith("Status: Investigating");
        assertThat(words.channel().text()).isEqualTo("Email");
    }

    @Test
    void every_word_that_a_template_may_use_means_something() {
        Scene scene = Scene.declared();
        for (String word : Template.WORDS) {
            io.muster.core.policy.Purpose purpose =
                    new io.muster.core.policy.Purpose(
                            "x",
                            "X",
                            io.muster.core.policy.ReviewRule.FOUR_EYES,
                            new Template("", "", "", "{" + word + "}"));
            assertThat(
                            DraftPrefill.of(purpose, scene.incident(), scene.policy(), scene.now())
                                    .text()
                                    .text())
                    .as(word)
                    .isNotEmpty()
                    .isNotEqualTo("[fill in: " + word + "]");
        }
    }

    private static Wording prefill(Scene scene, String purpose) {
        return DraftPrefill.of(
                scene.policy().approvals().purpose(purpose).orElseThrow(),
                scene.incident(),
                scene.policy(),
                scene.now());
    }
}

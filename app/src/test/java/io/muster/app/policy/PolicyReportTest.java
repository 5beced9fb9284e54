package io.muster.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.policy.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class PolicyReportTest {
    private static final String THIRD =
            "../core/src/test/resources/io/muster/core/policy/third-policy.yml";

    static final List<String> POLICIES =
            Stream.concat(PolicyFiles.BUILT_IN.stream(), Stream.of(THIRD)).toList();

    @Test
    void a_good_policy_is_one_line() {
        PolicyFile file = PolicyFiles.load("featuresignals");

        assertThat(PolicyReport.problems("policy.yml", file.reading()))
                .isEqualTo("policy.yml can be used.\n");
    }

    @Test
    void a_warning_does_not_stop_anybody() {
        PolicyFile file = PolicyFiles.load("soc2-irp-001");

        assertThat(PolicyReport.problems("soc2-irp-001", file.reading()))
                .startsWith("soc2-irp-001:")
                .contains(" escalation.P4 (warning)\n")
                .endsWith("\n\nsoc2-irp-001 can be used, 1 warning.\n");
    }

    @Test
    void every_problem_is_a_block_of_its_own() {
        String text =
                PolicyFiles.load("soc2-irp-001")
                        .text()
                        .replace("language: en", "langauge: en")
                        .replace("    owner: on-call", "    owner: oncall");

        assertThat(PolicyReport.problems("policy.yml", PolicyFiles.read("", text).reading()))
                .isEqualTo(
                        """
                        policy.yml:%d langauge
                        `langauge` is not a key that Muster knows.
                        → Did you mean `language`?

                        policy.yml:%d clocks.acknowledgment.owner
                        `clocks.acknowledgment.owner` names the role `oncall`, which is not among `roles`.
                        → Did you mean `on-call`?

                        policy.yml:%d escalation.P4 (warning)
                        `escalation.P4` does not tell `security-lead` at once, who commands at this severity.
                        → Add `commander` to `at-once`, or let another role command.

                        policy.yml cannot be used: 2 problems, 1 warning.
                        """
                                .formatted(
                                        line(text, "langauge"),
                                        line(text, "oncall"),
                                        line(text, "  P4:\n    at-once")));
    }

    @Test
    void without_a_file_there_is_no_line() {
        assertThat(PolicyReport.problems("nowhere", PolicyFiles.load("nowhere").reading()))
                .startsWith(
                        "nowhere\nThere is neither a built-in policy nor a file `nowhere`.\n→ ");
    }

    /** What people read when they ask what a policy promises; change the text here on purpose. */
    @ParameterizedTest
    @FieldSource("POLICIES")
    void the_summary_says_everything(String name) throws IOException {
        Policy policy = PolicyFiles.load(name).reading().ifSound().orElseThrow();

        assertThat(
                        PolicyReport.summary(policy)
                                .replace(policy.version().fingerprint(), "<fingerprint>"))
                .isEqualTo(resource(golden(name) + ".summary.txt"));
    }

    private static int line(String text, String words) {
        String before = text.substring(0, text.indexOf(words));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    private static String golden(String name) {
        return name.equals(THIRD) ? "third-policy" : name;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = PolicyReportTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.muster.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.policy.Policy;
import io.muster.core.roster.Handle;
import io.muster.core.roster.Team;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PolicyFilesTest {
    static final List<String> BUILT_IN = PolicyFiles.BUILT_IN;

    @TempDir private Path directory;

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void what_ships_with_muster_can_be_used(String name) {
        PolicyFile file = PolicyFiles.load(name);

        Policy policy = file.reading().ifSound().orElseThrow();
        assertThat(policy.version().policy()).isEqualTo(name);
        assertThat(policy.version().fingerprint())
                .isEqualTo(file.fingerprint())
                .matches("[0-9a-f]{12}");
        assertThat(file.text()).contains("muster-policy: 1");
    }

    @Test
    void the_fingerprint_is_the_beginning_of_the_sha_256_of_the_text() {
        assertThat(PolicyFiles.fingerprint("abc")).isEqualTo("ba7816bf8f01");
        assertThat(PolicyFiles.read("x", "abc").fingerprint()).isEqualTo("ba7816bf8f01");
    }

    @Test
    void a_text_that_was_kept_is_read_as_the_same_policy() {
        PolicyFile file = PolicyFiles.load("soc2-irp-001");

        assertThat(PolicyFiles.read("kept", file.text()).reading()).isEqualTo(file.reading());
    }

    @Test
    void one_more_space_is_another_text() {
        PolicyFile file = PolicyFiles.load("featuresignals");

        assertThat(PolicyFiles.read("x", file.text() + " ").fingerprint())
                .isNotEqualTo(file.fingerprint());
    }

    @Test
    void a_file_is_found_by_its_path() throws IOException {
        Path path = directory.resolve("policy.yml");
        String text = PolicyFiles.load("featuresignals").text();
        Files.writeString(path, text);

        PolicyFile file = PolicyFiles.load(path.toString());

        assertThat(file.source()).isEqualTo(path.toString());
        assertThat(file.text()).isEqualTo(text);
        assertThat(file.reading().problems()).isEmpty();
    }

    @Test
    void a_file_from_another_system_can_be_used() throws IOException {
        Path path = directory.resolve("windows.yml");
        String text = PolicyFiles.load("featuresignals").text();
        Files.writeString(path, "\uFEFF" + text.replace("\n", "\r\n"));

        assertThat(PolicyFiles.load(path.toString()).reading().problems()).isEmpty();
    }

    @Test
    void a_name_that_is_neither_gets_a_guess() {
        assertThat(PolicyFiles.load("featuresignal").reading().problems())
                .containsExactly(
                        Problem.fault(
                                "",
                                0,
                                "There is neither a built-in policy nor a file `featuresignal`.",
                                "Did you mean `featuresignals`?"));
        assertThat(PolicyFiles.load("\0").reading().ifSound()).isEmpty();
    }

    @Test
    void what_is_no_text_is_a_problem() throws IOException {
        Path latin = directory.resolve("latin.yml");
        Files.write(latin, "id: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path huge = directory.resolve("huge.yml");
        Files.writeString(huge, "x".repeat(300_000));

        assertThat(sentence(latin)).contains("is not UTF-8 text");
        assertThat(sentence(huge)).contains("is longer than 256 KiB");
        assertThat(sentence(directory)).contains("is a directory");
    }

    @Test
    void a_team_is_read_for_a_policy() throws IOException {
        Policy policy = PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();
        Path path = directory.resolve("team.yml");
        Files.writeString(
                path,
                """
                muster-team: 1
                people: {ana: {name: Ana, slack: U0ANA}}
                roles: {on-call: ana}
                """);

        Reading<Team> reading = TeamFiles.load(path, policy);

        assertThat(reading.ifSound().orElseThrow().people()).containsKey(new Handle("ana"));
        assertThat(reading.problems()).isNotEmpty().allMatch(Problem::warning);
        assertThat(TeamFiles.load(directory.resolve("none.yml"), policy).problems())
                .extracting(Problem::remedy)
                .containsExactly("Check the path.");
    }

    private static String sentence(Path path) {
        return PolicyFiles.load(path.toString()).reading().problems().getFirst().sentence();
    }
}

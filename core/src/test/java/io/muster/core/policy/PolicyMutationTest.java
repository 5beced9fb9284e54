package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Whatever is done to a policy, its reader answers, and every answer points into the file. */
class PolicyMutationTest {
    private static final int MUTANTS = 5_000;

    @ParameterizedTest
    @ValueSource(strings = {"featuresignals", "soc2-irp-001"})
    void a_mangled_policy_is_answered_with_lines_within_the_file(String name) {
        String text = Yaml.builtIn(name);
        long lines = text.lines().count();
        Written root = Yaml.tree(text);
        RandomGenerator random = seeded(20_261_121);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Written mutant = Mutation.of(root, random);
            for (int more = random.nextInt(3); more > 0; more--) {
                mutant = Mutation.of(mutant, random);
            }
            Reading<Policy> reading = PolicyReader.read(mutant, "0123456789ab", Yaml.laws());
            assertThat(reading.problems())
                    .as("mutant %d", i)
                    .allSatisfy(problem -> pointsIntoTheFile(problem, lines));
            refused += reading.ifSound().isEmpty() ? 1 : 0;
        }
        assertThat(refused).as("mutants that were refused").isGreaterThan(MUTANTS / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"featuresignals", "soc2-irp-001"})
    void a_mangled_policy_is_answered_the_same_every_time(String name) {
        Written root = Yaml.tree(Yaml.builtIn(name));
        for (int seed = 0; seed < 200; seed++) {
            Written mutant = Mutation.of(root, seeded(seed));
            assertThat(PolicyReader.read(mutant, "x", Yaml.laws()).problems())
                    .isEqualTo(PolicyReader.read(mutant, "x", Yaml.laws()).problems());
        }
    }

    /** What a section needs is found out by taking it away, one key after the other. */
    @Test
    void every_key_that_is_taken_away_is_missed_or_may_be_left_out() {
        Written root = Yaml.tree(SmallPolicy.TEXT);
        List<String> optional = new ArrayList<>();
        for (Written.Entry entry : ((Written.Mapping) root).entries()) {
            Reading<Policy> reading = PolicyReader.read(without(root, entry), "x");
            if (reading.ifSound().isPresent()) {
                optional.add(entry.key().text());
            } else {
                assertThat(reading.problems()).extracting(Problem::remedy).isNotEmpty();
            }
        }
        assertThat(optional).containsExactly("default-calendar");
    }

    @Test
    void a_policy_of_nothing_but_nothing_is_answered() {
        Written nothing = new Written.Scalar("", 1, 1);
        List<Written.Entry> entries = new ArrayList<>();
        for (Written.Entry entry : ((Written.Mapping) Yaml.tree(SmallPolicy.TEXT)).entries()) {
            entries.add(new Written.Entry(entry.key(), nothing));
        }
        assertThatCode(() -> PolicyReader.read(new Written.Mapping(entries, 1, 1), "x"))
                .doesNotThrowAnyException();
    }

    private static void pointsIntoTheFile(Problem problem, long lines) {
        assertThat(problem.line()).isBetween(1, (int) lines);
        assertThat(problem.sentence()).isNotBlank().endsWith(".").doesNotContain("null");
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.sentence().length()).isLessThan(600);
    }

    private static Written without(Written root, Written.Entry entry) {
        List<Written.Entry> entries = new ArrayList<>(((Written.Mapping) root).entries());
        entries.remove(entry);
        return new Written.Mapping(entries, root.line(), root.column());
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}

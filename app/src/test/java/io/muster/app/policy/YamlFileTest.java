package io.muster.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

class YamlFileTest {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    @Test
    void everything_knows_its_line_and_column() {
        assertThat(YamlFile.read("# first\na:\n  b: [one, two]\n").ifSound())
                .contains(
                        mapping(
                                2,
                                1,
                                entry(
                                        scalar("a", 2, 1),
                                        mapping(
                                                3,
                                                3,
                                                entry(
                                                        scalar("b", 3, 3),
                                                        new Written.Sequence(
                                                                List.of(
                                                                        scalar("one", 3, 7),
                                                                        scalar("two", 3, 12)),
                                                                3,
                                                                6))))));
    }

    @Test
    void words_stay_words() {
        assertThat(scalars("[1.0, 2026-12-25, yes, 09:00-17:00, 50%, \"a: b\", 'x']"))
                .containsExactly("1.0", "2026-12-25", "yes", "09:00-17:00", "50%", "a: b", "x");
    }

    @Test
    void nothing_is_empty_words() {
        assertThat(scalars("[~, null, \"null\", ]")).containsExactly("", "", "null");
    }

    @Test
    void a_key_that_stands_twice_is_kept_for_the_reader_to_complain_of() {
        Written root = YamlFile.read("a: 1\na: 2\n").ifSound().orElseThrow();

        assertThat(((Written.Mapping) root).entries()).hasSize(2);
    }

    @Test
    void what_is_anchored_may_be_repeated() {
        assertThat(YamlFile.read("a: &page [x]\nb: *page\n").ifSound())
                .map(root -> ((Written.Mapping) root).entries().getLast().value())
                .contains(new Written.Sequence(List.of(scalar("x", 1, 11)), 1, 4));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                unreadable("", 1, "The file is empty.", "Start from a copy of a built-in one."),
                unreadable("# only a comment\n", 1, "The file is empty.", "Start from a copy"),
                unreadable(
                        "a: b: c\n", 1, "mapping values are not allowed here.", "`: ` into quotes"),
                unreadable("a:\n\tb: c\n", 2, "'\\t(TAB)'", "Indent with spaces"),
                unreadable("a: [b, c\nd: e\n", 2, "expected ',' or ']'", "Close the bracket"),
                unreadable("a:\n  b: 1\n c: 2\n", 3, "expected <block end>", "in the same column"),
                unreadable("a: \"b\nc: d\n", 2, "end of stream", "Close the quotes"),
                unreadable(
                        "a: 1\nnonsense\nb: 2\n", 3, "could not find expected ':'", "Put a colon"),
                unreadable("a: @b\n", 1, "cannot start any token", "into quotes"),
                unreadable("a: 1\n---\nb: 2\n", 2, "second document", "Take out the `---` line."),
                unreadable("a: *b\n", 1, "`*b` repeats something", "Mark what is meant with `&b`"),
                unreadable("a: &a [*a]\n", 1, "`*a` repeats something", "Mark what is meant"),
                unreadable("a: !!java.net.URL x\n", 1, "reads no tags", "Take it out"),
                unreadable("a: !mine [x]\n", 1, "The tag `!mine`", "Take it out"),
                unreadable("? [a, b]\n: c\n", 1, "stands where a key belongs", "Write a word."),
                unreadable("a: \u0007\n", 1, "special characters are not allowed", "UTF-8"),
                unreadable("x: " + "[".repeat(5_000), 1, "20 levels deep", "brackets"),
                unreadable(nested(25), 20, "20 levels deep", "brackets"),
                unreadable("x".repeat(300_000), 1, "longer than 256 KiB", "Shorten it"),
                unreadable(
                        "[" + "x,".repeat(30_000) + "]", 1, "more than 20000 words", "Take out"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_is_not_readable_is_one_problem_with_its_line(
            String text, int line, String sentence, String remedy) {
        Reading<Written> reading = YamlFile.read(text);

        assertThat(reading.ifSound()).isEmpty();
        assertThat(reading.problems()).hasSize(1);
        Problem problem = reading.problems().getFirst();
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.sentence()).contains(sentence);
        assertThat(problem.remedy()).contains(remedy);
        assertThat(problem.warning()).isFalse();
    }

    /** Two hundred small files that would fill the memory, each refused at once. */
    @Test
    void bombs_do_not_go_off() {
        long start = System.nanoTime();
        for (int width = 2; width <= 11; width++) {
            for (int depth = 16; depth < 36; depth++) {
                assertThat(YamlFile.read(bomb(width, depth)).problems())
                        .extracting(Problem::sentence)
                        .containsExactly(
                                "The file holds more than 20000 words, repetitions included.");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatever_is_typed_is_answered_with_a_line_of_the_file() {
        String text = PolicyFiles.load("soc2-irp-001").text();
        RandomGenerator random = RANDOM.create(20_261_121);
        for (int i = 0; i < 2_000; i++) {
            String typed = mangled(text, random);
            PolicyFile file = PolicyFiles.read("typed.yml", typed);
            long lines = Math.max(1, typed.lines().count());
            assertThat(file.reading().problems())
                    .as("case %d", i)
                    .allSatisfy(p -> assertThat(p.line()).isBetween(1, (int) lines));
            assertThat(PolicyReport.problems("typed.yml", file.reading())).endsWith(".\n");
        }
    }

    private static String mangled(String text, RandomGenerator random) {
        StringBuilder typed = new StringBuilder(text);
        String keys = "\t\n :-#[]{},&*!|>'\"%@`x0\u00e9\u202e\ud83d";
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(typed.length());
            switch (random.nextInt(3)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, keys.charAt(random.nextInt(keys.length())));
                default -> typed.delete(at, Math.min(typed.length(), at + random.nextInt(200)));
            }
        }
        return typed.toString();
    }

    private static String bomb(int width, int depth) {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < depth; i++) {
            String repeated = ("*a" + (i - 1) + ", ").repeat(width);
            text.append("a%d: &a%d [%s]%n".formatted(i, i, repeated));
        }
        return text.toString();
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static List<String> scalars(String list) {
        Written root = YamlFile.read(list).ifSound().orElseThrow();
        return ((Written.Sequence) root)
                .items().stream().map(item -> ((Written.Scalar) item).text()).toList();
    }

    private static Arguments unreadable(String text, int line, String sentence, String remedy) {
        return Arguments.of(text, line, sentence, remedy);
    }

    private static Written.Scalar scalar(String text, int line, int column) {
        return new Written.Scalar(text, line, column);
    }

    private static Written.Entry entry(Written.Scalar key, Written value) {
        return new Written.Entry(key, value);
    }

    private static Written mapping(int line, int column, Written.Entry... entries) {
        return new Written.Mapping(List.of(entries), line, column);
    }

    @Test
    void an_emoji_may_stand_anywhere() {
        for (int before = 1_000; before < 1_060; before++) {
            String text = "a: \"" + "x".repeat(before) + "🔥\"\n";
            assertThat(YamlFile.read(text))
                    .as("behind " + before)
                    .isInstanceOf(Reading.Sound.class);
        }
    }
}

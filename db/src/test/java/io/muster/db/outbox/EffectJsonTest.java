package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.db.Anything;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

class EffectJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Stream<Class<?>> effects() {
        return leaves(Effect.class);
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(EffectJsonTest::leaves)
                : Stream.of(kind);
    }

    static Stream<Class<?>> notices() {
        return Stream.of(Notice.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("effects")
    void every_effect_is_read_back_as_it_was_written(Class<? extends Effect> kind) {
        for (int seed = 0; seed < 60; seed++) {
            Effect effect = Anything.seeded(seed).of(kind);

            assertThat(EffectJson.read(EffectJson.write(effect)))
                    .as("seed %d", seed)
                    .isEqualTo(effect);
        }
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_notice_is_read_back_as_it_was_written(Class<? extends Notice> kind) {
        for (int seed = 0; seed < 60; seed++) {
            Effect.Say say =
                    new Effect.Say(
                            Anything.full(seed).of(Effect.Say.class).key(),
                            Anything.seeded(seed).of(kind));

            assertThat(EffectJson.read(EffectJson.write(say))).as("seed %d", seed).isEqualTo(say);
        }
    }

    @Test
    void what_other_versions_added_is_passed_over_and_what_they_lacked_is_empty() {
        Effect.Settle settle =
                new Effect.Settle(
                        Anything.full(1).of(Effect.Settle.class).key(), Phrase.of("Done."));
        ObjectNode json = (ObjectNode) MAPPER.readTree(EffectJson.write(settle));
        json.put("colour", "green");
        ObjectNode without = json.deepCopy();
        ((ObjectNode) without.get("outcome")).remove("parts");

        assertThat(EffectJson.read(json.toString())).isEqualTo(settle);
        assertThat(EffectJson.read(without.toString()))
                .isEqualTo(new Effect.Settle(settle.key(), new Phrase(List.of())));
    }

    @Test
    void an_update_that_an_older_version_wrote_names_no_phases() {
        Effect.Say say =
                new Effect.Say(
                        Anything.full(1).of(Effect.Say.class).key(),
                        Anything.full(1).of(Notice.StatusUpdate.class));
        ObjectNode older = (ObjectNode) MAPPER.readTree(EffectJson.write(say));
        assertThat(((ObjectNode) older.get("notice")).remove("running")).isNotNull();

        Effect.Say read = (Effect.Say) EffectJson.read(older.toString());
        assertThat(((Notice.StatusUpdate) read.notice()).running()).isEmpty();
        assertThat(((Notice.StatusUpdate) read.notice()).known())
                .isEqualTo(((Notice.StatusUpdate) say.notice()).known());
    }

    @Test
    void what_this_version_does_not_know_is_not_guessed() {
        assertThat(EffectJson.readIfKnown("{\"is\":\"Teleport\",\"to\":\"Mars\"}")).isEmpty();
        assertThat(
                        EffectJson.readIfKnown(
                                "{\"is\":\"Say\",\"key\":{\"value\":\"\"},\"notice\":{\"is\":\"Smell\"}}"))
                .isEmpty();
        assertThat(EffectJson.readIfKnown("{\"key\":{\"value\":\"\"}}")).isEmpty();
    }
}

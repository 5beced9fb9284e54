package io.muster.core.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @Test
    @Tag("F18")
    void the_hash_is_sha_256_of_the_lengths_and_the_words() {
        // printf 'muster/draft/v1\n1\na\n1\nb\n1\nc\n3\nd\ne\n' | sha256sum
        assertThat(words("a", "b", "c", "d\ne").hash())
                .isEqualTo(words("a", "b", "c", "d  \r\ne\n").hash())
                .isEqualTo("0854169bb534d77282f8a0febc40dfa3db5423e4899bc12d6eb309f6df774aa3");
    }

    @ParameterizedTest
    @CsvSource({"x,b,c,d", "a,x,c,d", "a,b,x,d", "a,b,c,x", "ab,'',c,d", "a,b,cd,''", "A,b,c,d"})
    void any_other_words_have_another_hash(
            String audience, String channel, String subject, String text) {
        assertThat(words(audience, channel, subject, text).hash())
                .isNotEqualTo(words("a", "b", "c", "d").hash());
    }

    private static Wording words(String audience, String channel, String subject, String text) {
        return new Wording(
                new FreeText(audience),
                new FreeText(channel),
                new FreeText(subject),
                new FreeText(text));
    }
}

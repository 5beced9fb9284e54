package io.muster.core.written;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The words that can stand in a place, and what each of them means; there is at least one.
 *
 * @param meanings in the order in which they are offered
 */
public record Choices<T>(SequencedMap<String, T> meanings) {
    static final Choices<Boolean> YES_OR_NO = yesOrNo();

    public Choices {
        meanings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(meanings));
    }

    /** These values, each by its word. */
    @SafeVarargs
    public static <T> Choices<T> of(Function<T, String> word, T... values) {
        SequencedMap<String, T> meanings = new LinkedHashMap<>();
        for (T value : values) {
            meanings.put(word.apply(value), value);
        }
        return new Choices<>(meanings);
    }

    /** What this word means, if it is one of them. */
    public Optional<T> find(String word) {
        return Optional.ofNullable(meanings.get(word));
    }

    /** The words, in the order in which they are offered. */
    public List<String> words() {
        return List.copyOf(meanings.keySet());
    }

    T first() {
        return meanings.firstEntry().getValue();
    }

    /** What editors and people take for yes and no in YAML. */
    private static Choices<Boolean> yesOrNo() {
        SequencedMap<String, Boolean> meanings = new LinkedHashMap<>();
        meanings.put("yes", true);
        meanings.put("no", false);
        meanings.put("true", true);
        meanings.put("false", false);
        return new Choices<>(meanings);
    }
}

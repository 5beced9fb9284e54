package io.muster.core.alert;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a label may say: the same words whatever their case, {@code *} for any others. */
record Glob(String words) {
    Glob {
        Objects.requireNonNull(words);
    }

    boolean fits(String label) {
        String pattern =
                Stream.of(words.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(label)
                .matches();
    }
}

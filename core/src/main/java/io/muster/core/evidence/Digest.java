package io.muster.core.evidence;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a change of an exhibit would show.
 *
 * @param sha256 in lower-case hexadecimal
 * @param size in bytes, if it is known
 */
public record Digest(String sha256, Optional<Long> size) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        Objects.requireNonNull(sha256);
    }

    /** A SHA-256 as people paste it, in one spelling; empty if it is none. */
    public static Optional<String> sha256(String typed) {
        String hex =
                typed.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^sha-?256\\s*[:=]\\s*", "")
                        .replaceAll("[\\s:]", "");
        return SHA256.matcher(hex).matches() ? Optional.of(hex) : Optional.empty();
    }

    /** Enough of a hash to tell two apart by eye. */
    public static String shortly(String sha256) {
        return sha256.length() <= 16 ? sha256 : sha256.substring(0, 12) + "…";
    }
}

package io.muster.app.policy;

import io.muster.core.policy.Policy;
import io.muster.core.written.Reading;

import java.util.Objects;

/**
 * A policy with the text that it was read from. Whoever opens an incident keeps the text, because
 * the incident is judged by it for ever, whatever becomes of the file.
 *
 * @param source where it came from, as people call it: a built-in's name or a path
 * @param text the text; empty if there was none to be had
 * @param fingerprint the first 12 hexadecimal digits of the SHA-256 of the text
 */
public record PolicyFile(String source, String text, String fingerprint, Reading<Policy> reading) {
    public PolicyFile {
        Objects.requireNonNull(source);
        Objects.requireNonNull(text);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(reading);
    }
}

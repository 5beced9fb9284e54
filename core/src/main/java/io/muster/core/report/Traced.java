package io.muster.core.report;

import io.muster.core.incident.Happened;

import java.util.Objects;

/**
 * Something that happened to an incident, with what finds it again in the exported record.
 *
 * @param entry its number in the incident's journal
 * @param hash of that entry, in hexadecimal
 */
public record Traced(int entry, Happened happened, String hash) {
    public Traced {
        Objects.requireNonNull(happened);
        Objects.requireNonNull(hash);
    }
}

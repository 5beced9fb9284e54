package io.muster.core.evidence;

import java.time.Instant;
import java.util.Optional;

/** Whether Muster itself keeps the bytes of an exhibit. */
public sealed interface Storage {
    /** It is kept elsewhere; Muster knows where and by what hash. */
    record Elsewhere() implements Storage {}

    /** It is on its way from the chat. */
    record Fetching() implements Storage {}

    /** It could not be fetched. */
    record Failed(String reason, Instant at) implements Storage {}

    /**
     * Muster keeps it.
     *
     * @param path within the folder of evidence
     * @param link where it stood in the chat
     */
    record Stored(String path, Optional<String> link) implements Storage {}

    /** Muster kept it and has destroyed it. */
    record Gone() implements Storage {}
}

package io.muster.core.incident;

import io.muster.core.policy.Act;

import java.util.Optional;

/** What is asked about the incident's document. Whoever sees the incident may have it. */
public sealed interface DocumentCommand extends DossierCommand {
    /** Muster made the document, and it stands here. */
    record RecordDocument(DocumentPlace place) implements DocumentCommand {}

    /**
     * Give me the whole of it as a file.
     *
     * @param inPerson to me alone, not into the incident's channel
     */
    record ExportDocument(boolean inPerson) implements DocumentCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.empty();
    }
}

package io.muster.core.incident;

import java.util.Optional;

/** What became of the incident's document; what stands in it is made of all the other events. */
public sealed interface DocumentEvent extends DossierEvent {
    /**
     * The document exists, from now on here.
     *
     * @param before what it was made of until now; empty if it is the first
     */
    record DocumentOpened(DocumentPlace place, Optional<DocumentPlace.Form> before)
            implements DocumentEvent {}

    /**
     * The whole document was handed out as a file.
     *
     * @param inPerson to whoever asked alone; otherwise into the incident's channel
     */
    record DocumentExported(boolean inPerson) implements DocumentEvent {}
}

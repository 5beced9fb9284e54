package io.muster.core.incident;

import java.util.Optional;

/** Where the document is after it. */
final class DocumentFold {
    private DocumentFold() {}

    static Optional<DocumentPlace> after(Optional<DocumentPlace> before, DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentOpened e -> Optional.of(e.place());
            case DocumentEvent.DocumentExported ignored -> before;
        };
    }
}

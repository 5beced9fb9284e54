package io.muster.core.incident;

import java.util.Optional;

/** Where the document is, and who has had a copy of it. */
final class DocumentRules {
    private DocumentRules() {}

    static Decision decide(Incident incident, DocumentCommand command) {
        return switch (command) {
            case DocumentCommand.RecordDocument c -> record(incident, c);
            case DocumentCommand.ExportDocument c -> export(incident, c);
        };
    }

    private static Decision record(Incident incident, DocumentCommand.RecordDocument c) {
        Optional<DocumentPlace> before = incident.dossier().document();
        if (before.filter(c.place()::equals).isPresent()) {
            return Decision.refuse("It is known where the document is.");
        }
        return Decision.accept(
                new DocumentEvent.DocumentOpened(c.place(), before.map(DocumentPlace::form)));
    }

    private static Decision export(Incident incident, DocumentCommand.ExportDocument c) {
        if (!c.inPerson() && incident.room().isEmpty()) {
            return Decision.refuse(
                    incident.id() + " has no channel to put the file into. Ask for it elsewhere.");
        }
        return Decision.accept(new DocumentEvent.DocumentExported(c.inPerson()));
    }
}

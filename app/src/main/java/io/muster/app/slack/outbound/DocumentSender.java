package io.muster.app.slack.outbound;

import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.db.outbox.OutboxItem;

import java.util.Optional;

/**
 * Hands out the document as a file, once: promised, uploaded, shared. Only the last step shows, and
 * before it is done a second time the conversation is searched for the file's name.
 */
final class DocumentSender {
    private final FileSharer files;
    private final DocumentSource source;

    DocumentSender(FileSharer files, DocumentSource source) {
        this.files = files;
        this.source = source;
    }

    Deed send(OutboxItem item, Effect.Export export, Incident incident) {
        Optional<PersonId> person = export.to();
        if (person.isPresent()) {
            return files.with(item, person.get(), channel -> into(item, channel, incident));
        }
        return incident.room()
                .map(Room::channel)
                .map(channel -> into(item, channel, incident))
                .orElseGet(() -> new Deed.Needless("there is no channel"));
    }

    private Deed into(OutboxItem item, String channel, Incident incident) {
        String name = incident.id() + "-document-" + item.id() + ".md";
        return files.share(
                item,
                channel,
                name,
                () ->
                        new Parcel(
                                new SharedFile(
                                        name,
                                        incident.id() + " incident document",
                                        "",
                                        source.read(incident.id()).file()),
                                "📄 The document of "
                                        + incident.id()
                                        + " as its record makes it now, with the whole timeline."));
    }
}

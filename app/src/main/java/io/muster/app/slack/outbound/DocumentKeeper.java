package io.muster.app.slack.outbound;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.document.DocumentMessage;
import io.muster.core.incident.DocumentPlace;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.db.outbox.OutboxItem;

import java.util.Optional;

/**
 * Keeps the incident's document current: in the canvas of its channel, or in a pinned message where
 * there is no canvas to be had. What was deleted is made anew.
 */
final class DocumentKeeper {
    private static final int TITLE = 150;

    private final DocumentSource source;
    private final CanvasTab canvases;
    private final PinnedDocument messages;
    private final DocumentPlaces places;

    DocumentKeeper(
            DocumentSource source,
            CanvasTab canvases,
            PinnedDocument messages,
            DocumentPlaces places) {
        this.source = source;
        this.canvases = canvases;
        this.messages = messages;
        this.places = places;
    }

    Deed show(OutboxItem item, IncidentView view) {
        Incident incident = view.incident();
        if (incident.room().isEmpty()) {
            return new Deed.Needless("there is no channel");
        }
        DocumentSource.Edition edition = source.read(incident.id());
        Optional<DocumentPlaces.Standing> standing = places.find(incident.id());
        boolean current = standing.filter(s -> s.shown().equals(edition.fingerprint())).isPresent();
        if (current) {
            return places.record(item, incident, standing.get());
        }
        return new Showing(item, incident, incident.room().get(), edition, standing).go();
    }

    /** One attempt. */
    private final class Showing {
        private final OutboxItem item;
        private final Incident incident;
        private final Room room;
        private final DocumentSource.Edition edition;
        private final Optional<DocumentPlaces.Standing> standing;

        Showing(
                OutboxItem item,
                Incident incident,
                Room room,
                DocumentSource.Edition edition,
                Optional<DocumentPlaces.Standing> standing) {
            this.item = item;
            this.incident = incident;
            this.room = room;
            this.edition = edition;
            this.standing = standing;
        }

        Deed go() {
            Deed deed =
                    standsAs(DocumentPlace.Form.CANVAS) || canvases.isWorthAsking(room)
                            ? canvas()
                            : CanvasTab.NOT_TO_BE_HAD;
            return deed.equals(CanvasTab.NOT_TO_BE_HAD) ? message() : deed;
        }

        private Deed canvas() {
            String text = edition.canvas();
            Deed deed =
                    standsAs(DocumentPlace.Form.CANVAS)
                            ? canvases.write(item, room, standing.orElseThrow().id(), text)
                            : CanvasTab.LOST;
            if (deed.equals(CanvasTab.LOST)) {
                deed = canvases.create(item, room, title(), text);
            }
            if (!(deed instanceof Deed.Done done)) {
                return deed;
            }
            if (standsAs(DocumentPlace.Form.MESSAGE)) {
                messages.move(item, standing.orElseThrow(), DocumentMessage.moved(incident.id()));
            }
            return settle(DocumentPlace.Form.CANVAS, done);
        }

        private Deed message() {
            Optional<DocumentPlaces.Standing> before =
                    standing.filter(s -> s.form() == DocumentPlace.Form.MESSAGE);
            Deed deed =
                    messages.show(
                            item,
                            room,
                            before,
                            edition.message(),
                            posted -> places.remember(incident.id(), posted));
            return deed instanceof Deed.Done done ? settle(DocumentPlace.Form.MESSAGE, done) : deed;
        }

        private Deed settle(DocumentPlace.Form form, Deed.Done done) {
            DocumentPlaces.Standing now =
                    new DocumentPlaces.Standing(
                            form,
                            done.channel().orElse(room.channel()),
                            done.ts().orElseThrow(),
                            edition.fingerprint());
            places.remember(incident.id(), now);
            return places.record(item, incident, now);
        }

        private boolean standsAs(DocumentPlace.Form form) {
            return standing.filter(s -> s.form() == form).isPresent();
        }

        private String title() {
            String drill = incident.header().drill() ? "DRILL · " : "";
            return Foreign.atMost(
                    drill + incident.id() + " · " + incident.header().title().text(), TITLE);
        }
    }
}

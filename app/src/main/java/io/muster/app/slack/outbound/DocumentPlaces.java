package io.muster.app.slack.outbound;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.core.incident.DocumentCommand;
import io.muster.core.incident.DocumentPlace;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SurfaceTable;

import java.util.Optional;

/** Where each document stands: remembered for the next edit, and written into the record. */
final class DocumentPlaces {
    private static final String CANVAS = "canvas:";

    private final Archive archive;
    private final SurfaceTable surfaces;
    private final IncidentDesk desk;
    private final SlackIdentity identity;

    DocumentPlaces(Archive archive, IncidentDesk desk, SlackIdentity identity) {
        this.archive = archive;
        this.surfaces = new SurfaceTable();
        this.desk = desk;
        this.identity = identity;
    }

    /**
     * A document that stands in a channel.
     *
     * @param shown a fingerprint of what it shows
     */
    record Standing(DocumentPlace.Form form, String channel, String id, String shown) {
        Standing showing(String fingerprint) {
            return new Standing(form, channel, id, fingerprint);
        }
    }

    Optional<Standing> find(IncidentId incident) {
        return archive.transact(tx -> surfaces.find(tx, incident, Effect.Surface.DOCUMENT))
                .map(s ->
                        s.ts().startsWith(CANVAS)
                                ? new Standing(
                                        DocumentPlace.Form.CANVAS,
                                        s.channel(),
                                        s.ts().substring(CANVAS.length()),
                                        s.shown())
                                : new Standing(
                                        DocumentPlace.Form.MESSAGE,
                                        s.channel(),
                                        s.ts(),
                                        s.shown()));
    }

    void remember(IncidentId incident, Standing standing) {
        boolean canvas = standing.form() == DocumentPlace.Form.CANVAS;
        SurfaceTable.Standing row =
                new SurfaceTable.Standing(
                        standing.channel(),
                        (canvas ? CANVAS : "") + standing.id(),
                        standing.shown());
        archive.run(tx -> surfaces.put(tx, incident, Effect.Surface.DOCUMENT, row));
    }

    /** Whether the record says that the document is here. */
    boolean isOnRecord(Incident incident, Standing standing) {
        return incident.dossier().document().filter(p -> p.id().equals(standing.id())).isPresent();
    }

    /** Writes it into the record unless it stands there. */
    Deed record(OutboxItem item, Incident incident, Standing standing) {
        if (!isOnRecord(incident, standing)) {
            desk.handle(
                    incident.id(),
                    new DocumentCommand.RecordDocument(
                            new DocumentPlace(standing.form(), standing.id(), link(standing))),
                    Knock.ofTheOutbox(item.id()));
        }
        return Deed.done();
    }

    private String link(Standing standing) {
        return identity.known()
                .filter(us -> us.url().startsWith("http"))
                .map(us ->
                        (us.url().endsWith("/") ? us.url() : us.url() + "/") + path(us, standing))
                .orElse("");
    }

    private static String path(SlackIdentity.Known us, Standing standing) {
        return switch (standing.form()) {
            case CANVAS -> "docs/" + us.team() + "/" + standing.id();
            case MESSAGE ->
                    "archives/" + standing.channel() + "/p" + standing.id().replace(".", "");
        };
    }
}

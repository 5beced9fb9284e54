package io.muster.app.desk;

import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.db.Tx;
import io.muster.db.outbox.Outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The digest of those who are not in the chat: one mail to each, about all their incidents. */
final class DigestMails {
    private final Outbox outbox;
    private final Map<Addressee, List<Part>> parts = new LinkedHashMap<>();

    DigestMails(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Part(IncidentId incident, int reach, int rank, Notice.Digest.Entry entry) {}

    /** Takes what was ordered for them. */
    void add(Incident incident, int rank, List<IncidentEvent> events) {
        for (IncidentEvent event : events) {
            if (event instanceof ReachEvent.ReachOrdered e && e.matter() == Matter.DIGEST) {
                parts.computeIfAbsent(e.to(), to -> new ArrayList<>())
                        .add(new Part(incident.id(), e.number(), rank, entry(incident)));
            }
        }
    }

    /** They may look into nothing, so of what is private they read no title. */
    private static Notice.Digest.Entry entry(Incident incident) {
        return new Notice.Digest.Entry(
                incident.id(),
                incident.severity(),
                incident.header().isPrivate() ? FreeText.NONE : incident.header().title(),
                incident.status(),
                incident.header().drill(),
                incident.room().map(Room::channel).filter(c -> !incident.header().isPrivate()));
    }

    /** Puts them on the list; says how many there are. The mail travels with the first incident. */
    int put(Tx tx) {
        parts.forEach((to, about) ->
                outbox.put(
                        tx,
                        about.getFirst().incident(),
                        List.of(
                                new Effect.MailDigest(
                                        to,
                                        about.stream()
                                                .map(p ->
                                                        new Effect.MailDigest.Order(
                                                                p.incident(), p.reach()))
                                                .toList(),
                                        about.stream().map(Part::entry).toList())),
                        about.getFirst().rank()));
        return parts.size();
    }
}

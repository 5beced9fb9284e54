package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.incident.AudienceCommand;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.notice.Reactions;
import io.muster.core.policy.Policy;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.job.JobSlots;
import io.muster.db.journal.History;
import io.muster.db.journal.Journal;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.outbox.Outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The daily digest is about many incidents and yet one message to each reader. So it has a door of
 * its own beside {@link IncidentDesk}: in one transaction the turn is taken, each incident's record
 * says who was told, and the messages are on their way; or none of it happens.
 */
public final class DigestDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DigestDesk.class);
    private static final String JOB = "digest";
    private static final String CLOCKS = "audience.";

    /** Whatever a digest has to hold is due at most so long after it. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Archive archive;
    private final Journal journal;
    private final Outbox outbox;
    private final ObligationTable obligations;
    private final JobSlots slots;
    private final Office office;

    /** A desk that writes to this journal and this outbox. */
    public DigestDesk(
            Archive archive,
            Journal journal,
            Outbox outbox,
            ObligationTable obligations,
            Office office) {
        this.archive = archive;
        this.journal = journal;
        this.outbox = outbox;
        this.obligations = obligations;
        this.slots = new JobSlots();
        this.office = office;
    }

    /**
     * Sends the digest of this turn, unless it was sent, by this node or another. Whatever earlier
     * digests missed is in it.
     *
     * @return how many people it went to
     */
    public int send(Instant slot) {
        return archive.transact(tx -> slots.claim(tx, JOB, slot) ? send(tx, slot) : 0);
    }

    private int send(Tx tx, Instant slot) {
        Map<PersonId, List<Told>> readers = new LinkedHashMap<>();
        DigestMails outsiders = new DigestMails(outbox);
        for (IncidentId id : obligations.owing(tx, CLOCKS, slot.plus(GRACE))) {
            told(tx, id, slot, outsiders)
                    .ifPresent(told ->
                            told.people()
                                    .forEach(person ->
                                            readers.computeIfAbsent(person, p -> new ArrayList<>())
                                                    .add(told)));
        }
        readers.forEach((person, told) -> put(tx, person, told));
        return readers.size() + outsiders.put(tx);
    }

    private record Told(Incident incident, int rank, List<PersonId> people) {}

    /** Writes down that this incident is in the digest; empty if it does not belong there. */
    private Optional<Told> told(Tx tx, IncidentId id, Instant slot, DigestMails outsiders) {
        Optional<History> found = journal.open(tx, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        History history = found.get();
        Knock knock = Knock.ofTheClock();
        Policy policy = office.policyOf(history.incident());
        Moment moment = office.moment(tx, knock.by(), policy, history.newest());
        if (!(decide(history.incident(), slot, moment)
                instanceof Decision.Accepted(List<IncidentEvent> events))) {
            return Optional.empty();
        }
        List<Happened> happened =
                events.stream().map(e -> new Happened(e, moment.by(), moment.now())).toList();
        Incident after = journal.append(tx, history, happened, policy, knock.from());
        int rank = policy.rank(after.severity());
        outbox.put(tx, id, Reactions.to(happened, after), rank);
        outsiders.add(after, rank, events);
        return Optional.of(new Told(after, rank, people(events)));
    }

    /** One incident that cannot be judged must not keep the others from being told. */
    private static Decision decide(Incident incident, Instant slot, Moment moment) {
        try {
            return IncidentRules.decide(incident, new AudienceCommand.SendDigest(slot), moment);
        } catch (RuntimeException e) {
            LOG.error("{} is left out of the digest", incident.id(), e);
            return Decision.refuse("");
        }
    }

    private static List<PersonId> people(List<IncidentEvent> events) {
        return events.stream()
                .filter(AudienceEvent.AudienceTold.class::isInstance)
                .flatMap(e -> ((AudienceEvent.AudienceTold) e).people().stream())
                .distinct()
                .toList();
    }

    /** The message travels with the first of its incidents. */
    private void put(Tx tx, PersonId person, List<Told> told) {
        Told first = told.getFirst();
        List<Notice.Digest.Entry> entries =
                told.stream().map(t -> Notice.Digest.Entry.of(t.incident(), person)).toList();
        outbox.put(
                tx,
                first.incident().id(),
                List.of(
                        new Effect.Tell(
                                MessageKey.wordTo(person), person, new Notice.Digest(entries))),
                first.rank());
    }
}

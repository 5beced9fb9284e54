package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.alert.AlertKey;
import io.muster.core.alert.AlertSettings;
import io.muster.core.alert.AlertSource;
import io.muster.core.alert.Fate;
import io.muster.core.alert.Health;
import io.muster.core.alert.Notification;
import io.muster.core.alert.Routing;
import io.muster.core.alert.Signal;
import io.muster.core.alert.Verdict;
import io.muster.core.alert.Watch;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.alert.Matter;
import io.muster.db.alert.MatterTable;
import io.muster.db.alert.WatchTable;
import io.muster.db.journal.AlertJournal;
import io.muster.db.journal.Journal;
import io.muster.db.journal.LoggedAlert;
import io.muster.db.time.DatabaseClock;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The door for alerts. In one transaction: what is known of each matter is locked, the core says
 * where it belongs, {@link IncidentDesk} does that, and the record of alerts says what was decided.
 * When this returns, it is durable.
 *
 * <p>Locks are taken in one order by everybody, so that nobody waits in a circle: matters by their
 * fingerprints, incidents, the head of the record last.
 */
public final class AlertDesk {
    private static final int CHUNK = 200;

    private final Archive archive;
    private final Journal journal;
    private final Office office;
    private final AlertSettings settings;
    private final AlertJournal record = new AlertJournal();
    private final MatterTable matters = new MatterTable();
    private final AlertClerk clerk;
    private final WatchTable watches = new WatchTable();

    /** A desk beside that of incidents, with the rules of the team. */
    public AlertDesk(
            Archive archive,
            Journal journal,
            IncidentDesk desk,
            Office office,
            AlertSettings settings) {
        this.archive = archive;
        this.journal = journal;
        this.clerk = new AlertClerk(journal, desk, matters, record);
        this.office = office;
        this.settings = settings;
    }

    /**
     * What a source sent. The same once more does no harm: it is counted.
     *
     * @param body the very message, of which a digest is recorded
     */
    public void receive(Notification notification, byte[] body) {
        String digest = digest(body);
        archive.run(tx -> receive(tx, notification, digest));
    }

    /**
     * The newest alerts that this person may see, newest first, however many others came since.
     *
     * @param before only those before this one
     */
    public List<LoggedAlert> latest(PersonId reader, long before, int limit) {
        return archive.transact(tx -> {
            Map<Optional<IncidentId>, Boolean> open = new HashMap<>();
            List<LoggedAlert> seen = new ArrayList<>();
            List<LoggedAlert> chunk = record.latest(tx, before, CHUNK);
            while (!chunk.isEmpty() && seen.size() < limit) {
                chunk.stream()
                        .filter(alert -> mayRead(tx, alert, reader, open))
                        .limit(limit - seen.size())
                        .forEach(seen::add);
                chunk = record.latest(tx, chunk.getLast().number(), CHUNK);
            }
            return seen;
        });
    }

    /** An alert that a rule dismissed is an incident after all, says a person. */
    public Outcome declareAfterAll(long number, Knock knock) {
        return archive.transact(tx ->
                record.find(tx, number)
                        .filter(a -> knock.by().person().filter(p -> mayRead(tx, a, p)).isPresent())
                        .map(alert -> declareAfterAll(tx, alert, knock))
                        .orElseGet(() -> refused("There is no such alert that you can see.")));
    }

    /** Takes the turn to ask a watched address; false if it was taken, by this node or another. */
    public boolean claim(Watch watch, Instant slot) {
        return archive.transact(tx -> watches.claim(tx, watch, slot));
    }

    /**
     * How a watched address answered; that it fails, or no longer does, is an alert.
     *
     * @param problem what was wrong with the answer; blank if nothing was
     */
    public void checked(Watch watch, String problem) {
        archive.run(tx -> {
            Health before = watches.lock(tx, watch);
            Health now = before.after(problem.isBlank(), watch);
            watches.put(tx, watch, now);
            if (now.failing() != before.failing()) {
                Instant at = DatabaseClock.now(tx);
                receive(tx, report(watch, now, problem, at), "");
            }
        });
    }

    private static Notification report(Watch watch, Health health, String problem, Instant at) {
        Notification.Item item =
                new Notification.Item(
                        watch.name(),
                        health.failing(),
                        watch.name(),
                        watch.name() + " does not answer as it should",
                        problem.isBlank()
                                ? ""
                                : problem + " That was " + health.failures() + " times in a row.",
                        watch.severity(),
                        watch.service(),
                        watch.url(),
                        Map.of("alertname", watch.name()),
                        Optional.of(at).filter(now -> health.failing()));
        return new Notification(AlertSource.HEALTH_CHECK, watch.name(), List.of(item), 0);
    }

    private void receive(Tx tx, Notification notification, String digest) {
        List<Routing.Sorted> sorted =
                new Routing(settings, office.policy())
                        .sort(notification).stream()
                                .sorted(Comparator.comparing(s -> s.signal().key().fingerprint()))
                                .toList();
        Map<String, Matter> locked = new TreeMap<>();
        for (Routing.Sorted one : sorted) {
            AlertKey key = one.signal().key();
            locked.computeIfAbsent(key.fingerprint(), k -> matters.lock(tx, key));
        }
        List<AlertClerk.Decided> decided = new ArrayList<>();
        for (Routing.Sorted one : sorted) {
            Matter matter = locked.get(one.signal().key().fingerprint());
            decided.add(clerk.decide(tx, one, Objects.requireNonNull(matter), digest));
        }
        decided.forEach(d -> clerk.record(tx, d, digest));
    }

    private Outcome declareAfterAll(Tx tx, LoggedAlert alert, Knock knock) {
        Optional<Signal> signal = alert.signal();
        if (signal.isEmpty() || alert.entry().fate() != Fate.DISMISSED) {
            return refused("Only an alert that was dismissed can be declared by hand.");
        }
        Matter matter = matters.lock(tx, signal.get().key());
        Optional<Incident> open =
                matter.incident()
                        .flatMap(id -> journal.read(tx, id))
                        .filter(incident -> !incident.status().isOver());
        if (open.isPresent()) {
            return refused("That is " + open.get().id() + " already.");
        }
        Verdict.Take take =
                new Routing(settings, office.policy())
                        .nevertheless(signal.get(), alert.entry().isPrivate());
        AlertClerk.Decided decided = clerk.opened(tx, signal.get(), take, matter.incident(), knock);
        clerk.record(tx, decided, alert.entry().digest());
        return new Outcome.Done(
                journal.read(tx, decided.incident().orElseThrow()).orElseThrow(), List.of());
    }

    /** A storm of alerts belongs to one incident, which is read once. */
    private boolean mayRead(
            Tx tx, LoggedAlert alert, PersonId reader, Map<Optional<IncidentId>, Boolean> open) {
        return alert.entry().incident().isEmpty()
                ? mayRead(tx, alert, reader)
                : open.computeIfAbsent(
                        alert.entry().incident(), ignored -> mayRead(tx, alert, reader));
    }

    private boolean mayRead(Tx tx, LoggedAlert alert, PersonId reader) {
        boolean admin = office.admins().contains(reader);
        boolean open = !alert.entry().isPrivate() && !office.guests().contains(reader);
        return alert.entry()
                .incident()
                .map(id ->
                        journal.read(tx, id)
                                .filter(i -> i.visibleTo(reader, office.admins(), office.guests()))
                                .isPresent())
                .orElse(admin || open);
    }

    private static Outcome refused(String words) {
        return new Outcome.Refused(Phrase.of(words));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

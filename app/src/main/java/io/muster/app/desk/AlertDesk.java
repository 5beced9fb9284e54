package io.muster.app.desk;

import io.muster.core.FreeText;
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
import io.muster.core.incident.AlertCommand;
import io.muster.core.incident.AlertCourse;
import io.muster.core.incident.AlertEvent;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Source;
import io.muster.core.roster.Actor;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.alert.Matter;
import io.muster.db.alert.MatterTable;
import io.muster.db.alert.WatchTable;
import io.muster.db.journal.AlertEntry;
import io.muster.db.journal.AlertJournal;
import io.muster.db.journal.Journal;
import io.muster.db.journal.LoggedAlert;
import io.muster.db.journal.Provenance;
import io.muster.db.time.DatabaseClock;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Archive archive;
    private final Journal journal;
    private final IncidentDesk desk;
    private final Office office;
    private final AlertSettings settings;
    private final AlertJournal record = new AlertJournal();
    private final MatterTable matters = new MatterTable();
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
        this.desk = desk;
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
     * The newest alerts that this person may see, newest first.
     *
     * @param before only those before this one
     */
    public List<LoggedAlert> latest(PersonId reader, long before, int limit) {
        return archive.transact(tx ->
                record.latest(tx, before, limit).stream()
                        .filter(alert -> mayRead(tx, alert, reader))
                        .toList());
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
        List<Decided> decided = new ArrayList<>();
        for (Routing.Sorted one : sorted) {
            Matter matter = locked.get(one.signal().key().fingerprint());
            decided.add(decide(tx, one, Objects.requireNonNull(matter), digest));
        }
        decided.forEach(d -> record.append(tx, entry(d, digest), d.signal()));
    }

    /** What was decided about a signal. */
    private record Decided(
            Signal signal, Actor by, Fate fate, Optional<IncidentId> incident, Verdict verdict) {}

    private Decided decide(Tx tx, Routing.Sorted sorted, Matter matter, String digest) {
        Signal signal = sorted.signal();
        Actor by = new Actor.Alarm(signal.from());
        Knock knock = new Knock(by, new Provenance("alert", shortened(digest)), Optional.empty());
        return switch (sorted.verdict()) {
            case Verdict.Drop drop ->
                    new Decided(signal, by, Fate.DISMISSED, Optional.empty(), drop);
            case Verdict.Take take ->
                    signal.firing()
                            ? fires(tx, signal, take, matter, knock)
                            : over(tx, signal, take, matter, knock);
        };
    }

    private Decided fires(Tx tx, Signal signal, Verdict.Take take, Matter matter, Knock knock) {
        Optional<Incident> before =
                matter.incident()
                        .flatMap(id -> journal.open(tx, id))
                        .map(history -> history.incident());
        Optional<AlertCourse.Known> known =
                matter.last().map(last -> new AlertCourse.Known(matter.firing(), last));
        return switch (AlertCourse.of(before, known, signal)) {
            case AlertCourse.Open(Optional<IncidentId> earlier) ->
                    opened(tx, signal, take, earlier, knock);
            case AlertCourse.Join(IncidentId id) -> {
                int times = matter.times() + 1;
                Fate fate =
                        fate(
                                done(
                                        desk.handle(
                                                tx,
                                                id,
                                                new AlertCommand.Fires(
                                                        signal,
                                                        take.detectedBy(),
                                                        times,
                                                        Optional.empty()),
                                                knock)));
                remember(tx, signal, Optional.of(id), true, times);
                yield new Decided(signal, knock.by(), fate, Optional.of(id), take);
            }
            case AlertCourse.Same(IncidentId id) -> {
                remember(tx, signal, Optional.of(id), true, matter.times() + 1);
                yield new Decided(signal, knock.by(), Fate.OVER, Optional.of(id), take);
            }
        };
    }

    private Decided opened(
            Tx tx, Signal signal, Verdict.Take take, Optional<IncidentId> earlier, Knock knock) {
        Incident born = done(desk.declare(tx, declaration(signal, take), knock)).incident();
        done(
                desk.handle(
                        tx,
                        born.id(),
                        new AlertCommand.Fires(signal, take.detectedBy(), 1, earlier),
                        knock));
        remember(tx, signal, Optional.of(born.id()), signal.firing(), 1);
        return new Decided(signal, knock.by(), Fate.DECLARED, Optional.of(born.id()), take);
    }

    private static IncidentCommand.Declare declaration(Signal signal, Verdict.Take take) {
        FreeText title =
                signal.title().isBlank()
                        ? FreeText.of("Alert from " + signal.from())
                        : signal.title();
        return new IncidentCommand.Declare(
                title,
                signal.details(),
                take.severity(),
                take.kind(),
                take.isPrivate(),
                false,
                false,
                Source.MONITORING,
                signal.since());
    }

    private Decided over(Tx tx, Signal signal, Verdict.Take take, Matter matter, Knock knock) {
        Optional<IncidentId> incident = matter.incident();
        if (incident.isPresent()) {
            done(desk.handle(tx, incident.get(), new AlertCommand.IsOver(signal), knock));
        }
        remember(tx, signal, incident, false, matter.times());
        Fate fate = incident.isPresent() ? Fate.CLEARED : Fate.UNHEARD;
        return new Decided(signal, knock.by(), fate, incident, take);
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
        Decided decided = opened(tx, signal.get(), take, matter.incident(), knock);
        record.append(tx, entry(decided, alert.entry().digest()), signal.get());
        return new Outcome.Done(
                journal.read(tx, decided.incident().orElseThrow()).orElseThrow(), List.of());
    }

    private void remember(
            Tx tx, Signal signal, Optional<IncidentId> incident, boolean firing, int times) {
        matters.put(
                tx,
                signal.key(),
                new Matter(incident, firing, times, Optional.of(DatabaseClock.now(tx))));
    }

    private static AlertEntry entry(Decided d, String digest) {
        return new AlertEntry(
                Instant.EPOCH, // the record says when
                d.by(),
                d.signal().key(),
                d.signal().firing(),
                d.fate(),
                d.incident(),
                switch (d.verdict()) {
                    case Verdict.Take take -> take.rule();
                    case Verdict.Drop drop -> drop.rule() + ": " + drop.reason();
                },
                d.verdict().isPrivate(),
                digest);
    }

    private static Fate fate(Outcome.Done done) {
        for (IncidentEvent event : done.events()) {
            if (event instanceof AlertEvent.AlertReturned) {
                return Fate.RETURNED;
            }
            if (event instanceof AlertEvent.AlertsJoined
                    || event instanceof AlertEvent.AlertRaised) {
                return Fate.JOINED;
            }
        }
        return Fate.REPEATED;
    }

    /** The rules of the team were checked when its file was read; what is refused is a fault. */
    private static Outcome.Done done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done;
            case Outcome.Refused(Phrase words) ->
                    throw new IllegalStateException(words.plain(Object::toString));
        };
    }

    private boolean mayRead(Tx tx, LoggedAlert alert, PersonId reader) {
        boolean admin = office.roster().admins().contains(reader);
        return alert.entry()
                .incident()
                .map(id ->
                        journal.read(tx, id)
                                .filter(i -> i.visibleTo(reader, office.roster().admins()))
                                .isPresent())
                .orElse(admin || !alert.entry().isPrivate());
    }

    private static Outcome refused(String words) {
        return new Outcome.Refused(Phrase.of(words));
    }

    private static String shortened(String digest) {
        return digest.isEmpty() ? "" : digest.substring(0, 16);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

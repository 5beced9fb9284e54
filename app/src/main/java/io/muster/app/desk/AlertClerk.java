package io.muster.app.desk;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.alert.Fate;
import io.muster.core.alert.Routing;
import io.muster.core.alert.Signal;
import io.muster.core.alert.Verdict;
import io.muster.core.incident.AlertCommand;
import io.muster.core.incident.AlertCourse;
import io.muster.core.incident.AlertEvent;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Source;
import io.muster.core.roster.Actor;
import io.muster.db.Tx;
import io.muster.db.alert.Matter;
import io.muster.db.alert.MatterTable;
import io.muster.db.journal.AlertEntry;
import io.muster.db.journal.AlertJournal;
import io.muster.db.journal.Journal;
import io.muster.db.journal.Provenance;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.Optional;

/**
 * Does what an alert calls for: opens an incident, joins one or only notes it, within the
 * transaction of {@link AlertDesk}, which holds the lock of the matter.
 */
final class AlertClerk {
    private final Journal journal;
    private final IncidentDesk desk;
    private final MatterTable matters;
    private final AlertJournal record;

    AlertClerk(Journal journal, IncidentDesk desk, MatterTable matters, AlertJournal record) {
        this.journal = journal;
        this.desk = desk;
        this.matters = matters;
        this.record = record;
    }

    /** What was decided about a signal. */
    record Decided(
            Signal signal, Actor by, Fate fate, Optional<IncidentId> incident, Verdict verdict) {}

    Decided decide(Tx tx, Routing.Sorted sorted, Matter matter, String digest) {
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
                                                        take.severity(),
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

    Decided opened(
            Tx tx, Signal signal, Verdict.Take take, Optional<IncidentId> earlier, Knock knock) {
        Incident born = done(desk.declare(tx, declaration(signal, take), knock)).incident();
        done(
                desk.handle(
                        tx,
                        born.id(),
                        new AlertCommand.Fires(
                                signal, take.severity(), take.detectedBy(), 1, earlier),
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

    /** What was decided goes on record, last of all. */
    void record(Tx tx, Decided decided, String digest) {
        record.append(tx, entry(decided, digest), decided.signal());
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

    private static String shortened(String digest) {
        return digest.isEmpty() ? "" : digest.substring(0, 16);
    }
}

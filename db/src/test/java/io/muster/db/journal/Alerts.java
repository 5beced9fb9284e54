package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.alert.AlertKey;
import io.muster.core.alert.Fate;
import io.muster.core.alert.Signal;
import io.muster.core.incident.IncidentId;
import io.muster.core.roster.Actor;
import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts for tests. */
public final class Alerts {
    private Alerts() {}

    /** Records an alert that made no incident. */
    public static long dismissed(Tx tx, String title) {
        return record(tx, title, Fate.DISMISSED, Optional.empty());
    }

    static long record(Tx tx, String title, Fate fate, Optional<IncidentId> incident) {
        Signal signal = signal(title);
        return new AlertJournal()
                .append(
                        tx,
                        new AlertEntry(
                                DatabaseClock.now(tx),
                                new Actor.Alarm(signal.from()),
                                signal.key(),
                                true,
                                fate,
                                incident,
                                "rule 1 (everything)",
                                false,
                                "00"),
                        signal);
    }

    static Signal signal(String title) {
        return new Signal(
                AlertKey.of("signoz", title),
                "SigNoz",
                true,
                FreeText.of(title),
                FreeText.of("more than 5 % of all requests fail"),
                FreeText.of("checkout"),
                FreeText.of("https://signoz.example.com/alerts/1"),
                "critical",
                List.of(
                        new Signal.Member(
                                "a",
                                FreeText.of(title),
                                true,
                                Optional.of(Instant.parse("2026-03-04T10:00:00Z")))),
                0,
                true);
    }
}

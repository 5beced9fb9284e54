package io.muster.app.status;

import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.core.statuspage.Standing;
import io.muster.db.Tx;
import io.muster.db.status.Maintenance;
import io.muster.db.status.MaintenanceTable;
import io.muster.db.status.StatusRow;
import io.muster.db.status.StatusTable;
import io.muster.db.time.DatabaseClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the public may know at one instant.
 *
 * @param components all that the page names, each with the worst that is said of it
 * @param current incidents that are not over, the newest first
 * @param past incidents that are, as far back as the page goes
 * @param maintenance announced and not over, the next first
 * @param announcements what was announced and called off, as far back as the page goes, the newest
 *     first
 * @param changed when something was last published, if ever
 */
public record PublicView(
        PublicPage page,
        List<Affected> components,
        List<Told> current,
        List<Told> past,
        List<Planned> maintenance,
        List<Maintenance> announcements,
        Optional<Instant> changed) {
    /** How far back the page goes. */
    public static final Duration BACK = Duration.ofDays(90);

    /**
     * An incident, as far as the public was told of it.
     *
     * @param key by what it is told from others
     * @param updates the oldest first; there is one
     */
    public record Told(String key, List<Publication> updates) {
        public Told {
            Objects.requireNonNull(key);
            updates = List.copyOf(updates);
        }

        /** What was said last. */
        public Publication last() {
            return updates.getLast();
        }

        /** Whether the public was told that it is over. */
        public boolean isOver() {
            return last().bulletin().state() == PageState.RESOLVED;
        }
    }

    /**
     * Announced work.
     *
     * @param on it is done right now
     */
    public record Planned(Maintenance work, boolean on) {}

    public PublicView {
        Objects.requireNonNull(page);
        components = List.copyOf(components);
        current = List.copyOf(current);
        past = List.copyOf(past);
        maintenance = List.copyOf(maintenance);
        announcements = List.copyOf(announcements);
        Objects.requireNonNull(changed);
    }

    /** What the database says now. */
    public static PublicView read(Tx tx, PublicPage page) {
        Instant now = DatabaseClock.now(tx);
        return of(
                page,
                new StatusTable().since(tx, now.minus(BACK)),
                new MaintenanceTable().after(tx, now),
                new MaintenanceTable().since(tx, now.minus(BACK)),
                now);
    }

    /** What these rows say at this time. */
    static PublicView of(
            PublicPage page,
            List<StatusRow> rows,
            List<Maintenance> works,
            List<Maintenance> announcements,
            Instant now) {
        List<Told> told = told(rows);
        List<Told> current = told.stream().filter(t -> !t.isOver()).toList();
        List<Planned> planned = works.stream().map(w -> new Planned(w, w.isOn(now))).toList();
        Standing standing =
                Standing.of(current.stream().map(one -> one.last().bulletin()).toList());
        return new PublicView(
                page,
                page.components().stream().map(c -> worst(c, standing, planned)).toList(),
                current,
                told.stream().filter(Told::isOver).toList(),
                planned,
                announcements,
                Stream.of(
                                rows.stream().map(row -> row.publication().at()),
                                works.stream().map(Maintenance::changed),
                                announcements.stream().map(Maintenance::changed))
                        .flatMap(at -> at)
                        .max(Instant::compareTo));
    }

    /** The worst that is true of any component. */
    public ComponentState worst() {
        return components.stream()
                .map(Affected::state)
                .reduce(ComponentState.OPERATIONAL, ComponentState::or);
    }

    /** All of it in a few words. */
    public String summary() {
        return switch (worst()) {
            case OPERATIONAL ->
                    current.isEmpty() ? "All systems operational" : "We are looking into a problem";
            case MAINTENANCE -> "Maintenance under way";
            case DEGRADED, PARTIAL_OUTAGE, MAJOR_OUTAGE -> worst().title();
        };
    }

    private static List<Told> told(List<StatusRow> rows) {
        Map<String, List<Publication>> byKey = new LinkedHashMap<>();
        for (StatusRow row : rows) {
            byKey.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row.publication());
        }
        return byKey.entrySet().stream().map(e -> new Told(e.getKey(), e.getValue())).toList();
    }

    private static Affected worst(String component, Standing standing, List<Planned> planned) {
        ComponentState state =
                planned.stream()
                                .filter(Planned::on)
                                .anyMatch(p -> p.work().components().contains(component))
                        ? ComponentState.MAINTENANCE
                        : ComponentState.OPERATIONAL;
        return new Affected(component, state.or(standing.of(component)));
    }
}

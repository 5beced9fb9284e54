package io.muster.core.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * People who take turns at being on duty, in layers: the uppermost layer that gives somebody
 * counts, and where none does there is a gap.
 *
 * @param layers the uppermost first
 * @param zone the zone in which people speak of it
 * @param feed how its calendar may be fetched, if it may
 * @param userGroup the user group of the chat that is to hold whoever is on duty: a handle or an id
 */
public record Rotation(
        RotationName name,
        List<Layer> layers,
        ZoneId zone,
        Optional<String> feed,
        Optional<String> userGroup) {
    /** More changes than this within one question are no rotation that people could follow. */
    private static final int MOST_SHIFTS = 20_000;

    public Rotation {
        layers = List.copyOf(layers);
        Objects.requireNonNull(name);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(feed);
        Objects.requireNonNull(userGroup);
    }

    /** Who is on duty, and by which layer. */
    public Optional<Duty> at(Instant at) {
        for (int layer = 0; layer < layers.size(); layer++) {
            Optional<Handle> person = layers.get(layer).onDuty(at);
            if (person.isPresent()) {
                return Optional.of(new Duty(person.get(), layer));
            }
        }
        return Optional.empty();
    }

    /** Somebody who is on duty by a layer. */
    public record Duty(Handle person, int layer) {}

    /** The first instant after this one at which somebody else may be on duty; empty for never. */
    public Optional<Instant> change(Instant at) {
        return layers.stream().flatMap(l -> l.change(at).stream()).min(Instant::compareTo);
    }

    /** Everyone who has a turn, in the order of the file. */
    public List<Handle> people() {
        return layers.stream().flatMap(l -> l.people().stream()).distinct().toList();
    }

    /**
     * Whom to call, in this order: who is on duty, then who comes next in their layer, then those
     * of the layers below. Empty in a gap.
     */
    public List<Handle> order(Instant at) {
        Optional<Duty> now = at(at);
        if (now.isEmpty()) {
            return List.of();
        }
        SequencedSet<Handle> order = new LinkedHashSet<>();
        order.add(now.get().person());
        order.addAll(layers.get(now.get().layer()).following(at));
        for (Layer layer : layers) {
            layer.onDuty(at).ifPresent(order::add);
        }
        layers.forEach(layer -> order.addAll(layer.following(at)));
        return List.copyOf(order);
    }

    /** Every shift of a range, gaps included, one after the other. */
    public List<Shift> shifts(Instant from, Instant until) {
        List<Shift> shifts = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(until) && shifts.size() < MOST_SHIFTS) {
            Instant end = change(at).filter(until::isAfter).orElse(until);
            Optional<Duty> duty = at(at);
            shifts.add(
                    new Shift(at, end, duty.map(Duty::person), duty.map(Duty::layer).orElse(-1)));
            at = end;
        }
        return Shifts.joined(shifts);
    }
}

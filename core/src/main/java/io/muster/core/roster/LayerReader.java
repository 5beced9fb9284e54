package io.muster.core.roster;

import io.muster.core.oncall.Handover;
import io.muster.core.oncall.Windows;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one layer of a rotation. */
final class LayerReader {
    private static final String[] KEYS = {
        "name", "people", "every", "starts", "only", "zone", "calendar"
    };
    private static final int SAMPLE = 5;

    private final Map<Handle, Team.Member> people;
    private final ShiftFeed feeds;

    LayerReader(Map<Handle, Team.Member> people, ShiftFeed feeds) {
        this.people = people;
        this.feeds = feeds;
    }

    Optional<Layer> read(Passage passage, Optional<ZoneId> zone, int number) {
        Form form = passage.form(KEYS);
        return passage.isForm()
                ? read(
                        passage,
                        form,
                        form.find("zone").map(Passage::zone).or(() -> zone),
                        "layer " + number)
                : Optional.empty();
    }

    /** A layer whose keys stand in this form, perhaps among others. */
    Optional<Layer> read(Passage passage, Form form, Optional<ZoneId> zone, String title) {
        String name = form.find("name").map(Passage::text).orElse(title);
        Optional<Passage> calendar = form.find("calendar");
        if (calendar.isPresent()) {
            return Optional.of(
                    new Layer.Calendar(name, shifts(calendar.get(), zone.orElse(ZoneOffset.UTC))));
        }
        if (zone.isEmpty()) {
            passage.problem(
                    "has no `zone`, so nobody knows when 09:00 is.",
                    "Add `zone: Europe/Berlin` here or to the rotation.");
        }
        ZoneId where = zone.orElse(ZoneOffset.UTC);
        List<Handle> order = turns(form.need("people"));
        Handover handover = HandoverReader.read(form.need("every"), form.need("starts"), where);
        Windows only =
                form.find("only")
                        .map(p -> WindowsReader.read(p, where))
                        .orElse(Windows.always(where));
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(new Layer.Turns(name, order, handover, only));
    }

    /** In a rotation somebody may have two turns in a round, so the same name may stand twice. */
    private List<Handle> turns(Passage passage) {
        List<Handle> order = new ArrayList<>();
        for (Passage entry : passage.isText() ? List.of(passage) : passage.list()) {
            Handle handle = new Handle(entry.text());
            if (people.containsKey(handle)) {
                order.add(handle);
            } else {
                TeamReader.unknown(entry, handle, people);
            }
        }
        return order;
    }

    private List<Shift> shifts(Passage calendar, ZoneId zone) {
        String file = calendar.text();
        if (file.isEmpty()) {
            return List.of();
        }
        return switch (feeds.read(file, zone)) {
            case ShiftFeed.Unreadable(String why, String remedy) -> {
                // A warning: a calendar that is broken must not keep Muster from starting.
                calendar.warning(why, remedy);
                yield List.of();
            }
            case ShiftFeed.Entries(List<ShiftFeed.Entry> entries) -> known(calendar, entries);
        };
    }

    private List<Shift> known(Passage calendar, List<ShiftFeed.Entry> entries) {
        List<Shift> shifts = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        for (ShiftFeed.Entry entry : entries) {
            Optional<Handle> who = who(entry);
            if (who.isPresent()) {
                shifts.add(new Shift(entry.from(), entry.until(), who, 0));
            } else {
                unknown.add(
                        entry.addresses().isEmpty()
                                ? entry.summary().orElse("an entry without words")
                                : entry.addresses().getFirst());
            }
        }
        if (!unknown.isEmpty()) {
            String sample =
                    String.join(
                            ", ",
                            unknown.stream()
                                    .limit(SAMPLE)
                                    .map(w -> "`" + w.replace('`', '\'') + "`")
                                    .toList());
            calendar.warning(
                    "has entries that belong to nobody among `people`: "
                            + sample
                            + (unknown.size() > SAMPLE
                                    ? " and " + (unknown.size() - SAMPLE) + " more."
                                    : "."),
                    "Give those people the address or the name that stands in the calendar.");
        }
        return Shifts.flat(shifts);
    }

    /** By an address, then by the name or the handle as the whole title. */
    private Optional<Handle> who(ShiftFeed.Entry entry) {
        Optional<Handle> byAddress =
                people.entrySet().stream()
                        .filter(p ->
                                p.getValue()
                                        .email()
                                        .filter(entry.addresses()::contains)
                                        .isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst();
        String title = entry.summary().map(LayerReader::plain).orElse("");
        return byAddress.or(() ->
                people.entrySet().stream()
                        .filter(p ->
                                plain(p.getValue().name()).equals(title)
                                        || p.getKey().value().equals(title))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

package io.muster.core.roster;

import io.muster.core.policy.RoleName;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** Reads the rotations of a team file, and which role names which of them. Used once. */
final class RotationReader {
    private static final int MOST_LAYERS = 20;
    private static final Pattern GROUP =
            Pattern.compile("S[A-Z0-9]{2,20}|@?[\\p{Ll}\\p{Lo}\\d._-]{1,60}");

    private final SequencedMap<Handle, Team.Member> people;
    private final LayerReader layers;
    private final SequencedMap<RotationName, Rotation> rotations = new LinkedHashMap<>();
    private final Map<RoleName, Rotations.Assignment> roles = new LinkedHashMap<>();

    RotationReader(SequencedMap<Handle, Team.Member> people, ShiftFeed feeds) {
        this.people = people;
        this.layers = new LayerReader(people, feeds);
    }

    void read(Passage section) {
        section.named(Naming.WORDS, "primary")
                .forEach((key, part) -> rotation(new RotationName(key), part));
    }

    /** Everyone who may have to do with this role: those of the rotation, then those who follow. */
    List<Handle> role(RoleName role, Passage passage) {
        Form form = passage.form("rotation", "then");
        Passage named = form.need("rotation");
        RotationName name = new RotationName(named.text());
        List<Handle> then =
                form.find("then").map(p -> TeamReader.holders(p, people)).orElse(List.of());
        Rotation rotation = rotations.get(name);
        if (rotation == null) {
            unknown(named, name);
            return then;
        }
        roles.put(role, new Rotations.Assignment(name, then));
        SequencedSet<Handle> all = new LinkedHashSet<>(rotation.people());
        all.addAll(then);
        return List.copyOf(all);
    }

    Rotations rotations() {
        return new Rotations(rotations, roles);
    }

    private void unknown(Passage named, RotationName name) {
        List<String> known = rotations.keySet().stream().map(RotationName::value).toList();
        if (!name.value().isEmpty()) {
            named.warning(
                    "names "
                            + named.quoted()
                            + ", which is not among `rotations`, and is left out.",
                    known.isEmpty()
                            ? "Add it under `rotations:`."
                            : Nearest.remedy(name.value(), known, "There are"));
        }
    }

    /** Layers in a list; a rotation of one layer may be written without one. */
    private void rotation(RotationName name, Passage passage) {
        Form form =
                passage.form(
                        "layers",
                        "zone",
                        "feed-token-from",
                        "user-group",
                        "name",
                        "people",
                        "every",
                        "starts",
                        "only",
                        "calendar");
        Optional<ZoneId> zone = form.find("zone").map(Passage::zone);
        List<Layer> found = new ArrayList<>();
        Optional<Passage> list = form.find("layers");
        if (list.isPresent()) {
            onlyInLayers(form);
            List<Passage> entries = list.get().list();
            if (entries.size() > MOST_LAYERS) {
                list.get()
                        .problem(
                                "has more than " + MOST_LAYERS + " layers.",
                                "Keep those that people can follow.");
            }
            for (Passage entry : entries) {
                layers.read(entry, zone, found.size() + 1).ifPresent(found::add);
            }
        } else if (passage.isForm()) {
            layers.read(passage, form, zone, name.value()).ifPresent(found::add);
        }
        rotations.put(
                name,
                new Rotation(
                        name,
                        found,
                        zone.orElse(ZoneOffset.UTC),
                        form.find("feed-token-from")
                                .flatMap(p -> p.variable("MUSTER_ONCALL_TOKEN")),
                        form.find("user-group").flatMap(RotationReader::group)));
    }

    private static void onlyInLayers(Form form) {
        for (String key : List.of("people", "every", "starts", "only", "calendar")) {
            form.find(key)
                    .ifPresent(p ->
                            p.problem(
                                    "stands beside `layers`, where nothing can take turns.",
                                    "Move it into one of the layers."));
        }
    }

    private static Optional<String> group(Passage passage) {
        String word = passage.text();
        if (!word.isEmpty() && !GROUP.matcher(word).matches()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no user group.",
                    "Write its handle like `oncall`, or its id like `S0614TZR7`.");
            return Optional.empty();
        }
        return Optional.of(word.replaceFirst("^@", "")).filter(w -> !w.isEmpty());
    }
}

package io.muster.core.written;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of which Muster knows the keys. */
public final class Form {
    private final Passage passage;
    private final Map<String, Passage> parts;
    private final Map<String, Passage> misspelt = new HashMap<>();
    private final Set<String> missed = new HashSet<>();
    private final boolean present;

    Form(Passage passage, Map<String, Passage> parts, boolean present) {
        this.passage = passage;
        this.parts = parts;
        this.present = present;
    }

    /** What stands beside this key; that it is missing is reported, and then nothing stands in. */
    public Passage need(String key) {
        Optional<Passage> part = find(key);
        if (part.isPresent()) {
            return part.get();
        }
        if (present && missed.add(key)) {
            String where = passage.path().isEmpty() ? "The file" : "`" + passage.path() + "`";
            passage.problems()
                    .add(
                            Problem.fault(
                                    passage.missing(key).path(),
                                    passage.line(),
                                    where + " has no `" + key + "`.",
                                    "Add `" + key + ":`."));
        }
        return passage.missing(key);
    }

    /** What stands beside this key, which may be left out. */
    public Optional<Passage> find(String key) {
        Passage part = parts.get(key);
        return Optional.ofNullable(part == null ? misspelt.get(key) : part);
    }

    /**
     * Takes a key that was misspelt for the one that was meant, so that it is not missed as well.
     */
    void meant(String key, Passage part) {
        misspelt.putIfAbsent(key, part);
    }

    /** The words beside this key, which must be there. */
    public String text(String key) {
        return need(key).text();
    }
}

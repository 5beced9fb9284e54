package io.muster.core.written;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of which Muster knows the keys. */
public final class Form {
    private final Passage passage;
    private final Map<String, Passage> parts;
    private final Set<String> missed = new HashSet<>();
    private final boolean present;

    Form(Passage passage, Map<String, Passage> parts, boolean present) {
        this.passage = passage;
        this.parts = parts;
        this.present = present;
    }

    /** What stands beside this key; that it is missing is reported, and then nothing stands in. */
    public Passage need(String key) {
        Passage part = parts.get(key);
        if (part != null) {
            return part;
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
        return Optional.ofNullable(parts.get(key));
    }

    /** The words beside this key, which must be there. */
    public String text(String key) {
        return need(key).text();
    }
}

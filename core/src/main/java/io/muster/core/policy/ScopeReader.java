package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.Set;

/** Which incidents something is for. */
final class ScopeReader {
    private ScopeReader() {}

    static Scope read(Passage passage, Names names) {
        Form form = passage.form("severities", "kinds");
        if (passage.isForm() && form.find("severities").or(() -> form.find("kinds")).isEmpty()) {
            passage.problem(
                    "names neither `severities` nor `kinds`.",
                    "Take it out, if it is meant for every incident.");
        }
        return new Scope(
                form.find("severities")
                        .map(p -> Set.copyOf(p.each(names::severity)))
                        .orElse(Set.of()),
                form.find("kinds").map(p -> Set.copyOf(p.each(names::kind))).orElse(Set.of()));
    }
}

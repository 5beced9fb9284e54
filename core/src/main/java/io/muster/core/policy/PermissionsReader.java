package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who may do what. */
final class PermissionsReader {
    private PermissionsReader() {}

    static Permissions read(Passage passage, Names names) {
        Form form = passage.form(Arrays.stream(Act.values()).map(Act::word).toArray(String[]::new));
        Map<Act, List<RoleName>> roles = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            form.find(act.word())
                    .ifPresent(part -> roles.put(act, List.copyOf(part.each(names::role))));
        }
        if (passage.isForm() && !roles.containsKey(Act.OVERRIDE)) {
            passage.warning(
                    "leaves `override` open to everyone who sees the incident.",
                    "Add `override: [commander]`, so that somebody answers for going past a gate.");
        }
        return new Permissions(roles);
    }
}

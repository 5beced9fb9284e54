package io.muster.db.status;

import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.ComponentState;

import java.util.List;
import java.util.stream.Collectors;

/** Components in a column of text: one a line, the state before the name. */
final class Names {
    private Names() {}

    static String ofAffected(List<Affected> affected) {
        return affected.stream()
                .map(a -> a.state().word() + " " + a.component().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    static List<Affected> affected(String column) {
        return column.lines().map(Names::one).toList();
    }

    private static Affected one(String line) {
        int space = line.indexOf(' ');
        return new Affected(
                line.substring(space + 1),
                ComponentState.read(line.substring(0, space)).orElseThrow());
    }
}

package io.muster.app.oncall;

import io.muster.core.written.Written;

import java.util.List;

/** What other tools export, as sections of a team file. */
public final class Imports {
    private Imports() {}

    /** Schedules of Opsgenie. */
    public static TeamText opsgenie(List<Written> files) {
        return OpsgenieImport.read(files.stream().map(Export::new).toList());
    }

    /** Schedules, shifts and users of Grafana OnCall. */
    public static TeamText grafana(List<Written> files) {
        return GrafanaImport.read(files.stream().map(Export::new).toList());
    }

    /** The tools that can be read. */
    public static List<String> tools() {
        return List.of("opsgenie", "grafana");
    }
}

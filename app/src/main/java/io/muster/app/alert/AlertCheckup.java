package io.muster.app.alert;

import io.muster.app.checkup.Finding;
import io.muster.core.alert.AlertSettings;
import io.muster.core.alert.AlertSource;
import io.muster.core.alert.Watch;

import java.net.http.HttpClient;
import java.util.List;

/** What {@code doctor} says about where alerts come from. */
public final class AlertCheckup {
    private static final String ALERTS = "alerts";
    private static final String WATCH = "health check";

    private AlertCheckup() {}

    /** A line for each source. */
    public static List<Finding> sources(AlertSettings settings, AlertSecrets secrets) {
        return settings.sources().values().stream().map(s -> source(s, secrets)).toList();
    }

    private static Finding source(AlertSource source, AlertSecrets secrets) {
        String where = "/alerts/" + source.name();
        boolean meant = source.secret().isPresent();
        return secrets.of(source).isPresent()
                ? Finding.ok(ALERTS, where + " takes alerts of " + source.title() + how(source))
                : Finding.of(
                        !meant,
                        ALERTS,
                        where + " is closed; to open it, " + AlertSecrets.remedy(source));
    }

    private static String how(AlertSource source) {
        return source.signature().map(header -> ", signed in " + header).orElse("");
    }

    /** Asks once what Muster watches; that makes no alert. */
    public static List<Finding> watch(Watch watch) throws InterruptedException {
        try (HttpClient http = HealthWatch.client()) {
            String wrong = HealthWatch.answer(http, watch);
            return List.of(
                    wrong.isEmpty()
                            ? Finding.ok(WATCH, watch.name() + " answers as it should")
                            : Finding.warn(
                                    WATCH,
                                    watch.name()
                                            + ": "
                                            + wrong
                                            + " If it stays so, that is an incident; if it is"
                                            + " meant to be so, correct `watch` in the team file"));
        }
    }
}

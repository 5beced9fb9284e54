package io.muster.app.alert;

import io.muster.core.alert.AlertSettings;
import io.muster.core.alert.AlertSource;
import io.muster.core.alert.Watch;

import java.util.ArrayList;
import java.util.List;

/** What {@code doctor} says about where alerts come from. */
public final class AlertCheckup {
    private AlertCheckup() {}

    /** One line; it is well, or the words say what to do. */
    public record Line(boolean ok, String words) {}

    /** A line for each source, and one for what Muster watches. */
    public static List<Line> examine(AlertSettings settings, AlertSecrets secrets) {
        List<Line> lines = new ArrayList<>();
        for (AlertSource source : settings.sources().values()) {
            boolean open = secrets.of(source).isPresent();
            boolean meant = source.secret().isPresent();
            String where = "/alerts/" + source.name();
            if (open) {
                lines.add(
                        new Line(true, where + " takes alerts of " + source.title() + how(source)));
            } else {
                lines.add(
                        new Line(
                                !meant,
                                where + " is closed; to open it, " + AlertSecrets.remedy(source)));
            }
        }
        if (!settings.watches().isEmpty()) {
            String names = String.join(", ", settings.watches().stream().map(Watch::name).toList());
            lines.add(new Line(true, "Muster watches " + names));
        }
        return lines;
    }

    private static String how(AlertSource source) {
        return source.signature().map(header -> ", signed in " + header).orElse("");
    }
}

package io.muster.app.slack.incident;

import io.muster.app.slack.block.IncidentView;
import io.muster.core.incident.Incident;

import java.util.Locale;

/**
 * The topic of an incident's channel: one line for whoever glances. Slack posts a line for each
 * change and shows no mentions there, so it holds only what changes seldom.
 */
public final class Topic {
    private Topic() {}

    /** The topic as it should read now. */
    public static String of(IncidentView view) {
        Incident incident = view.incident();
        return view.drill() + incident.severity() + " · " + word(incident) + " · " + incident.id();
    }

    private static String word(Incident incident) {
        String name = incident.status().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

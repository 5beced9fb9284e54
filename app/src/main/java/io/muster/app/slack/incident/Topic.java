package io.muster.app.slack.incident;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.incident.Incident;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The topic of an incident's channel: one line for whoever glances. */
public final class Topic {
    private static final int LONGEST = 250;

    private Topic() {}

    /** The topic as it should read now. */
    public static String of(IncidentView view) {
        Incident incident = view.incident();
        List<String> parts = new ArrayList<>();
        parts.add(view.drill() + incident.severity());
        parts.add(word(incident));
        if (!view.runningPhases().isEmpty() && incident.status().isActive()) {
            parts.add(String.join(", ", view.runningPhases()));
        }
        incident.commander().ifPresent(c -> parts.add("IC " + Mrkdwn.mention(c)));
        incident.obligations()
                .open(ClockRule.STATUS_UPDATE)
                .map(Obligation::due)
                .ifPresent(due -> parts.add("next update " + Mrkdwn.utc(due)));
        parts.add(incident.id().toString());
        return Foreign.atMost(String.join(" · ", parts), LONGEST);
    }

    private static String word(Incident incident) {
        String name = incident.status().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

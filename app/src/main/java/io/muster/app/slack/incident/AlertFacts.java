package io.muster.app.slack.incident;

import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.alert.Alarm;
import io.muster.core.incident.Incident;

import java.net.URI;
import java.util.Optional;

/** By which alert it came to light, as the card shows it, with the way there. */
final class AlertFacts {
    private static final int LONGEST = 1_000;

    private AlertFacts() {}

    static Optional<String> of(Incident incident) {
        return incident.dossier().alarms().first().map(AlertFacts::fact);
    }

    private static String fact(Alarm alarm) {
        StringBuilder fact = new StringBuilder("*Alert*\n").append(source(alarm));
        if (!alarm.service().isBlank()) {
            fact.append(", service ").append(Mrkdwn.escape(alarm.service()));
        }
        if (alarm.members().size() > 1) {
            fact.append(", ").append(alarm.members().size()).append(" alerts");
        }
        if (alarm.times() > 1) {
            fact.append(", reported ").append(alarm.times()).append(" times");
        }
        return fact.append(alarm.firing() ? ", firing as of " : ", over since ")
                .append(Mrkdwn.dateTime(alarm.last()))
                .toString();
    }

    private static String source(Alarm alarm) {
        String name = Mrkdwn.escape(alarm.from());
        return link(alarm.link().text())
                .map(link -> "<" + link + "|Open in " + name + ">")
                .orElse(name);
    }

    /** An address in a form that cannot end the markup around it; empty for anything else. */
    private static Optional<String> link(String foreign) {
        try {
            URI uri = URI.create(foreign.strip().replace("|", "%7C"));
            boolean web =
                    uri.getHost() != null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            return Optional.of(uri.toASCIIString())
                    .filter(address -> web && address.length() <= LONGEST)
                    .map(Mrkdwn::escape);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

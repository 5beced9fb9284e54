package io.muster.app.slack.incident;

import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.incident.Incident;

import java.util.Optional;

/** At which vendor it began, as the card shows it. */
final class VendorFacts {
    private VendorFacts() {}

    static Optional<String> of(Incident incident) {
        return incident.dossier()
                .vendor()
                .map(v ->
                        "*Vendor*\n"
                                + Mrkdwn.escape(v.name())
                                + v.told()
                                        .map(t -> ", told us " + Mrkdwn.dateTime(t))
                                        .orElse("; when did they tell us? `/incident vendor`"));
    }
}

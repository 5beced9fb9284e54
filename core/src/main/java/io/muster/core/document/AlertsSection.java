package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.alert.Alarm;
import io.muster.core.alert.Detection;
import io.muster.core.incident.Dossier;

import java.util.List;

/** By which alerts it came to light, and what became of them. */
final class AlertsSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Dossier dossier = subject.incident().dossier();
        List<Phrase> lines = dossier.alarms().all().stream().map(AlertsSection::line).toList();
        return lines.isEmpty()
                ? Chapter.none("Alerts")
                : new Chapter("Alerts", List.of(new Passage.Bullets(lines)));
    }

    private static Phrase line(Alarm alarm) {
        Detection by = alarm.detectedBy();
        Phrase phrase =
                Phrase.EMPTY
                        .quote(alarm.title())
                        .say(" (" + by.title() + " from " + alarm.from() + ")");
        Phrase service =
                alarm.service().isBlank()
                        ? phrase
                        : phrase.say(", service ").quote(alarm.service());
        Phrase link = alarm.link().isBlank() ? service : service.say(", ").quote(alarm.link());
        return link.say("; first reported ")
                .at(alarm.first())
                .say(", last ")
                .at(alarm.last())
                .say(alarm.firing() ? ", still firing" : ", over as its source says");
    }
}

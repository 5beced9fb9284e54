package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.AlertEvent;

import java.util.List;

/** How it reads in the timeline. */
final class AlertLines {
    private AlertLines() {}

    static Phrase what(AlertEvent event) {
        return switch (event) {
            case AlertEvent.AlertRaised e -> raised(e);
            case AlertEvent.AlertsJoined e ->
                    titles(
                            Phrase.of(
                                    Spoken.count(e.members().size(), "more alert")
                                            + " from "
                                            + e.from()
                                            + ": "),
                            e.titles(),
                            e.members().size());
            case AlertEvent.AlertRepeated e ->
                    Phrase.of(
                            e.from()
                                    + " says that it "
                                    + (e.again() ? "fires again, " : "still fires, ")
                                    + e.times()
                                    + " times until now");
            case AlertEvent.AlertCleared e ->
                    Phrase.of(e.from() + " says that it is over: ").quote(e.title());
            case AlertEvent.AlertWorsened e ->
                    Phrase.of(
                                    e.from()
                                            + " is at "
                                            + e.severity()
                                            + " by the alert rules, the incident at "
                                            + e.than()
                                            + ": ")
                            .quote(e.title());
            case AlertEvent.AlertReturned e ->
                    Phrase.of(e.from() + " says that it fires again: ").quote(e.title());
        };
    }

    private static Phrase raised(AlertEvent.AlertRaised e) {
        int alerts = e.members().size() + e.more();
        Phrase phrase =
                Phrase.of(e.detectedBy().title() + " from " + e.from() + ": ").quote(e.title());
        if (!e.service().isBlank()) {
            phrase = phrase.say(", service ").quote(e.service());
        }
        if (alerts > 1) {
            phrase = phrase.say(", " + alerts + " alerts");
        }
        if (e.since().isPresent()) {
            phrase = phrase.say(", since ").at(e.since().get());
        }
        return e.earlier().isPresent()
                ? phrase.say("; the same alert made " + e.earlier().get())
                : phrase;
    }

    private static Phrase titles(Phrase begun, List<FreeText> titles, int all) {
        Phrase phrase = begun;
        for (int i = 0; i < titles.size(); i++) {
            phrase = phrase.say(i == 0 ? "" : ", ").quote(titles.get(i));
        }
        int more = all - titles.size();
        return more > 0 ? phrase.say(" and " + more + " more") : phrase;
    }
}

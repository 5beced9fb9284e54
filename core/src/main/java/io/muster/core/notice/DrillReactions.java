package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Who hears what of a drill. That it is one, whoever shows it says; see {@code Exercise}. */
final class DrillReactions {
    private DrillReactions() {}

    static List<Effect> to(DrillEvent event, Happened happened, Incident after) {
        return switch (event) {
            case DrillEvent.DrillPlanned e ->
                    e.pace() == 1 ? List.of() : say(Notice.Tone.WEIGHTY, pace(e.pace()));
            case DrillEvent.InjectPlayed e ->
                    say(Notice.Tone.BAD, Phrase.EMPTY.strong("Inject: ").quote(e.text()));
            case DrillEvent.DrillFindingRecorded ignored ->
                    say(Notice.Tone.PLAIN, Timeline.sentence(happened));
            case DrillEvent.DrillConcluded ignored ->
                    say(Notice.Tone.WEIGHTY, Timeline.sentence(happened));
        };
    }

    private static Phrase pace(int pace) {
        return Phrase.of("Time runs ")
                .strong(pace + " times as fast")
                .say(" in this drill: every deadline and every reminder comes after 1/" + pace)
                .say(" of its time.");
    }

    private static List<Effect> say(Notice.Tone tone, Phrase phrase) {
        return List.of(new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase)));
    }
}

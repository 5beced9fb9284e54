package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.timeline.Secrets;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened, oldest first; where there is no room for all, the newest. */
final class TimelineSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<Happened> story = Secrets.kept(subject.story(), subject.incident());
        int from = Math.max(0, story.size() - extent.entries());
        List<Phrase> lines = new ArrayList<>();
        if (from > 0) {
            lines.add(
                    Phrase.of(
                                    "… "
                                            + from
                                            + (from == 1 ? " earlier entry" : " earlier entries")
                                            + " in the exported file: ")
                            .code("/incident export"));
        }
        story.subList(from, story.size()).forEach(h -> lines.add(line(h)));
        return new Chapter("Timeline", List.of(new Passage.Bullets(lines)));
    }

    private static Phrase line(Happened happened) {
        return Phrase.EMPTY.at(happened.at()).say(" · ").then(Timeline.sentence(happened));
    }
}

package io.muster.core.picture;

import io.muster.core.Spoken;
import io.muster.core.picture.TimelinePicture.Kept;
import io.muster.core.policy.Milestone;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The course of an incident in words, as far as a picture shows it. Times are those of UTC. */
public final class TimelineWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int TITLE = 200;

    private final TimelinePicture picture;

    /** Of this picture. */
    public TimelineWords(TimelinePicture picture) {
        this.picture = picture;
    }

    /** {@code INC-42 · P0 · Checkout is down}. */
    public String title() {
        return picture.incident().id()
                + " · "
                + picture.incident().severity()
                + (picture.incident().header().drill() ? " · Drill" : "")
                + " · "
                + Cut.atMost(picture.incident().header().title().text(), TITLE);
    }

    /** When it began and how it stands. */
    public String course() {
        List<String> milestones = milestones();
        return "Declared "
                + DAY.format(picture.from())
                + (milestones.isEmpty()
                        ? ", "
                                + Spoken.length(Duration.between(picture.from(), picture.now()))
                                + " ago"
                        : ", " + String.join(", ", milestones))
                + ".";
    }

    /** {@code Clocks: 5 met in time, 1 late, 2 running.} */
    public String clocks() {
        return picture.promises().isEmpty()
                ? "No clock ran."
                : "Clocks: "
                        + count(Kept.IN_TIME)
                        + " met in time, "
                        + count(Kept.LATE)
                        + " late or missed, "
                        + count(Kept.RUNNING)
                        + " running.";
    }

    /** What the picture shows, for whoever cannot see it. */
    public String alt() {
        List<String> sentences = new ArrayList<>(List.of(course(), clocks()));
        picture.phases().forEach(phase -> sentences.add(phase(phase)));
        sentences.add(
                Spoken.count(picture.updates().size(), "status update")
                        + "; "
                        + picture.entries().size()
                        + (picture.entries().size() == 1 ? " entry" : " entries")
                        + " in the timeline.");
        return Cut.sentences("Timeline of " + title() + ".", sentences);
    }

    /** How long after the declaration this was. */
    public String after(Instant at) {
        return "+" + Spoken.length(Duration.between(picture.from(), at));
    }

    private long count(Kept kept) {
        return picture.promises().stream().filter(p -> p.kept() == kept).count();
    }

    private List<String> milestones() {
        List<String> said = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            if (milestone != Milestone.DECLARED) {
                picture.incident()
                        .milestones()
                        .at(milestone)
                        .map(at -> milestone.word() + " after " + after(at).substring(1))
                        .ifPresent(said::add);
            }
        }
        return said;
    }

    private String phase(TimelinePicture.Phase phase) {
        return phase.title()
                + ": began after "
                + after(phase.start()).substring(1)
                + phase.end()
                        .map(end -> ", took " + Spoken.length(Duration.between(phase.start(), end)))
                        .orElse(", still running")
                + ".";
    }
}

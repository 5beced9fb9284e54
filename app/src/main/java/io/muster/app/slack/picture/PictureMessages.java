package io.muster.app.slack.picture;

import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.picture.MonthsPicture;
import io.muster.core.picture.MonthsWords;
import io.muster.core.picture.TimelineWords;

import java.util.stream.Collectors;

/**
 * The words that a picture comes with. They say all its figures: whoever reads by ear, or sees no
 * pictures, misses nothing.
 */
public final class PictureMessages {
    private PictureMessages() {}

    /** With the course of an incident. */
    public static String course(TimelineWords words) {
        return "🖼 *"
                + Mrkdwn.escape(words.title())
                + "*\n"
                + words.course()
                + " "
                + words.clocks()
                + "\nEvery entry is in `/incident timeline`.";
    }

    /** With the figures of some months. */
    public static String charts(MonthsPicture picture) {
        MonthsWords words = new MonthsWords(picture);
        if (picture.isEmpty()) {
            return "*"
                    + picture.newest().name()
                    + ": nothing to chart.* From "
                    + picture.span()
                    + " there was no incident that counts. Quiet months are good months. Drills,"
                    + " dismissed reports and private incidents are never in these figures.";
        }
        return "*How the response went in "
                + picture.newest().name()
                + "*\n• "
                + words.asked()
                + "\n*The months before*\n"
                + words.before().stream().map(line -> "• " + line).collect(Collectors.joining("\n"))
                + "\n_"
                + MonthsWords.COUNTED
                + "_";
    }
}

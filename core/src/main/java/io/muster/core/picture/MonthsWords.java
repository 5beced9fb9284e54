package io.muster.core.picture;

import io.muster.core.Spoken;
import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;

import java.util.List;
import java.util.stream.Collectors;

/** The figures of some months in words: nothing is in the picture that is not here. */
public final class MonthsWords {
    /** What is counted, so that nobody reads more into a figure than is in it. */
    public static final String COUNTED =
            "Counted from the declaration. Drills, dismissed reports and private incidents are left"
                    + " out. 90th percentile: nine of ten took no longer.";

    private final MonthsPicture picture;

    /** Of this picture. */
    public MonthsWords(MonthsPicture picture) {
        this.picture = picture;
    }

    /** What the picture shows, the newest month first, for whoever cannot see it. */
    public String alt() {
        String head =
                "Charts of the incident response, "
                        + picture.span()
                        + ": times to acknowledge, contain and resolve, and clocks met. ";
        return Cut.sentences(head, newestFirst());
    }

    /** The month that was asked for. */
    public String asked() {
        return of(picture.newest());
    }

    /** The months before it, newest first, a line for each. */
    public List<String> before() {
        return newestFirst().subList(1, picture.months().size());
    }

    private List<String> newestFirst() {
        return picture.months().reversed().stream().map(MonthsWords::of).toList();
    }

    /** All figures of one month. */
    public static String of(MonthsPicture.Month month) {
        return month.isEmpty()
                ? month.name() + ": no incident to measure."
                : month.name() + ": " + figures(month.row()) + ".";
    }

    /** {@code 3 incidents; acknowledged: median 4 min …; clocks met: 92 % (23 of 25)}. */
    public static String figures(Metrics.Row row) {
        return Spoken.count(row.incidents(), "incident")
                + "; "
                + times(row).stream().collect(Collectors.joining("; "))
                + "; clocks met: "
                + clocks(row);
    }

    /** Acknowledged, contained, resolved. */
    public static List<String> times(Metrics.Row row) {
        return List.of(
                "acknowledged: " + figure(row.acknowledge()),
                "contained: " + figure(row.contain()),
                "resolved: " + figure(row.resolve()));
    }

    /** {@code 92 % (23 of 25)}. */
    public static String clocks(Metrics.Row row) {
        return row.share()
                .map(share -> share + " % (" + row.kept() + " of " + row.promises() + ")")
                .orElse("none was due");
    }

    private static String figure(Figure figure) {
        return figure.median()
                .map(median ->
                        "median "
                                + Spoken.length(median)
                                + ", 90th percentile "
                                + Spoken.length(figure.p90().orElse(median))
                                + ", n = "
                                + figure.n())
                .orElse("none yet");
    }
}

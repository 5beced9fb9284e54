package io.muster.app.picture;

import io.muster.app.picture.Sheet.Side;
import io.muster.core.PersonId;
import io.muster.core.picture.KeyMoment;
import io.muster.core.picture.TimelinePicture;
import io.muster.core.picture.TimelineWords;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws the course of an incident: above, what ran when; below, the turning points in words. */
public final class TimelineDrawing {
    private static final int GUTTER = 146;
    private static final int LATER = 22;
    private static final double APART = 19;
    private static final int ROW = 21;
    private static final int PHASES = 10;
    private static final int HEAD = 90;
    private static final int FLAGS = 40;
    private static final double RADIUS = 8.5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Lettering lettering;
    private final TimelinePicture picture;
    private final TimelineWords words;
    private final Function<PersonId, String> names;
    private final TimeAxis axis;
    private final double right = Sheet.WIDTH - Sheet.MARGIN;

    /** Of this incident. */
    public TimelineDrawing(
            Lettering lettering, TimelinePicture picture, Function<PersonId, String> names) {
        this.lettering = lettering;
        this.picture = picture;
        this.words = new TimelineWords(picture);
        this.names = names;
        long later = picture.moments().stream().filter(m -> picture.isAfter(m.at())).count();
        boolean beyond = picture.entries().stream().anyMatch(picture::isAfter);
        this.axis =
                new TimeAxis(
                        picture.from(),
                        picture.until(),
                        Sheet.MARGIN + GUTTER,
                        beyond ? right - LATER - Math.max(1, later) * APART : right - RADIUS);
    }

    /** The picture as PNG. */
    public byte[] png() {
        int bands = HEAD + FLAGS + ROW * (phases().size() + marks()) + 30;
        int height = bands + 66 + 34 + 20 * picture.moments().size() + 34;
        Sheet sheet = new Sheet(lettering, height);
        head(sheet);
        grid(sheet, HEAD + FLAGS, bands);
        flags(sheet, HEAD + FLAGS);
        double y = rows(sheet, HEAD + FLAGS + 6);
        entries(sheet, y, bands);
        legend(sheet, bands + 50);
        moments(sheet, bands + 90);
        return sheet.png();
    }

    private List<TimelinePicture.Phase> phases() {
        return picture.phases().subList(0, Math.min(PHASES, picture.phases().size()));
    }

    /** Rows of marks: those for which there is any. */
    private int marks() {
        return (clocks().isEmpty() ? 0 : 1) + (picture.updates().isEmpty() ? 0 : 1);
    }

    /** What was settled while the axis lasts; the rest is counted in words. */
    private List<TimelinePicture.Promise> clocks() {
        return picture.promises().stream()
                .filter(p -> p.kept() != TimelinePicture.Kept.RUNNING && !picture.isAfter(p.at()))
                .toList();
    }

    private void head(Sheet sheet) {
        double wide = right - Sheet.MARGIN;
        sheet.words(words.title(), Sheet.MARGIN, 34, Style.TITLE, Side.LEFT, wide);
        sheet.words(words.course(), Sheet.MARGIN, 56, Style.SMALL, Side.LEFT, wide);
        sheet.words(words.clocks(), Sheet.MARGIN, 73, Style.SMALL, Side.LEFT, wide);
    }

    private void grid(Sheet sheet, double top, double bottom) {
        for (TimeAxis.Tick tick : axis.ticks()) {
            sheet.line(tick.x(), top, tick.x(), bottom, Ink.LINE, 1);
            sheet.words(tick.time(), tick.x(), bottom + 15, Style.SMALL, Side.CENTRE);
            tick.day()
                    .ifPresent(day ->
                            sheet.words(day, tick.x(), bottom + 29, Style.SMALL, Side.CENTRE));
        }
        sheet.line(axis.left(), bottom, axis.right(), bottom, Ink.GREY, 1);
        sheet.line(axis.left(), top, axis.right(), top, Ink.GREY, 1);
        if (axis.right() < right - RADIUS) {
            sheet.dashed(axis.right() + 6, top - 30, axis.right() + 6, bottom, Ink.GREY);
            double middle = (axis.right() + 6 + right) / 2;
            sheet.words("later", middle, bottom + 15, Style.SMALL, Side.CENTRE);
        }
    }

    /** Each turning point where it happened; the number leads to its words below. */
    private void flags(Sheet sheet, double axisY) {
        List<Double> during =
                picture.moments().stream()
                        .filter(moment -> !picture.isAfter(moment.at()))
                        .map(moment -> axis.x(moment.at()))
                        .toList();
        double y = axisY - 24;
        List<Double> places = Flags.apart(during, APART, axis.left(), axis.right());
        for (int i = 0; i < places.size(); i++) {
            sheet.line(during.get(i), axisY, places.get(i), y + RADIUS, Ink.BLUE, 1);
            flag(sheet, i + 1, places.get(i), y);
        }
        for (int i = places.size(); i < picture.moments().size(); i++) {
            double x = axis.right() + 12 + RADIUS + (i - places.size()) * APART;
            flag(sheet, i + 1, x, y);
        }
    }

    private static void flag(Sheet sheet, int number, double x, double y) {
        sheet.dot(x, y, RADIUS, Ink.BLUE);
        Style style = new Style(10, true, Ink.PAPER);
        sheet.words(String.valueOf(number), x, y + 3.6, style, Side.CENTRE);
    }

    private double rows(Sheet sheet, double top) {
        double y = top;
        for (TimelinePicture.Phase phase : phases()) {
            name(sheet, phase.title(), y);
            double x = axis.x(phase.start());
            double end = axis.x(phase.end().orElse(picture.now()));
            sheet.bar(x, y + 4, Math.max(3, end - x), ROW - 8, Ink.SKY);
            y += ROW;
        }
        if (!clocks().isEmpty()) {
            name(sheet, "Clocks", y);
            for (TimelinePicture.Promise promise : clocks()) {
                mark(sheet, promise.kept(), axis.x(promise.at()), y + ROW / 2.0);
            }
            y += ROW;
        }
        if (!picture.updates().isEmpty()) {
            name(sheet, "Status updates", y);
            for (Instant update : picture.updates()) {
                if (!picture.isAfter(update)) {
                    sheet.diamond(axis.x(update), y + ROW / 2.0, 5, Ink.BLUE);
                }
            }
            y += ROW;
        }
        return y;
    }

    private static void mark(Sheet sheet, TimelinePicture.Kept kept, double x, double y) {
        if (kept == TimelinePicture.Kept.LATE) {
            sheet.cross(x, y, 4.5, Ink.VERMILION);
        } else {
            sheet.dot(x, y, 4.5, Ink.BLUE);
        }
    }

    /** How much was recorded when: the higher, the more. */
    private void entries(Sheet sheet, double top, double bottom) {
        int all = picture.entries().size();
        name(sheet, all == 1 ? "1 entry" : "All " + all + " entries", top);
        double width = 4;
        int[] bins = new int[(int) Math.ceil((axis.right() - axis.left()) / width) + 1];
        for (Instant entry : picture.entries()) {
            if (!picture.isAfter(entry)) {
                bins[(int) ((axis.x(entry) - axis.left()) / width)]++;
            }
        }
        int most = 1;
        for (int bin : bins) {
            most = Math.max(most, bin);
        }
        for (int i = 0; i < bins.length; i++) {
            double high = bins[i] == 0 ? 0 : 3 + (bottom - top - 6) * bins[i] / most;
            double x = axis.left() + i * width;
            sheet.bar(x, bottom - high, Math.min(width - 1, axis.right() - x + 1), high, Ink.GREY);
        }
    }

    private static void name(Sheet sheet, String name, double y) {
        sheet.words(name, Sheet.MARGIN, y + 15, Style.BODY, Side.LEFT, GUTTER - 10);
    }

    private void legend(Sheet sheet, double y) {
        double x = axis.left();
        if (!clocks().isEmpty()) {
            sheet.dot(x + 5, y - 4, 4.5, Ink.BLUE);
            x = after(sheet, "clock met in time", x + 15, y);
            sheet.cross(x + 5, y - 4, 4.5, Ink.VERMILION);
            x = after(sheet, "late or missed", x + 15, y);
        }
        if (!picture.updates().isEmpty()) {
            sheet.diamond(x + 5, y - 4, 5, Ink.BLUE);
            after(sheet, "status update", x + 15, y);
        }
    }

    private static double after(Sheet sheet, String what, double x, double y) {
        sheet.words(what, x, y, Style.SMALL, Side.LEFT);
        return x + sheet.width(what, Style.SMALL) + 20;
    }

    private void moments(Sheet sheet, double top) {
        sheet.words("Turning points", Sheet.MARGIN, top, Style.HEAD, Side.LEFT);
        sheet.words("times are UTC", right, top, Style.SMALL, Side.RIGHT);
        double y = top + 24;
        for (int i = 0; i < picture.moments().size(); i++) {
            KeyMoment moment = picture.moments().get(i);
            flag(sheet, i + 1, Sheet.MARGIN + RADIUS, y - 4);
            sheet.words(TIME.format(moment.at()), 52, y, Style.BODY, Side.LEFT);
            if (moment.at().isAfter(picture.from())) {
                sheet.words(words.after(moment.at()), 226, y, Style.SMALL, Side.RIGHT);
            }
            String what = moment.what().plain(names);
            sheet.words(what, 240, y, Style.BODY, Side.LEFT, right - 240);
            y += 20;
        }
        String more =
                picture.others() == 0
                        ? ""
                        : "… and " + picture.others() + " more, all of them in /incident timeline";
        sheet.words(more, 240, y + 2, Style.SMALL, Side.LEFT);
    }
}

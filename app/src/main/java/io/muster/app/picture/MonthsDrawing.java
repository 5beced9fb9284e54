package io.muster.app.picture;

import io.muster.app.picture.Sheet.Side;
import io.muster.core.Spoken;
import io.muster.core.picture.MonthsPicture;
import io.muster.core.picture.MonthsPicture.Month;
import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws the figures of some months: a panel for each length of time and one for the clocks. Below
 * each column stand its figures, so that nobody has to guess them from a scale.
 */
public final class MonthsDrawing {
    private static final int GUTTER = 116;
    private static final int HEAD = 96;
    private static final int PLOT = 70;
    private static final int LINE = 16;
    private static final int TIMES = 24 + PLOT + 4 * LINE + 22;
    private static final int CLOCKS = 24 + PLOT + 3 * LINE + 22;
    private static final double BAR = 22;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final Lettering lettering;
    private final MonthsPicture picture;
    private final double left = Sheet.MARGIN + GUTTER;
    private final double right = Sheet.WIDTH - Sheet.MARGIN;

    /** Of these months. */
    public MonthsDrawing(Lettering lettering, MonthsPicture picture) {
        this.lettering = lettering;
        this.picture = picture;
    }

    /** The picture as PNG. */
    public byte[] png() {
        int height = HEAD + 3 * TIMES + CLOCKS + 6;
        Sheet sheet = new Sheet(lettering, height);
        head(sheet, height);
        times(sheet, HEAD, "Time to acknowledge", Metrics.Row::acknowledge);
        times(sheet, HEAD + TIMES, "Time to contain", Metrics.Row::contain);
        times(sheet, HEAD + 2 * TIMES, "Time to resolve", Metrics.Row::resolve);
        clocks(sheet, HEAD + 3 * TIMES);
        return sheet.png();
    }

    private void head(Sheet sheet, int height) {
        double width = column();
        double asked = right - width;
        sheet.bar(asked, HEAD - 4, width, height - HEAD - 14, Ink.PALE);
        sheet.words(
                "How the response went, " + picture.span(),
                Sheet.MARGIN,
                34,
                Style.TITLE,
                Side.LEFT,
                right - Sheet.MARGIN);
        sheet.words(
                "Counted from the declaration. Drills, dismissed reports and private incidents are"
                        + " left out.",
                Sheet.MARGIN,
                56,
                Style.SMALL,
                Side.LEFT,
                right - Sheet.MARGIN);
        sheet.bar(Sheet.MARGIN, 66, 12, 12, Ink.BLUE);
        sheet.words("median", Sheet.MARGIN + 18, 76, Style.SMALL, Side.LEFT);
        sheet.diamond(Sheet.MARGIN + 90, 72, 5.5, Ink.VERMILION);
        sheet.words(
                "90th percentile: nine of ten took no longer",
                Sheet.MARGIN + 102,
                76,
                Style.SMALL,
                Side.LEFT);
    }

    private void times(Sheet sheet, double top, String title, Function<Metrics.Row, Figure> of) {
        List<Figure> figures = picture.months().stream().map(m -> of.apply(m.row())).toList();
        Duration whole =
                Scale.above(
                        figures.stream()
                                .flatMap(f -> Stream.concat(f.median().stream(), f.p90().stream()))
                                .max(Duration::compareTo)
                                .orElse(Duration.ZERO));
        double base = frame(sheet, top, title, Spoken.length(whole));
        rows(sheet, base, "median", "90th percentile", "number (n)");
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            double x = middle(i);
            figure.p90()
                    .ifPresent(p90 -> {
                        double y = base - PLOT * part(p90, whole);
                        sheet.line(x, base, x, y, Ink.VERMILION, 1.4);
                        double high = PLOT * part(figure.median().orElse(p90), whole);
                        sheet.bar(x - BAR / 2, base - high, BAR, high, Ink.BLUE);
                        sheet.diamond(x, y, 5.5, Ink.VERMILION);
                    });
            below(
                    sheet,
                    i,
                    base,
                    figure.median().map(Spoken::length).orElse("–"),
                    figure.p90().map(Spoken::length).orElse("–"),
                    String.valueOf(figure.n()));
        }
    }

    private void clocks(Sheet sheet, double top) {
        double base = frame(sheet, top, "Clocks met", "100 %");
        rows(sheet, base, "in time", "of all due");
        for (int i = 0; i < picture.months().size(); i++) {
            Metrics.Row row = picture.months().get(i).row();
            double high = PLOT * row.share().orElse(0) / 100.0;
            sheet.bar(middle(i) - BAR / 2, base - high, BAR, high, Ink.BLUE);
            below(
                    sheet,
                    i,
                    base,
                    row.share().map(s -> s + " %").orElse("–"),
                    row.promises() == 0 ? "–" : row.kept() + " of " + row.promises());
        }
    }

    /** Title, scale and months; tells where the columns stand. */
    private double frame(Sheet sheet, double top, String title, String most) {
        double base = top + 24 + PLOT;
        sheet.words(title, Sheet.MARGIN, top + 12, Style.HEAD, Side.LEFT);
        sheet.line(left, top + 24, right, top + 24, Ink.LINE, 1);
        sheet.line(left, top + 24 + PLOT / 2.0, right, top + 24 + PLOT / 2.0, Ink.LINE, 1);
        sheet.line(left, base, right, base, Ink.GREY, 1);
        sheet.words(most, left - 8, top + 28, Style.SMALL, Side.RIGHT);
        sheet.words("0", left - 8, base + 4, Style.SMALL, Side.RIGHT);
        for (int i = 0; i < picture.months().size(); i++) {
            Month month = picture.months().get(i);
            Style style = i == picture.months().size() - 1 ? Style.STRONG : Style.BODY;
            sheet.words(MONTH.format(month.month()), middle(i), base + LINE, style, Side.CENTRE);
        }
        return base;
    }

    private void rows(Sheet sheet, double base, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.words(
                    names[i], Sheet.MARGIN, base + (i + 2) * LINE, Style.SMALL, Side.LEFT, GUTTER);
        }
    }

    private void below(Sheet sheet, int column, double base, String... figures) {
        for (int i = 0; i < figures.length; i++) {
            sheet.words(
                    figures[i],
                    middle(column),
                    base + (i + 2) * LINE,
                    Style.SMALL.in(Ink.BLACK),
                    Side.CENTRE,
                    column() - 4);
        }
    }

    private static double part(Duration length, Duration whole) {
        return (double) length.toSeconds() / whole.toSeconds();
    }

    private double column() {
        return (right - left) / picture.months().size();
    }

    private double middle(int column) {
        return left + column() * (column + 0.5);
    }
}

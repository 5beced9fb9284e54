package io.muster.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.imageio.ImageIO;

/** White paper to draw on. Measured in points; there are two pixels to each, for sharp screens. */
final class Sheet {
    /** As wide as Slack shows a picture without shrinking its letters below what can be read. */
    static final int WIDTH = 720;

    static final int MARGIN = 24;
    private static final int SCALE = 2;

    private final Lettering lettering;
    private final BufferedImage image;
    private final Graphics2D pen;

    Sheet(Lettering lettering, int height) {
        this.lettering = lettering;
        this.image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
        fill(new Rectangle2D.Double(0, 0, WIDTH, height), Ink.PAPER);
    }

    /** Where words stand at a point. */
    enum Side {
        /** They begin there. */
        LEFT,
        /** Their middle is there. */
        CENTRE,
        /** They end there. */
        RIGHT
    }

    /** Words on this base line, within the paper. */
    void words(String words, double x, double y, Style style, Side side) {
        words(words, x, y, style, side, WIDTH);
    }

    /** Words on this base line, shortened to this width and kept within the paper. */
    void words(String words, double x, double y, Style style, Side side, double most) {
        layout(fit(words, style, most), style).ifPresent(line -> place(line, x, y, style, side));
    }

    private void place(TextLayout line, double x, double y, Style style, Side side) {
        double width = line.getAdvance();
        double left =
                switch (side) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        double within = Math.max(4, Math.min(left, WIDTH - 4 - width));
        pen.setColor(style.colour());
        line.draw(pen, (float) within, (float) y);
    }

    /** How wide these words are. */
    double width(String words, Style style) {
        return layout(words, style).map(TextLayout::getAdvance).orElse(0f);
    }

    /** These words, or as many of their letters as fit with dots after them. */
    String fit(String words, Style style, double most) {
        if (width(words, style) <= most) {
            return words;
        }
        int low = 0;
        int high = words.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(Lettering.cut(words, middle) + "…", style) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Lettering.cut(words, low).stripTrailing() + "…";
    }

    void line(double x1, double y1, double x2, double y2, Color colour, double width) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dashed(double x1, double y1, double x2, double y2, Color colour) {
        pen.setColor(colour);
        pen.setStroke(
                new BasicStroke(
                        1f,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1f,
                        new float[] {3f, 3f},
                        0f));
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void bar(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    /** In time, or a median: round. */
    void dot(double x, double y, double radius, Color colour) {
        fill(circle(x, y, radius), colour);
    }

    /** Late: a cross. */
    void cross(double x, double y, double radius, Color colour) {
        line(x - radius, y - radius, x + radius, y + radius, colour, 2.2);
        line(x - radius, y + radius, x + radius, y - radius, colour, 2.2);
    }

    /** A 90th percentile: a diamond. */
    void diamond(double x, double y, double radius, Color colour) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.lineTo(x - radius, y);
        path.closePath();
        fill(path, colour);
    }

    /** What was drawn. */
    byte[] png() {
        pen.dispose();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private Optional<TextLayout> layout(String words, Style style) {
        return lettering.line(words, style, pen.getFontRenderContext());
    }
}

package io.muster.app.slack.picture;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Spoken;
import io.muster.core.picture.MonthsPicture;
import io.muster.core.picture.MonthsWords;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** How this month goes, in words, and the way to the charts. */
public final class HomeFigures {
    private HomeFigures() {}

    /** Its blocks. */
    public static List<LayoutBlock> blocks(Reception reception) {
        YearMonth month = YearMonth.from(reception.records().now().atOffset(ZoneOffset.UTC));
        MonthsPicture picture =
                MonthsPicture.of(month, reception.records().openFigures(month, month));
        return List.of(
                Shapes.section(words(picture.newest())),
                Shapes.actions(
                        "figures", List.of(Shapes.button("Charts", "charts", month.toString()))));
    }

    private static String words(MonthsPicture.Month month) {
        String head = "*" + month.name() + "*\n";
        return month.isEmpty()
                ? head
                        + "No incident to measure so far. Drills and private incidents do not count"
                        + " here."
                : head
                        + Spoken.count(month.row().incidents(), "incident")
                        + " · clocks met: "
                        + MonthsWords.clocks(month.row())
                        + "\n• "
                        + String.join("\n• ", MonthsWords.times(month.row()));
    }
}

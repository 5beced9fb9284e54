package io.muster.app.slack.report;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Spoken;
import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;
import io.muster.core.report.Period;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** How fast are we, and do we keep what we promise? */
public final class MetricsConversation implements Conversation {
    private static final int USUAL = 6;
    private static final int MOST = 24;

    private final Reception reception;

    /** In front of this reception. */
    public MetricsConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                "metrics", "[months]", "how fast we acknowledge, contain and resolve", this::typed);
    }

    private Answer typed(Typed typed) {
        String rest = typed.rest().strip();
        boolean number = rest.matches("\\d{1,2}");
        int months = rest.isEmpty() ? USUAL : number ? Integer.parseInt(rest) : 0;
        if (months < 1 || months > MOST) {
            return Answer.whisper(
                    "Say how many months, from 1 to " + MOST + ": `/incident metrics 12`.");
        }
        LocalDate today = LocalDate.ofInstant(reception.records().now(), ZoneOffset.UTC);
        Period period = Period.months(months, today);
        return Answer.whisper(message(period, reception.records().metrics(period, typed.by())));
    }

    private static Message message(Period period, Metrics metrics) {
        String title = "*How the response went, " + period + "*";
        if (metrics.all().incidents() == 0) {
            return Message.of(title + "\nThere was no incident to measure. Drills do not count.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section(title + "\n" + line(metrics.all())));
        blocks.add(Shapes.section("*By severity*\n\n" + lines(metrics.severities())));
        if (metrics.months().size() > 1) {
            newestFirst(blocks, metrics.months().reversed());
        }
        blocks.add(
                Shapes.context(
                        "Counted from the declaration; drills, dismissed reports and what you may"
                                + " not see are left out. 90th percentile: nine of ten took no"
                                + " longer."));
        return new Message(title + "\n" + line(metrics.all()), blocks);
    }

    /** A section holds 3,000 characters, which is about eight months. */
    private static void newestFirst(List<LayoutBlock> blocks, List<Metrics.Row> months) {
        for (int from = 0; from < months.size(); from += USUAL) {
            String head = from == 0 ? "*By month*\n\n" : "";
            blocks.add(
                    Shapes.section(
                            head
                                    + lines(
                                            months.subList(
                                                    from, Math.min(months.size(), from + USUAL)))));
        }
    }

    private static String lines(List<Metrics.Row> rows) {
        return rows.stream()
                .map(MetricsConversation::line)
                .reduce((a, b) -> a + "\n\n" + b)
                .orElse("");
    }

    private static String line(Metrics.Row row) {
        String clocks =
                row.share()
                        .map(share ->
                                " · clocks met "
                                        + share
                                        + " % ("
                                        + row.kept()
                                        + " of "
                                        + row.promises()
                                        + ")")
                        .orElse("");
        return "*"
                + Mrkdwn.escape(row.name())
                + "* · "
                + Spoken.count(row.incidents(), "incident")
                + clocks
                + "\n"
                + figure("Acknowledged", row.acknowledge())
                + "\n"
                + figure("Contained", row.contain())
                + "\n"
                + figure("Resolved", row.resolve());
    }

    private static String figure(String what, Figure figure) {
        return what
                + ": "
                + figure.median()
                        .map(median ->
                                "median *"
                                        + Spoken.length(median)
                                        + "*, 90th percentile "
                                        + Spoken.length(figure.p90().orElse(median))
                                        + ", n = "
                                        + figure.n())
                        .orElse("none yet");
    }
}

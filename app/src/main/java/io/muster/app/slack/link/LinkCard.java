package io.muster.app.slack.link;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.obligation.Obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The same in blocks, for a workspace that takes no entities of this app. */
final class LinkCard {
    /** The button that opens the channel; Slack follows its address by itself. */
    static final String OPEN = "link-open";

    private LinkCard() {}

    /**
     * @param channel an address that opens the incident's channel; blank while there is none
     */
    static Message of(IncidentView view, String channel) {
        String headline =
                "*"
                        + view.drill()
                        + view.label()
                        + " · "
                        + Mrkdwn.escape(view.incident().header().title())
                        + "*";
        List<String> facts = facts(view);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section(headline));
        blocks.add(Shapes.fields(facts));
        if (!channel.isBlank()) {
            blocks.add(
                    Shapes.actions(
                            "link",
                            List.of(
                                    Shapes.link(
                                            "Open channel",
                                            OPEN,
                                            String.valueOf(view.incident().id().number()),
                                            channel))));
        }
        return new Message(headline + "\n" + String.join("\n", facts), blocks);
    }

    private static List<String> facts(IncidentView view) {
        List<String> running = view.runningPhases();
        List<String> facts = new ArrayList<>();
        facts.add("*Status*\n" + view.status());
        facts.add("*Severity*\n" + Mrkdwn.escape(view.severity()));
        facts.add(
                "*Commander*\n"
                        + view.incident().commander().map(Mrkdwn::mention).orElse("Nobody yet"));
        facts.add(
                "*Phase*\n"
                        + (running.isEmpty() ? "None" : Mrkdwn.escape(String.join(", ", running))));
        facts.add("*Started*\n" + Mrkdwn.dateTime(view.incident().declaredAt()));
        view.incident()
                .obligations()
                .nextUpdate()
                .map(Obligation::due)
                .map(due -> "*Next update*\n" + due(due, view.now()))
                .ifPresent(facts::add);
        return facts;
    }

    private static String due(Instant due, Instant now) {
        return (now.isAfter(due) ? "⏰ *overdue* since " : "due ") + Mrkdwn.dateTime(due);
    }
}

package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.policy.Milestone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one message of an incident in the channel where incidents are announced, edited for life. */
public final class Announcement {
    private static final int SUMMARY = 500;

    private Announcement() {}

    /** The announcement as it should look now. Never made for a private incident. */
    public static Message of(IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.header(
                        view.drill()
                                + view.label()
                                + " · "
                                + view.incident().header().title().text()));
        summary(view).ifPresent(blocks::add);
        blocks.add(Shapes.fields(facts(view)));
        blocks.add(Shapes.context(footer(view)));
        if (!view.incident().status().isOver()) {
            blocks.add(follow(view));
        }
        return new Message(text(view), blocks);
    }

    private static String text(IncidentView view) {
        return view.drill()
                + view.label()
                + " "
                + Mrkdwn.escape(view.incident().header().title())
                + "\n"
                + String.join("\n", facts(view)).replace("*\n", "*: ")
                + "\n"
                + footer(view);
    }

    private static Optional<LayoutBlock> summary(IncidentView view) {
        Incident incident = view.incident();
        Phrase phrase =
                incident.updates()
                        .last()
                        .map(u -> Phrase.EMPTY.strong("Latest: ").quote(u.known()))
                        .orElseGet(() -> Phrase.EMPTY.quote(incident.header().description()));
        String plain = phrase.plain(Object::toString);
        if (plain.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                plain.length() <= SUMMARY
                        ? RichText.block(phrase)
                        : RichText.block(
                                Phrase.EMPTY
                                        .quote(new FreeText(Foreign.atMost(plain, SUMMARY)))
                                        .say(" ")
                                        .strong("(more in the channel)")));
    }

    private static List<String> facts(IncidentView view) {
        Incident incident = view.incident();
        List<String> facts = new ArrayList<>();
        facts.add("*Status*\n" + view.status());
        facts.add("*Severity*\n" + Mrkdwn.escape(view.severity()));
        facts.add("*Commander*\n" + incident.commander().map(Mrkdwn::mention).orElse("Nobody yet"));
        facts.add("*Phase*\n" + phases(view));
        facts.add("*Declared*\n" + Mrkdwn.dateTime(incident.declaredAt()));
        facts.add(
                "*Channel*\n"
                        + incident.room()
                                .map(Room::channel)
                                .map(Mrkdwn::channel)
                                .orElse("is being opened"));
        return facts;
    }

    private static String phases(IncidentView view) {
        List<String> running = view.runningPhases();
        return running.isEmpty() ? "–" : Mrkdwn.escape(String.join(", ", running));
    }

    /** For those who want to hear of it and cannot help. */
    private static LayoutBlock follow(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        return Shapes.actions(
                "announcement",
                List.of(
                        Shapes.button("Subscribe", "subscribe", id),
                        Shapes.button("Catch up", "summary", id)));
    }

    private static String footer(IncidentView view) {
        Incident incident = view.incident();
        Optional<String> took =
                incident.milestones()
                        .at(Milestone.RESOLVED)
                        .map(at -> Duration.between(incident.declaredAt(), at))
                        .map(length -> "Resolved after " + Spoken.length(length));
        return took.orElse("Join the channel to help; this message is kept current");
    }
}

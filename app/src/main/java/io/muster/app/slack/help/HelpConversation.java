package io.muster.app.slack.help;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;

import java.util.ArrayList;
import java.util.List;

/** What can be typed. It writes itself from what is registered. */
public final class HelpConversation implements Conversation {
    @Override
    public void register(Ways ways) {
        ways.verb("help", "", "this list", typed -> Answer.whisper(help(ways)));
    }

    /** Several paragraphs, because none may be longer than Slack allows; a line is never cut. */
    private static Message help(Ways ways) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph =
                new StringBuilder(
                        "*What you can type*, in an incident's channel or with its number (`INC-42`) after the verb");
        for (String line : lines(ways)) {
            if (paragraph.length() + line.length() >= Shapes.SECTION) {
                paragraphs.add(paragraph.toString());
                paragraph = new StringBuilder();
            }
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
        }
        paragraphs.add(paragraph.toString());
        return new Message(
                String.join("\n", paragraphs),
                paragraphs.stream().<LayoutBlock>map(Shapes::section).toList());
    }

    private static List<String> lines(Ways ways) {
        List<String> lines = new ArrayList<>();
        for (Ways.Verb verb : ways.verbs()) {
            String usage = verb.usage().isEmpty() ? "" : " " + verb.usage();
            lines.add(
                    "• `/incident "
                            + Mrkdwn.escape(verb.name() + usage)
                            + "` "
                            + Mrkdwn.escape(verb.what()));
        }
        lines.add(
                "`/incident` alone shows this incident's card, elsewhere the form to declare one.");
        lines.add(
                "Without typing: a 📌 on a message puts it into the timeline; its menu has more.");
        return lines;
    }
}

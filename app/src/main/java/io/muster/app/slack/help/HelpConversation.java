package io.muster.app.slack.help;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Mrkdwn;

/** What can be typed. It writes itself from what is registered. */
public final class HelpConversation implements Conversation {
    @Override
    public void register(Ways ways) {
        ways.verb("help", "", "this list", typed -> Answer.whisper(help(ways)));
    }

    private static String help(Ways ways) {
        StringBuilder help =
                new StringBuilder(
                        "*What you can type*, in an incident's channel or with its number (`INC-42`) after the verb");
        for (Ways.Verb verb : ways.verbs()) {
            String usage = verb.usage().isEmpty() ? "" : " " + verb.usage();
            help.append("\n• `/incident ")
                    .append(Mrkdwn.escape(verb.name() + usage))
                    .append("` ")
                    .append(Mrkdwn.escape(verb.what()));
        }
        return help.append(
                        "\n`/incident` alone shows this incident's card, elsewhere the form to declare one.")
                .toString();
    }
}

package io.muster.app.slack.oncall;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.notice.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the two people of a hand-over are told. */
public final class HandOverMessage {
    private HandOverMessage() {}

    /** The message for one of them. */
    public static Message of(Notice.HandOver handOver) {
        Phrase head = handOver.incoming() ? incoming(handOver) : outgoing(handOver);
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(head)));
        String open = open(handOver);
        blocks.add(Shapes.section(open));
        blocks.add(
                Shapes.actions(
                        "hand-over",
                        List.of(
                                Shapes.button(
                                        "Who is on call", OnCallConversation.SHEET, "sheet"))));
        return new Message(Mrkdwn.of(head) + "\n" + open, blocks);
    }

    private static Phrase incoming(Notice.HandOver it) {
        Phrase now = Phrase.of("📟 You are on call now as ").strong(it.title());
        Phrase until = it.until().map(end -> now.say(" until ").at(end)).orElse(now).say(".");
        return it.other()
                .map(other -> until.say(" You take over from ").who(other).say("."))
                .orElse(until.say(" Nobody was on call before you."));
    }

    private static Phrase outgoing(Notice.HandOver it) {
        Phrase over = Phrase.of("📟 Your shift as ").strong(it.title()).say(" is over.");
        return it.other()
                .map(other ->
                        over.say(" ")
                                .who(other)
                                .say(" is on call now. Tell them what they must know. Thank you!"))
                .orElse(
                        over.say(
                                " ⚠️ Nobody follows you: the team file gives nobody for this time, or"
                                        + " Slack does not know them."));
    }

    private static String open(Notice.HandOver it) {
        if (it.open().isEmpty()) {
            return "Nothing is open.";
        }
        StringBuilder lines = new StringBuilder("*Open now*");
        it.open().forEach(entry -> lines.append("\n• ").append(line(entry)));
        if (it.more() > 0) {
            lines.append("\n… and ").append(it.more()).append(" more: `/incident list`");
        }
        return lines.toString();
    }

    private static String line(Notice.Digest.Entry entry) {
        return (entry.drill() ? "🧪 DRILL " : "")
                + "*"
                + entry.severity()
                + " "
                + entry.incident()
                + "* "
                + Mrkdwn.escape(entry.title())
                + " · "
                + entry.status().name().toLowerCase(Locale.ROOT)
                + entry.channel().map(channel -> " · " + Mrkdwn.channel(channel)).orElse("");
    }
}

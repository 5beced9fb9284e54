package io.muster.app.slack.action;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.desk.ActionLists;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.ticket.TicketFacts;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.IncidentId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Action items in a list: those of one incident, or those that concern one person. */
public final class ActionSheet {
    private static final int SHOWN = 40;
    private static final int SHOWN_ELSEWHERE = 10;
    private static final int TEXT = 600;

    private ActionSheet() {}

    /** All of one incident, each with a button to change it. */
    static View of(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        List<ActionItem> all = view.incident().dossier().actions().all();
        List<LayoutBlock> blocks = new ArrayList<>();
        List<BlockElement> row = new ArrayList<>();
        row.add(Shapes.primary("Add action item", "action-add:in", id));
        if (view.policy().reviewing().isPresent()) {
            row.add(Shapes.button("Post-mortem", "review:in", id));
        }
        blocks.add(Shapes.actions("add", row));
        if (all.isEmpty()) {
            blocks.add(
                    Shapes.section(
                            "None yet. What would have kept this from happening, or shown it"
                                    + " sooner?"));
        }
        for (ActionItem item : all.subList(0, Math.min(SHOWN, all.size()))) {
            SectionBlock block = Shapes.section(line(item, view.now()));
            block.setAccessory(
                    Shapes.button("Change", "action-change:in", id + "|" + item.number()));
            blocks.add(block);
        }
        if (all.size() > SHOWN) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (all.size() - SHOWN)
                                    + " more: the post-mortem shows them all"));
        }
        return Forms.sheet("actions", view.incident().id() + " action items", id, blocks);
    }

    /** What concerns one person, as a message that only they see. */
    static Message mine(ActionLists.Mine lists) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.addAll(blocks(lists));
        StringBuilder text = new StringBuilder("My action items");
        if (lists.mine().isEmpty()) {
            text.append(": none. Nothing waits for you.");
        }
        lists.mine().forEach(l -> text.append("\n").append(line(l, lists.now())));
        lists.others().forEach(l -> text.append("\n").append(line(l, lists.now())));
        return new Message(text.toString(), blocks);
    }

    /** What concerns one person: theirs, then what others should have done. */
    public static List<LayoutBlock> blocks(ActionLists.Mine lists) {
        List<LayoutBlock> blocks = new ArrayList<>();
        long overdue = lists.mine().stream().filter(l -> l.item().overdue(lists.now())).count();
        blocks.add(
                Shapes.section(
                        lists.mine().isEmpty()
                                ? "*My action items*\nNone. Nothing waits for you."
                                : "*My action items* ("
                                        + lists.mine().size()
                                        + (overdue == 0 ? "" : ", " + overdue + " overdue")
                                        + ")"));
        add(lists.mine(), lists.now(), blocks);
        if (!lists.others().isEmpty()) {
            blocks.add(Shapes.section("*Overdue with others* (" + lists.others().size() + ")"));
            add(lists.others(), lists.now(), blocks);
        }
        return blocks;
    }

    private static void add(
            List<ActionLists.Listed> listed, Instant now, List<LayoutBlock> blocks) {
        for (ActionLists.Listed one : listed.subList(0, Math.min(SHOWN_ELSEWHERE, listed.size()))) {
            blocks.add(block(one, now));
        }
        if (listed.size() > SHOWN_ELSEWHERE) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (listed.size() - SHOWN_ELSEWHERE)
                                    + " more: `/incident action list INC-…` shows those of one"
                                    + " incident"));
        }
    }

    private static String line(ActionLists.Listed listed, Instant now) {
        IncidentId incident = listed.incident();
        return line(listed.item(), now) + "\n" + incident + " · " + Mrkdwn.escape(listed.title());
    }

    /** The first ones of a list, each with a button to change it; for the Home. */
    public static List<LayoutBlock> first(List<ActionLists.Listed> listed, Instant now, int most) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (ActionLists.Listed one : listed.subList(0, Math.min(most, listed.size()))) {
            blocks.add(block(one, now));
        }
        return blocks;
    }

    /** All of a list, a paragraph each. */
    public static List<String> lines(List<ActionLists.Listed> listed, Instant now) {
        return listed.stream().map(one -> line(one, now)).toList();
    }

    private static SectionBlock block(ActionLists.Listed one, Instant now) {
        SectionBlock block = Shapes.section(line(one, now));
        block.setAccessory(
                Shapes.button(
                        "Change",
                        "action-change",
                        one.incident().number() + "|" + one.item().number()));
        return block;
    }

    /** One action item: sign, number, words, owner, day, where it stands. */
    static String line(ActionItem item, Instant now) {
        String ticket = item.ticket().isBlank() ? "" : " · " + TicketFacts.link(item.ticket());
        String proof =
                item.verification().isBlank()
                        ? ""
                        : "\nDone when: "
                                + Mrkdwn.escape(Foreign.atMost(item.verification().text(), TEXT));
        String outcome =
                item.outcome().isBlank()
                        ? ""
                        : "\n"
                                + capital(item.state().word())
                                + ": "
                                + Mrkdwn.escape(Foreign.atMost(item.outcome().text(), TEXT));
        return sign(item, now)
                + " *"
                + item.number()
                + ".* "
                + Mrkdwn.escape(Foreign.atMost(item.text().text(), TEXT))
                + "\n"
                + Mrkdwn.mention(item.owner())
                + " · "
                + standing(item, now)
                + " · "
                + item.kind().word()
                + ticket
                + proof
                + outcome;
    }

    private static String standing(ActionItem item, Instant now) {
        return switch (item.state()) {
            case OPEN ->
                    item.overdue(now)
                            ? "*overdue* since " + Mrkdwn.escape(item.dayInWords())
                            : "due " + Mrkdwn.escape(item.dayInWords());
            case DONE -> "done, not verified yet";
            case VERIFIED -> "done and verified";
            case DROPPED -> "will not be done";
        };
    }

    private static String sign(ActionItem item, Instant now) {
        return switch (item.state()) {
            case OPEN -> item.overdue(now) ? "⏰" : "◻️";
            case DONE -> "☑️";
            case VERIFIED -> "✅";
            case DROPPED -> "⚪";
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}

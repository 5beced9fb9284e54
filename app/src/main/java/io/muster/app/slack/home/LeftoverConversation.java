package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.Leftovers;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.Spoken;
import io.muster.db.outbox.SetAside;

import java.util.ArrayList;
import java.util.List;

/** What Slack refused for good, in the Home of admins: why, and what can be done about it. */
public final class LeftoverConversation implements Conversation {
    private static final String AGAIN = "leftover-again";
    private static final String DONE = "leftover-done";
    private static final int SHOWN = 5;

    private final Leftovers leftovers;
    private final HomeConversation home;

    /** With the Home that shows it, so that it can show what has changed. */
    public LeftoverConversation(Reception reception, HomeConversation home) {
        this.leftovers = reception.records().leftovers();
        this.home = home;
    }

    @Override
    public void register(Ways ways) {
        ways.button(AGAIN, pressed -> act(pressed, leftovers::again))
                .button(DONE, pressed -> act(pressed, leftovers::dealtWith));
    }

    /** What this person sees of it: nothing, unless they are an admin and something is left. */
    static List<LayoutBlock> blocks(Reception reception, PersonId reader) {
        Leftovers.Seen seen = reception.records().leftovers().seenBy(reader, SHOWN);
        List<LayoutBlock> blocks = new ArrayList<>();
        if (seen.newest().isEmpty()) {
            return blocks;
        }
        blocks.add(
                Shapes.section(
                        "⚠️ *Set aside: Slack refused "
                                + Spoken.count(seen.all(), "thing")
                                + "*\nOnly admins see this. Nobody has been told what stands here."));
        for (SetAside.Row row : seen.newest()) {
            String id = String.valueOf(row.id());
            blocks.add(Shapes.section(LeftoverWords.of(row)));
            blocks.add(
                    Shapes.actions(
                            "leftover-" + id,
                            List.of(
                                    Shapes.button("Try again", AGAIN, id),
                                    Shapes.button("Dealt with", DONE, id))));
        }
        if (seen.all() > SHOWN) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (seen.all() - SHOWN)
                                    + " more, shown as these are dealt with"));
        }
        blocks.add(Shapes.divider());
        return blocks;
    }

    private interface Act {
        boolean on(long row, PersonId by);
    }

    /** Whether it was done or somebody was quicker: the Home then shows how it is. */
    private Answer act(Pressed pressed, Act act) {
        String row = pressed.value().stream().findFirst().orElse("");
        if (row.matches("\\d{1,18}")) {
            act.on(Long.parseLong(row), pressed.by());
        }
        home.opened(pressed.from());
        return Answer.silence();
    }
}

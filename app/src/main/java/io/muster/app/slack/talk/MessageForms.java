package io.muster.app.slack.talk;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pinned;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.db.incident.BoardRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which incident a message is about, where its channel does not say. */
final class MessageForms {
    static final String TIMELINE = "timeline-message";
    static final String ACTION = "action-message";
    static final String INCIDENT = "incident";

    /** Slack allows a hundred entries. */
    private static final int INCIDENTS = 100;

    private static final int SHOWN = 500;

    private MessageForms() {}

    static View timeline(Pinned pinned, List<BoardRow> open) {
        return form(TIMELINE, "Add to the timeline", "Add", pinned, open);
    }

    static View action(Pinned pinned, List<BoardRow> open) {
        return form(ACTION, "Make an action item", "Go on", pinned, open);
    }

    /** The incident that was chosen. */
    static Optional<IncidentId> chosen(Submitted form) {
        return form.choice(INCIDENT).flatMap(Numbers::incident);
    }

    private static View form(
            String name, String title, String submit, Pinned pinned, List<BoardRow> open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        FreeText words = pinned.quoted().text();
        if (!words.isBlank()) {
            blocks.add(
                    RichText.block(
                            Phrase.of("“")
                                    .quote(new FreeText(Foreign.atMost(words.text(), SHOWN)))
                                    .say("”")));
        }
        blocks.add(
                Forms.choice(
                        INCIDENT,
                        "Which incident?",
                        incidents(open),
                        open.size() == 1
                                ? Optional.of(String.valueOf(open.getFirst().id().number()))
                                : Optional.empty(),
                        false));
        if (open.size() > INCIDENTS) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (open.size() - INCIDENTS)
                                    + " less grave ones: share the message in the incident's channel"
                                    + " and use the shortcut there."));
        }
        return Forms.modal(name, title, submit, pinned.kept(""), blocks);
    }

    private static List<OptionObject> incidents(List<BoardRow> open) {
        return open.stream()
                .limit(INCIDENTS)
                .map(row ->
                        Shapes.option(
                                row.severity() + " " + row.id() + " " + row.title().text(),
                                String.valueOf(row.id().number())))
                .toList();
    }
}

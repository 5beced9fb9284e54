package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.policy.Policy;
import io.muster.core.talk.Quoted;
import io.muster.db.incident.BoardRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form for declaring, and the shorter one for reporting in private. */
final class DeclareModal {
    static final String DECLARE = "declare";
    static final String REPORT = "report";

    static final String TITLE = "title";
    static final String SEVERITY = "severity";
    static final String DESCRIPTION = "description";
    static final String KIND = "kind";
    static final String SOURCE = "source";
    static final String DETECTED = "detected";
    static final String OPTIONS = "options";
    static final String PRIVATE = "private";
    static final String DRILL = "drill";

    private static final int OPEN_SHOWN = 3;
    private static final int LONGEST_TITLE = 120;

    private DeclareModal() {}

    /**
     * @param severity preselected, if a person typed one
     * @param description filled in, if it is declared from a message
     * @param kept how the form remembers that message; empty if there is none
     * @param open what is open already: perhaps it is the same thing
     */
    static View declare(
            Policy policy,
            Optional<String> severity,
            String title,
            FreeText description,
            String kept,
            List<BoardRow> open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!open.isEmpty()) {
            blocks.add(
                    Shapes.context(
                            "Open already, perhaps the same:\n"
                                    + Reception.lines(
                                            open.subList(0, Math.min(OPEN_SHOWN, open.size())))));
        }
        blocks.add(
                Forms.line(TITLE, "What is wrong?", "A few words: they name the channel.", title));
        blocks.add(Forms.choice(SEVERITY, "How grave is it?", severities(policy), severity, false));
        blocks.add(
                Forms.lines(
                        DESCRIPTION,
                        "What is happening?",
                        "Who sees it, since when, what was tried.",
                        description.text(),
                        true));
        blocks.add(Forms.choice(KIND, "Of what kind?", kinds(policy), Optional.empty(), true));
        blocks.add(
                Forms.choice(
                        SOURCE, "How was it noticed?", detections(policy), usual(policy), true));
        blocks.add(Forms.when(DETECTED, "When was it noticed?", "Leave empty for just now."));
        blocks.add(
                Forms.ticks(
                        OPTIONS,
                        "Options",
                        List.of(
                                Shapes.option(
                                        "Private",
                                        PRIVATE,
                                        "Only those who are called or named see it"),
                                Shapes.option(
                                        "Drill", DRILL, "An exercise, marked as one everywhere")),
                        List.of()));
        return Forms.modal(DECLARE, "Declare an incident", "Declare", kept, blocks);
    }

    /** What a reporter has to say, and who will see it. */
    static View report(Policy policy, String title) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "Only those who handle security reports will see this. You can also write to "
                                + io.muster.app.slack.block.Mrkdwn.escape(
                                        policy.reporting().contact())
                                + "."));
        blocks.add(Forms.line(TITLE, "What do you suspect?", "", title));
        blocks.add(
                Forms.lines(
                        DESCRIPTION,
                        "What have you seen?",
                        "Do not put secrets here; say where they are instead.",
                        "",
                        true));
        return Forms.modal(REPORT, "Report in private", "Report", "", blocks);
    }

    /** The first line of a message, as far as a title goes. */
    static String title(Quoted message) {
        String line = message.text().text().strip().lines().findFirst().orElse("");
        return Foreign.atMost(line.strip(), LONGEST_TITLE);
    }

    static List<OptionObject> severities(Policy policy) {
        return policy.severities().stream()
                .map(s ->
                        Shapes.option(
                                s.name() + " · " + s.title(), s.name().value(), s.definition()))
                .toList();
    }

    private static List<OptionObject> kinds(Policy policy) {
        return policy.kinds().stream()
                .map(k -> Shapes.option(k.title(), k.name().value()))
                .toList();
    }

    /** The ways in which incidents come to light, as the policy names them. */
    private static List<OptionObject> detections(Policy policy) {
        return policy.detections().stream()
                .map(way -> Shapes.option(way.title(), way.name().value()))
                .toList();
    }

    /** A person is declaring it, so a person noticed it unless they say otherwise. */
    private static Optional<String> usual(Policy policy) {
        return policy.detections().stream()
                .filter(way -> way.source().equals("employee"))
                .map(way -> way.name().value())
                .findFirst();
    }
}

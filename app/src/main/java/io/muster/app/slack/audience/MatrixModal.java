package io.muster.app.slack.audience;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.Spoken;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.fact.Answer;
import io.muster.core.policy.EscalationMatrix;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.Roster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who must know, column by column, and what became of telling each. */
final class MatrixModal {
    static final String TELL = "audience-tell";
    static final String TOLD = "audience-told";
    static final String NOT_APPLICABLE = "audience-na";
    static final String YES = "audience-yes";
    static final String NO = "audience-no";

    /** What the person fills in below, in either form. */
    static final String WORDS = "words";

    /** Behind what a form is about, if it was opened from a message. */
    static final String ALONE = "alone";

    private static final int BLOCKS = 97;

    private final IncidentView view;
    private final AudienceLine lines;
    private final PersonId reader;
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final Set<RoleName> shown = new LinkedHashSet<>();

    private MatrixModal(IncidentView view, Roster roster, PersonId reader) {
        this.view = view;
        this.lines = new AudienceLine(view, roster);
        this.reader = reader;
    }

    static View of(IncidentView view, Roster roster, PersonId reader) {
        MatrixModal modal = new MatrixModal(view, roster, reader);
        modal.draw();
        List<LayoutBlock> blocks = modal.blocks;
        if (blocks.size() > BLOCKS) {
            int more = blocks.size() - BLOCKS;
            blocks = new ArrayList<>(blocks.subList(0, BLOCKS));
            blocks.add(
                    Shapes.context(
                            "… and more ("
                                    + Spoken.count(more, "part")
                                    + "): `/incident matrix` with a role acts on any of them"));
        }
        return Forms.sheet("matrix", view.incident().id() + " who must know", number(view), blocks);
    }

    /**
     * How somebody was told by hand.
     *
     * @param alone it is opened from a message, and there is no sheet to go back to
     */
    static View told(IncidentView view, Audience audience, boolean alone) {
        return Forms.modal(
                TOLD,
                "Told by hand",
                "Record",
                number(view) + "|" + audience.role() + (alone ? "|" + ALONE : ""),
                List.of(
                        Shapes.section(
                                "You have told *"
                                        + Mrkdwn.escape(audience.title())
                                        + "* of "
                                        + view.incident().id()
                                        + "."),
                        Forms.lines(
                                WORDS,
                                "How did you tell them?",
                                "By which way, to whom, and when if it was earlier. It stays in the"
                                        + " record with your name.",
                                "",
                                false)));
    }

    /** Why somebody need not be told. */
    static View notApplicable(IncidentView view, Audience audience) {
        return Forms.modal(
                NOT_APPLICABLE,
                "Not applicable",
                "Record",
                number(view) + "|" + audience.role(),
                List.of(
                        Shapes.section(
                                "*"
                                        + Mrkdwn.escape(audience.title())
                                        + "* need not be told of "
                                        + view.incident().id()
                                        + "."),
                        Forms.lines(
                                WORDS,
                                "Why not?",
                                "It stays in the record with your name: an auditor will ask.",
                                "",
                                false)));
    }

    private void draw() {
        if (view.incident().header().suspicion()) {
            blocks.add(
                    Shapes.section(
                            "This is a suspicion, kept among the few whom the plan names for it."
                                    + " Once triage confirms it or raises its severity, the row of "
                                    + Mrkdwn.escape(view.severity())
                                    + " is owed."));
        } else {
            blocks.add(
                    Shapes.context(
                            "By the plan for "
                                    + Mrkdwn.escape(view.severity())
                                    + ". All times count from the declaration, "
                                    + Mrkdwn.dateTime(view.incident().declaredAt())
                                    + "."));
            columns();
        }
        others();
    }

    private void columns() {
        List<EscalationMatrix.Column> row =
                view.policy().escalation().row(view.incident().severity());
        if (row.isEmpty()) {
            blocks.add(Shapes.section("The plan names nobody at this severity."));
        }
        for (EscalationMatrix.Column column : row) {
            blocks.add(Shapes.divider());
            blocks.add(Shapes.section("*" + title(column.timing()) + "*" + nobody(column)));
            for (EscalationMatrix.Cell cell : column.cells()) {
                view.incident()
                        .dossier()
                        .audiences()
                        .find(cell.role())
                        .filter(a -> shown.add(a.role()))
                        .ifPresent(this::audience);
            }
        }
    }

    private static String nobody(EscalationMatrix.Column column) {
        return column.cells().isEmpty() ? "\nNot applicable: the plan names nobody here." : "";
    }

    private static String title(EscalationMatrix.Timing timing) {
        return switch (timing) {
            case EscalationMatrix.Timing.AtOnce ignored -> "At once";
            case EscalationMatrix.Timing.Within within ->
                    "Within " + Spoken.length(within.duration());
            case EscalationMatrix.Timing.DailyDigest ignored -> "In the daily digest";
        };
    }

    /** Who was told although the row does not, or no longer, name them; and who is owed no more. */
    private void others() {
        List<Audience> others =
                view.incident().dossier().audiences().all().values().stream()
                        .filter(a -> !shown.contains(a.role()))
                        .toList();
        if (others.isEmpty()) {
            return;
        }
        blocks.add(Shapes.divider());
        blocks.add(Shapes.section("*Others*"));
        others.forEach(this::audience);
    }

    private void audience(Audience audience) {
        blocks.add(Shapes.section(lines.of(audience)));
        List<BlockElement> buttons = buttons(audience);
        if (!buttons.isEmpty()) {
            // A new name, so that Slack draws what changed.
            blocks.add(
                    Shapes.actions(
                            "cell-" + audience.role() + "-" + view.now().toEpochMilli(), buttons));
        }
    }

    private List<BlockElement> buttons(Audience audience) {
        List<BlockElement> row = new ArrayList<>();
        if (audience.wasTold(reader) && !audience.wasSeenBy(reader)) {
            row.add(AudienceBlocks.seen(number(view)));
        }
        Optional<Cell> cell = audience.owed();
        if (cell.isEmpty() || audience.told().isPresent()) {
            return row;
        }
        String value = number(view) + "|" + audience.role();
        boolean answered = lines.conditionHolds(cell.get());
        if (!answered) {
            row.add(button("Answer yes", YES, value));
            if (!lines.answer(cell.get()).equals(Optional.of(Answer.NO))) {
                row.add(button("Answer no", NO, value));
            }
        }
        if (audience.ruledOut().isPresent()) {
            return row;
        }
        if (answered && !lines.people(audience).isEmpty()) {
            row.add(Shapes.primary("Tell now", TELL + ":" + audience.role(), value));
        }
        row.add(button("I have told them", TOLD, value));
        row.add(button("Not applicable…", NOT_APPLICABLE, value));
        return row;
    }

    private static BlockElement button(String label, String action, String value) {
        return Shapes.button(label, action + ":" + value.substring(value.indexOf('|') + 1), value);
    }

    private static String number(IncidentView view) {
        return String.valueOf(view.incident().id().number());
    }
}

package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.review.ReviewMessages;
import io.muster.core.incident.Status;
import io.muster.core.incident.Workstream;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buttons of the control card, for tired eyes: first the few acts that come next, then the
 * record, with a menu of everything else at its end, then the phases.
 */
public final class CardButtons {
    /** The menu's action; an entry's value is the incident and the button that it stands for. */
    static final String MORE = "more";

    private static final int FIRST_ROW = 5;
    private static final int PHASES = 20;

    private final IncidentView view;
    private final Status status;
    private final String id;

    /** For this incident as it is now. */
    public CardButtons(IncidentView view) {
        this.view = view;
        this.status = view.incident().status();
        this.id = String.valueOf(view.incident().id().number());
    }

    /** The row of what comes next. */
    public LayoutBlock next() {
        return Shapes.actions("card-do", List.copyOf(acts().stream().limit(FIRST_ROW).toList()));
    }

    /** The rows that may stand lower. */
    List<LayoutBlock> rest() {
        List<ButtonElement> others = new ArrayList<>(acts().stream().skip(FIRST_ROW).toList());
        others.addAll(seldom());
        List<LayoutBlock> rows = new ArrayList<>();
        rows.add(Shapes.actions("card-record", withMenu(record(), others)));
        List<BlockElement> phases = phases();
        if (!phases.isEmpty()) {
            rows.add(Shapes.actions("card-phases", phases));
        }
        return rows;
    }

    /** What can be done, the likeliest first; the first of them stand on the card. */
    private List<ButtonElement> acts() {
        List<ButtonElement> acts =
                new ArrayList<>(
                        switch (status) {
                            case REPORTED ->
                                    List.of(
                                            Shapes.primary("Acknowledge", "ack", id),
                                            button("Confirm", "confirm"),
                                            button("Dismiss", "dismiss"),
                                            button("Escalate", "escalate"));
                            case ACKNOWLEDGED ->
                                    List.of(
                                            Shapes.primary("Confirm", "confirm", id),
                                            button("Dismiss", "dismiss"),
                                            button("Post update", "update"),
                                            resolve(),
                                            button("Escalate", "escalate"));
                            case CONFIRMED ->
                                    List.of(
                                            Shapes.primary("Post update", "update", id),
                                            button("Escalate", "escalate"),
                                            resolve());
                            case RESOLVED -> resolved();
                            case CLOSED -> closed();
                            case DISMISSED -> List.of(button("Reopen", "reopen"));
                        });
        if (!status.isOver()) {
            boolean needed = status.isActive() && view.incident().commander().isEmpty();
            acts.add(needed ? 1 : acts.size(), button("Assign roles", "roles"));
            acts.add(button("Change severity", "severity"));
        }
        if (status.isActive()) {
            DrillFacts.end(view).ifPresent(end -> acts.add(FIRST_ROW - 1, end));
        }
        if (status == Status.REPORTED) {
            acts.add(button("Post update", "update"));
        }
        return acts;
    }

    /** While it is watched nobody may close it: the time is for writing down what was learnt. */
    private List<ButtonElement> resolved() {
        boolean watched =
                view.incident()
                        .obligations()
                        .open(ClockRule.STABILITY)
                        .map(Obligation::due)
                        .filter(view.now()::isBefore)
                        .isPresent();
        Optional<ButtonElement> end = DrillFacts.end(view);
        boolean drill = view.incident().header().drill();
        List<ButtonElement> acts = new ArrayList<>();
        if (drill) {
            end.ifPresent(acts::add);
        } else if (!watched) {
            acts.add(button("Close", "close"));
        }
        ReviewMessages.cardButton(view).ifPresent(acts::add);
        acts.add(button("It came back", "reopen"));
        acts.add(button("Post update", "update"));
        if (!drill && watched) {
            acts.add(button("Close", "close"));
        }
        if (!acts.getFirst().getActionId().equals("reopen")) {
            acts.getFirst().setStyle("primary");
        }
        return acts;
    }

    private List<ButtonElement> closed() {
        List<ButtonElement> acts = new ArrayList<>();
        DrillFacts.end(view).ifPresent(acts::add);
        ReviewMessages.cardButton(view).ifPresent(acts::add);
        if (!acts.isEmpty() && view.incident().dossier().review().approval().isEmpty()) {
            acts.getFirst().setStyle("primary");
        }
        acts.add(button("Reopen", "reopen"));
        return acts;
    }

    /** What is written down, and where it is read. */
    private List<BlockElement> record() {
        List<BlockElement> row = new ArrayList<>();
        row.add(button("Checklist", "checklist"));
        row.add(button("Evidence", "evidence"));
        row.add(button("Notices", "notify"));
        row.add(button("Facts", "facts"));
        row.add(button("Timeline", "timeline"));
        view.incident()
                .dossier()
                .document()
                .filter(document -> !document.link().isBlank())
                .ifPresent(d -> row.add(Shapes.link("Document", "document", id, d.link())));
        return row;
    }

    /** What is needed now and then, and never in a hurry. */
    private List<ButtonElement> seldom() {
        List<ButtonElement> seldom = new ArrayList<>();
        seldom.add(button("Who must know", "matrix"));
        if (concernsThePublic()) {
            seldom.add(button("Status page", "statuspage"));
        }
        if (status.isActive()) {
            ReviewMessages.cardButton(view).ifPresent(seldom::add);
        }
        return seldom;
    }

    /** Also when it is over, as long as the public reads otherwise. */
    private boolean concernsThePublic() {
        return !view.incident().header().isPrivate()
                && (status == Status.CONFIRMED
                        || view.incident().dossier().published().current().isPresent());
    }

    /** A menu holds five; what is more, or asks before it acts, stays a button. */
    private List<BlockElement> withMenu(List<BlockElement> row, List<ButtonElement> others) {
        List<OptionObject> menu = new ArrayList<>();
        for (ButtonElement act : others) {
            if (act.getConfirm() == null && menu.size() < Shapes.MENU) {
                menu.add(Shapes.option(act.getText().getText(), id + "|" + act.getActionId()));
            } else {
                row.add(act);
            }
        }
        if (!menu.isEmpty()) {
            row.add(Shapes.menu(MORE, menu));
        }
        return row;
    }

    private List<BlockElement> phases() {
        List<BlockElement> row = new ArrayList<>();
        if (status == Status.DISMISSED) {
            return row;
        }
        for (Phase phase : view.policy().phases()) {
            String value = id + "|" + phase.name();
            Optional<Workstream> work = view.incident().phases().find(phase.name());
            if (work.filter(Workstream::isRunning).isPresent()) {
                row.add(
                        Shapes.button(
                                "Finish " + phase.title(), "phase-finish:" + phase.name(), value));
            } else if (work.isEmpty() && (status != Status.CLOSED || phase.looksBack())) {
                row.add(
                        Shapes.button(
                                "Start " + phase.title(), "phase-start:" + phase.name(), value));
            }
        }
        return row.stream().limit(PHASES).toList();
    }

    private ButtonElement resolve() {
        return Shapes.asking(
                button("Resolve", "resolve"),
                "Resolve " + view.incident().id() + "?",
                "The work is done and the stability watch begins. If it comes back, reopen it.",
                "Resolve");
    }

    private ButtonElement button(String label, String action) {
        return Shapes.button(label, action, id);
    }
}

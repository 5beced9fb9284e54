package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.duty.Writings;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.Incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Drafts where the clocks are that they answer, so that there is one place to look. */
public final class DutyDrafts implements Writings {
    private static final int SHOWN = 3;
    private static final int OTHERS = 5;

    @Override
    public List<String> lines(DutyCase duty) {
        List<Draft> all = of(duty);
        List<String> lines = new ArrayList<>();
        for (Draft draft : all.subList(0, Math.min(SHOWN, all.size()))) {
            lines.add("✍️ " + DraftSheets.summary(draft));
        }
        if (all.size() > SHOWN) {
            lines.add("… and " + (all.size() - SHOWN) + " more drafts");
        }
        return lines;
    }

    @Override
    public List<BlockElement> buttons(DutyCase duty) {
        return row(duty, "Write the notice");
    }

    private static List<BlockElement> row(DutyCase duty, String write) {
        List<BlockElement> row =
                of(duty).stream()
                        .limit(SHOWN)
                        .map(draft -> open(draft, duty.incident()))
                        .collect(Collectors.toList());
        if (!isUnderWay(duty)) {
            // which purpose the words have is asked then
            String value = duty.incident().id().number() + "||" + duty.rule().name();
            row.add(Shapes.button(write, "draft:" + duty.rule().name(), value));
        }
        return row;
    }

    @Override
    public List<BlockElement> written(DutyCase duty) {
        return duty.standing().discharged().isPresent()
                ? row(duty, "Write another notice")
                : of(duty).stream()
                        .limit(SHOWN)
                        .map(draft -> open(draft, duty.incident()))
                        .collect(Collectors.toList());
    }

    @Override
    public List<BlockElement> head(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        List<BlockElement> row = new ArrayList<>();
        row.add(Shapes.button("Write a notice", "draft:new", id));
        int written = view.incident().dossier().drafts().all().size();
        if (written > 0) {
            row.add(Shapes.button("All notices (" + written + ")", "notices", id));
        }
        return row;
    }

    @Override
    public List<LayoutBlock> others(IncidentView view) {
        List<Draft> others =
                view.incident().dossier().drafts().all().reversed().stream()
                        .filter(draft -> draft.duty().isEmpty())
                        .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        List<Draft> shown = others.subList(0, Math.min(OTHERS, others.size()));
        String more =
                others.size() > OTHERS
                        ? "\n… and " + (others.size() - OTHERS) + " more: press _All notices_"
                        : "";
        String lines =
                shown.stream()
                        .map(DraftSheets::summary)
                        .collect(Collectors.joining("\n• ", "*Other notices*\n• ", more));
        List<BlockElement> row =
                shown.stream()
                        .map(draft -> open(draft, view.incident()))
                        .collect(Collectors.toList());
        return List.of(Shapes.section(lines), Shapes.actions("other-notices", row));
    }

    /** Whether words for it are written and have not gone out yet. */
    static boolean isUnderWay(DutyCase duty) {
        return of(duty).stream().anyMatch(draft -> !draft.stage().isOver());
    }

    /** The newest first, and nothing that was given up. */
    private static List<Draft> of(DutyCase duty) {
        return duty.incident().dossier().drafts().all().reversed().stream()
                .filter(draft -> draft.stage() != Stage.WITHDRAWN)
                .filter(draft ->
                        draft.duty().filter(duty.rule().name().value()::equals).isPresent())
                .toList();
    }

    private static BlockElement open(Draft draft, Incident incident) {
        return Shapes.button(
                "Open " + draft.label(),
                "draft-read:" + draft.number(),
                DraftRef.to(incident.id(), draft).toString());
    }
}

package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Reviewing;
import io.muster.db.incident.BoardRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checklist items that a person was asked to do and has not done, in incidents that are open
 * and in those that are closed and still owe something that is learnt from them.
 */
final class MyTasks {
    /** Open incidents that are looked at, the gravest first. */
    private static final int INCIDENTS = 40;

    private static final int SHOWN = 15;

    private MyTasks() {}

    static List<LayoutBlock> blocks(Reception reception, PersonId reader) {
        List<String> lines = new ArrayList<>();
        for (IncidentId id : looked(reception, reader)) {
            Optional<IncidentView> view = reception.view(id, reader);
            view.ifPresent(v -> lines.addAll(lines(v, reader)));
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder("*Assigned to you* (" + lines.size() + ")");
        lines.stream().limit(SHOWN).forEach(line -> text.append("\n").append(line));
        if (lines.size() > SHOWN) {
            text.append("\n… and ").append(lines.size() - SHOWN).append(" more");
        }
        return List.of(Shapes.divider(), Shapes.section(text.toString()));
    }

    private static List<IncidentId> looked(Reception reception, PersonId reader) {
        Stream<IncidentId> open =
                reception.records().open(reader).stream().limit(INCIDENTS).map(BoardRow::id);
        Stream<IncidentId> learning =
                reception.records().owing(Reviewing.CLOCK.value(), reader).stream()
                        .map(seen -> seen.incident().id())
                        .limit(INCIDENTS);
        return Stream.concat(open, learning).distinct().toList();
    }

    private static List<String> lines(IncidentView view, PersonId reader) {
        List<String> lines = new ArrayList<>();
        for (Phase phase : view.policy().phases()) {
            for (Item item : view.items(phase)) {
                if (isMine(item, view, reader)) {
                    lines.add(line(item, view));
                }
            }
        }
        return lines;
    }

    private static boolean isMine(Item item, IncidentView view, PersonId reader) {
        return view.incident().checklists().assignee(item.name()).filter(reader::equals).isPresent()
                && !view.incident().checklists().settled(item.name());
    }

    private static String line(Item item, IncidentView view) {
        String where =
                view.incident().room().map(r -> " · " + Mrkdwn.channel(r.channel())).orElse("");
        return "◻️ "
                + Mrkdwn.escape(Foreign.atMost(item.text(), 120))
                + " · "
                + view.incident().id()
                + where;
    }
}

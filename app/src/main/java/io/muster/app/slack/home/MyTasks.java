package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Reviewing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a person's hands: the roles that they hold in open incidents, and the checklist items
 * that they were asked to do and have not done, there and where something is still to be learnt.
 */
final class MyTasks {
    private static final int SHOWN = 15;
    private static final int ITEM = 120;

    private MyTasks() {}

    static List<LayoutBlock> blocks(Reception reception, PersonId reader, List<IncidentView> open) {
        Listing listing = listing(reception, reader, open);
        return listing.isEmpty() ? List.of() : ListingBlocks.paragraph(listing, SHOWN);
    }

    static Listing listing(Reception reception, PersonId reader, List<IncidentView> open) {
        List<String> lines = new ArrayList<>();
        open.forEach(view -> lines.addAll(roles(view, reader)));
        looked(reception, reader, open).forEach(view -> lines.addAll(items(view, reader)));
        return new Listing(Listing.Sort.MINE, lines);
    }

    private static List<IncidentView> looked(
            Reception reception, PersonId reader, List<IncidentView> open) {
        Map<IncidentId, IncidentView> all = new LinkedHashMap<>();
        open.forEach(view -> all.put(view.incident().id(), view));
        reception.records().owing(Reviewing.CLOCK.value(), reader).stream()
                .map(seen ->
                        new IncidentView(
                                seen.incident(),
                                reception.office().policyOf(seen.incident()),
                                seen.now()))
                .forEach(view -> all.putIfAbsent(view.incident().id(), view));
        return List.copyOf(all.values());
    }

    private static List<String> roles(IncidentView view, PersonId reader) {
        return view.incident().crew().roles().holders().entrySet().stream()
                .filter(held -> held.getValue().person().equals(reader))
                .map(held ->
                        "👤 "
                                + Mrkdwn.escape(view.policy().titleOf(held.getKey()))
                                + " of "
                                + OpenIncidents.name(view)
                                + " · "
                                + OpenIncidents.where(view))
                .toList();
    }

    private static List<String> items(IncidentView view, PersonId reader) {
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
                + Mrkdwn.escape(Foreign.atMost(item.text(), ITEM))
                + " · "
                + view.incident().id()
                + where;
    }
}

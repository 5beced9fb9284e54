package io.muster.app.slack.checklist;

import io.muster.app.slack.Numbers;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.PhaseName;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a checklist sheet carries along, so that a press on it is understood as it was meant.
 *
 * @param turn counts how often the sheet was drawn: Slack keeps what is ticked in a block for as
 *     long as the block has its name, even if the tick was refused
 * @param ticked by group: what was ticked when the sheet was drawn, so that a press on an old sheet
 *     does not undo what somebody else has ticked meanwhile
 * @param item the item that a form is about, if it is one
 */
record Sheet(
        IncidentId incident,
        PhaseName phase,
        int turn,
        List<Integer> ticked,
        Optional<ItemName> item) {
    Sheet {
        ticked = List.copyOf(ticked);
    }

    /** What {@link #metadata} wrote. */
    static Optional<Sheet> parse(String metadata) {
        String[] parts = metadata.split("\\|", -1);
        if (parts.length < 5 || !parts[2].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        List<Integer> ticked = new ArrayList<>();
        Arrays.stream(parts[3].split(","))
                .filter(mask -> mask.matches("\\d{1,4}"))
                .forEach(mask -> ticked.add(Integer.valueOf(mask)));
        return Numbers.incident(parts[0])
                .map(id ->
                        new Sheet(
                                id,
                                new PhaseName(parts[1]),
                                Integer.parseInt(parts[2]),
                                ticked,
                                parts[4].isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(new ItemName(parts[4]))));
    }

    String metadata() {
        return String.join(
                "|",
                String.valueOf(incident.number()),
                phase.value(),
                String.valueOf(turn),
                ticked.stream().map(String::valueOf).collect(Collectors.joining(",")),
                item.map(ItemName::value).orElse(""));
    }

    boolean wasTicked(int group, int place) {
        return group < ticked.size() && (ticked.get(group) & (1 << place)) != 0;
    }
}

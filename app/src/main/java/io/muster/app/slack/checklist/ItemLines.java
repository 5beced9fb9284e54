package io.muster.app.slack.checklist;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.RichText;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.NotApplicable;
import io.muster.core.checklist.Reference;
import io.muster.core.checklist.Tick;
import io.muster.core.policy.Item;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of items: who did what and when, why not, who is asked, what proves it. */
final class ItemLines {
    private static final int SHORT = 50;
    private static final int REASON = 150;
    private static final int REFERENCE = 80;
    private static final int MOST_REFERENCES = 3;

    private ItemLines() {}

    /** One line for each item of which there is something to say. */
    static Optional<LayoutBlock> of(List<Item> items, IncidentView view) {
        Checklists checklists = view.incident().checklists();
        List<Phrase> lines = new ArrayList<>();
        for (Item item : items) {
            Phrase state = state(item, checklists);
            if (!state.isEmpty()) {
                lines.add(state);
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(RichText.lines(lines));
    }

    /** What there is to say of one item; nothing if it is open and nobody has touched it. */
    static Phrase state(Item item, Checklists checklists) {
        String name = Foreign.atMost(item.text(), SHORT) + ": ";
        Optional<Tick> tick = checklists.tick(item.name());
        Optional<NotApplicable> ruling = checklists.notApplicable(item.name());
        List<Reference> references = checklists.references(item.name());
        if (tick.isPresent()) {
            Phrase line = by(Phrase.of("☑️ " + name), tick.get().by(), tick.get().at());
            return proof(
                    tick.get().byItself() ? line.say(", shown by the record") : line, references);
        }
        if (ruling.isPresent()) {
            Phrase line =
                    Phrase.of("➖ " + name + "not applicable, because: ")
                            .quote(atMost(ruling.get().because(), REASON))
                            .say(" — ");
            return proof(by(line, ruling.get().by(), ruling.get().at()), references);
        }
        return checklists
                .assignee(item.name())
                .map(person -> proof(Phrase.of("👤 " + name).who(person), references))
                .orElseGet(() ->
                        references.isEmpty()
                                ? Phrase.EMPTY
                                : proof(Phrase.of("◻️ " + name + "open"), references));
    }

    private static Phrase by(Phrase before, Actor by, Instant at) {
        return by.person().map(before::who).orElse(before.say("Muster")).say(", ").at(at);
    }

    private static Phrase proof(Phrase before, List<Reference> references) {
        Phrase phrase = before;
        int shown = Math.min(MOST_REFERENCES, references.size());
        for (Reference reference : references.subList(0, shown)) {
            phrase = phrase.say(" · 🔗 ").quote(atMost(reference.text(), REFERENCE));
        }
        return references.size() > shown
                ? phrase.say(" … and " + (references.size() - shown) + " more")
                : phrase;
    }

    private static FreeText atMost(FreeText words, int longest) {
        return new FreeText(Foreign.atMost(words.text(), longest));
    }
}

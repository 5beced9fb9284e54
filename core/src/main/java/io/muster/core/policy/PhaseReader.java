package io.muster.core.policy;

import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phases and their checklists. */
final class PhaseReader {
    /** Other milestones are reached by what people say or do, not by finishing a phase. */
    private static final Choices<Milestone> REACHED =
            Choices.of(Milestone::word, Milestone.CONTAINED, Milestone.RESTORED);

    private static final Choices<Boolean> STARTS =
            Choices.of(byItself -> byItself ? "with-the-incident" : "by-hand", false, true);
    private static final Choices<AutoTick> TICKED_BY =
            Choices.of(AutoTick::word, AutoTick.values());

    private final Names names;
    private final Map<String, Passage> items = new HashMap<>();

    private PhaseReader(Names names) {
        this.names = names;
    }

    static List<Phase> read(Passage passage, Names names) {
        PhaseReader reader = new PhaseReader(names);
        List<Phase> phases = new ArrayList<>();
        passage.named(Naming.WORDS, "containment")
                .forEach((name, part) -> phases.add(reader.phase(new PhaseName(name), part)));
        return phases;
    }

    private Phase phase(PhaseName name, Passage passage) {
        Form form = passage.form("title", "starts", "reaches", "checklist");
        return new Phase(
                name,
                RoleReader.title(form.need("title")),
                form.find("starts").map(p -> p.choice(STARTS)).orElse(false),
                form.find("reaches").map(p -> p.choice(REACHED)),
                form.find("checklist").map(this::checklist).orElse(List.of()));
    }

    private List<Item> checklist(Passage passage) {
        List<Item> checklist = new ArrayList<>();
        passage.named(Naming.WORDS, "custody")
                .forEach((key, part) -> {
                    Passage other = items.putIfAbsent(key, part);
                    if (other != null) {
                        part.problem(
                                "has the name of another item, `"
                                        + other.path()
                                        + "` on line "
                                        + other.line()
                                        + ".",
                                "Rename one: an item is ticked by its name alone.");
                    }
                    checklist.add(item(new ItemName(key), part));
                });
        return checklist;
    }

    /** An item of which nothing but its words is written may be written as just these words. */
    private Item item(ItemName name, Passage passage) {
        if (passage.isText()) {
            return new Item(name, passage.text(), Scope.ALL, false, Optional.empty());
        }
        Form form = passage.form("text", "only", "required", "ticked-by");
        return new Item(
                name,
                form.text("text"),
                form.find("only").map(p -> ScopeReader.read(p, names)).orElse(Scope.ALL),
                form.find("required").map(Passage::yes).orElse(false),
                form.find("ticked-by").map(p -> p.choice(TICKED_BY)));
    }
}

package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.List;

/** What has to be settled before what. */
final class GateReader {
    private static final String START = "start";
    private static final String FINISH = "finish";
    private static final String TICK = "tick";
    private static final String SHARE = "share-evidence";

    private final Names names;
    private final List<Phase> phases;

    private GateReader(Names names, List<Phase> phases) {
        this.names = names;
        this.phases = phases;
    }

    static List<Gate> read(Passage passage, Names names, List<Phase> phases) {
        GateReader reader = new GateReader(names, phases);
        List<Gate> gates = new ArrayList<>();
        passage.named(Naming.WORDS, "evidence-first")
                .forEach((name, part) -> gates.add(reader.gate(name, part)));
        return gates;
    }

    private Gate gate(String name, Passage passage) {
        Form form = passage.form("title", "before", "needs", "only");
        return new Gate(
                name,
                RoleReader.title(form.need("title")),
                List.copyOf(form.need("before").each(this::guard)),
                List.copyOf(form.need("needs").each(p -> names.item(p, p.text()))),
                form.find("only").map(p -> ScopeReader.read(p, names)).orElse(Scope.ALL));
    }

    private Guard guard(Passage passage) {
        String[] words = passage.text().split(" +", 2);
        String name = words.length < 2 ? "" : words[1];
        return switch (words[0]) {
            case START -> starting(passage, name);
            case FINISH -> new Guard.Finishing(names.phase(passage, name));
            case TICK -> ticking(passage, name);
            case SHARE -> new Guard.SharingEvidence();
            default -> unknown(passage, words[0]);
        };
    }

    private Guard starting(Passage passage, String name) {
        boolean byItself =
                phases.stream().anyMatch(p -> p.name().value().equals(name) && p.startsByItself());
        if (byItself) {
            passage.problem(
                    "guards the start of a phase that begins with the incident.",
                    "Guard its end with `finish " + name + "`, or another phase.");
        }
        return new Guard.Starting(names.phase(passage, name));
    }

    private Guard ticking(Passage passage, String name) {
        boolean byItself =
                phases.stream()
                        .flatMap(p -> p.items().stream())
                        .anyMatch(i -> i.name().value().equals(name) && i.tickedBy().isPresent());
        if (byItself) {
            passage.problem(
                    "guards an item that the record ticks by itself.",
                    "Guard the phase with `finish`, or take `ticked-by` off the item.");
        }
        return new Guard.Ticking(names.item(passage, name));
    }

    private static Guard unknown(Passage passage, String word) {
        if (!word.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which no gate can guard.",
                    Nearest.remedy(
                            word,
                            List.of(START, FINISH, TICK, SHARE),
                            "Write `start` or `finish` and a phase, `tick` and an item, or"
                                    + " `share-evidence`; the first words are"));
        }
        return new Guard.SharingEvidence();
    }
}

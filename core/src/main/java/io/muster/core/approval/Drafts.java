package io.muster.core.approval;

import io.muster.core.PersonId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words that leave the building: drafted, reviewed, released, sent. Numbered from 1. */
public record Drafts(List<Draft> all) {
    /** Nothing yet. */
    public static final Drafts NONE = new Drafts(List.of());

    public Drafts {
        all = List.copyOf(all);
    }

    /** The draft with this number. */
    public Optional<Draft> find(int number) {
        return all.stream().filter(d -> d.number() == number).findFirst();
    }

    /** The number that the next draft gets. */
    public int next() {
        return all.size() + 1;
    }

    /** The drafts that wait for this person's approval. */
    public List<Draft> waitingFor(PersonId person) {
        return all.stream()
                .filter(d ->
                        d.pending().stream()
                                .anyMatch(r -> r.person().filter(person::equals).isPresent()))
                .toList();
    }

    /** With this draft put in place of the one with its number, or behind all others. */
    public Drafts with(Draft draft) {
        List<Draft> changed = new ArrayList<>(all);
        if (draft.number() <= changed.size()) {
            changed.set(draft.number() - 1, draft);
        } else {
            changed.add(draft);
        }
        return new Drafts(changed);
    }
}

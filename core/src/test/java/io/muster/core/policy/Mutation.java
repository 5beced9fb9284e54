package io.muster.core.policy;

import io.muster.core.written.Written;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Does to a written policy what tired people do: drops, misspells, moves and mangles one thing. */
final class Mutation {
    private final RandomGenerator random;
    private final List<Written> all = new ArrayList<>();
    private int untilTarget;

    private Mutation(Written root, RandomGenerator random) {
        this.random = random;
        collect(root);
        this.untilTarget = random.nextInt(all.size());
    }

    /** The tree with one thing changed. */
    static Written of(Written root, RandomGenerator random) {
        Mutation mutation = new Mutation(root, random);
        return mutation.walk(root);
    }

    private Written walk(Written written) {
        if (untilTarget-- == 0) {
            return mutated(written);
        }
        return switch (written) {
            case Written.Scalar s -> s;
            case Written.Sequence s ->
                    new Written.Sequence(
                            s.items().stream().map(this::walk).toList(), s.line(), s.column());
            case Written.Mapping m ->
                    new Written.Mapping(
                            m.entries().stream()
                                    .map(e -> new Written.Entry(e.key(), walk(e.value())))
                                    .toList(),
                            m.line(),
                            m.column());
        };
    }

    private Written mutated(Written written) {
        Written other = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new Written.Scalar("", written.line(), written.column());
            case 1 -> other;
            case 2 -> new Written.Sequence(List.of(written), written.line(), written.column());
            case 3 ->
                    new Written.Mapping(
                            List.of(new Written.Entry(scalar("x", written), written)),
                            written.line(),
                            written.column());
            case 4 -> new Written.Mapping(List.of(), written.line(), written.column());
            default -> inside(written, other);
        };
    }

    private Written inside(Written written, Written other) {
        return switch (written) {
            case Written.Scalar s -> scalar(misspelt(s.text()), s);
            case Written.Sequence s ->
                    new Written.Sequence(changed(s.items(), other), s.line(), s.column());
            case Written.Mapping m -> {
                Written.Entry strange = new Written.Entry(scalar("strange", m), other);
                List<Written.Entry> entries = changed(m.entries(), strange);
                yield new Written.Mapping(misspelt(entries), m.line(), m.column());
            }
        };
    }

    private <T> List<T> changed(List<T> list, T other) {
        List<T> changed = new ArrayList<>(list);
        if (changed.isEmpty() || random.nextInt(4) == 0) {
            changed.add(other);
            return changed;
        }
        int at = random.nextInt(changed.size());
        switch (random.nextInt(3)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(changed.get(at));
            default -> changed.addFirst(changed.remove(at));
        }
        return changed;
    }

    private List<Written.Entry> misspelt(List<Written.Entry> entries) {
        if (entries.isEmpty() || random.nextBoolean()) {
            return entries;
        }
        List<Written.Entry> changed = new ArrayList<>(entries);
        int at = random.nextInt(changed.size());
        Written.Entry entry = changed.get(at);
        changed.set(
                at,
                new Written.Entry(
                        scalar(misspelt(entry.key().text()), entry.key()), entry.value()));
        return changed;
    }

    private String misspelt(String text) {
        int at = random.nextInt(text.length() + 1);
        String before = text.substring(0, at);
        String after = text.substring(at);
        return switch (random.nextInt(5)) {
            case 0 -> before + "z" + after;
            case 1 -> after.isEmpty() ? "" : before + after.substring(1);
            case 2 -> after + before;
            case 3 -> before + "\u202E\uD83D\uDD25 \n" + after;
            default -> text.repeat(40);
        };
    }

    private void collect(Written written) {
        all.add(written);
        switch (written) {
            case Written.Scalar ignored -> {}
            case Written.Sequence s -> s.items().forEach(this::collect);
            case Written.Mapping m -> m.entries().forEach(e -> collect(e.value()));
        }
    }

    private static Written.Scalar scalar(String text, Written at) {
        return new Written.Scalar(text, at.line(), at.column());
    }
}

package io.muster.core.statuspage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of a component by an entry, all that is said of other incidents included. */
public record ComponentChange(String component, ComponentState from, ComponentState to) {
    public ComponentChange {
        Objects.requireNonNull(component);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /**
     * One for each component that an entry or the one before it names: their order depends on
     * nothing else.
     *
     * @param beside what the public was told last of the other incidents
     */
    public static List<ComponentChange> between(
            Optional<Bulletin> before, Bulletin after, List<Bulletin> beside) {
        Standing old = Standing.of(with(beside, before.stream()));
        Standing now = Standing.of(with(beside, Stream.of(after)));
        Set<String> named = new LinkedHashSet<>();
        before.ifPresent(b -> b.ailing().forEach(a -> named.add(a.component())));
        after.ailing().forEach(a -> named.add(a.component()));
        return named.stream().map(c -> new ComponentChange(c, old.of(c), now.of(c))).toList();
    }

    /** Whether the component does as it did. */
    public boolean isNone() {
        return from == to;
    }

    private static List<Bulletin> with(List<Bulletin> beside, Stream<Bulletin> one) {
        List<Bulletin> all = new ArrayList<>(beside);
        one.forEach(all::add);
        return all;
    }
}

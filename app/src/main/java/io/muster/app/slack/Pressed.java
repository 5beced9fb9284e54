package io.muster.app.slack;

import io.muster.app.desk.Knock;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A button or another interactive element.
 *
 * @param parameter what follows the colon in the action's id; empty if nothing does
 * @param value the button's value, or the values that are selected
 * @param inView the view in which it was pressed, if it was in one
 */
public record Pressed(
        Delivered from, String parameter, List<String> value, Optional<ViewRef> inView) {
    /** A view as far as an answer needs it. */
    public record ViewRef(String id, String hash, String metadata) {}

    public Pressed {
        Objects.requireNonNull(from);
        value = List.copyOf(value);
    }

    /** Who pressed it. */
    public PersonId by() {
        return from.by();
    }

    /** The incident that the button is about: values begin with its number. */
    public Optional<IncidentId> incident() {
        return value.stream().findFirst().flatMap(v -> Numbers.incident(part(v, 0)));
    }

    /** The part of the value after the first bar; empty if there is none. */
    public String detail() {
        return value.stream().findFirst().map(v -> part(v, 1)).orElse("");
    }

    /** The knock at the desk that this is. */
    public Knock knock() {
        return Knock.of(from.by(), "button", from.delivery());
    }

    private static String part(String value, int n) {
        String[] parts = value.split("\\|", 2);
        return n < parts.length ? parts[n] : "";
    }
}

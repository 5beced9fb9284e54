package io.muster.app.slack;

import com.slack.api.model.view.ViewState;

import io.muster.app.desk.Knock;
import io.muster.app.slack.block.Shown;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A modal that was submitted.
 *
 * @param metadata what we put into the view: the incident's number, if it is about one
 * @param shown what its fields held when it was drawn
 * @param values by block: what was filled in
 */
public record Submitted(
        Delivered from,
        String metadata,
        Shown shown,
        Map<String, Map<String, ViewState.Value>> values) {
    public Submitted {
        Objects.requireNonNull(from);
        values = Map.copyOf(values);
    }

    /** Who submitted it. */
    public PersonId by() {
        return from.by();
    }

    /** The incident that the modal is about. */
    public Optional<IncidentId> incident() {
        return Numbers.incident(metadata);
    }

    /** The text in this block; blank if it was left empty. */
    public FreeText text(String block) {
        return value(block).map(ViewState.Value::getValue).map(FreeText::of).orElse(FreeText.NONE);
    }

    /** The option chosen in this block. */
    public Optional<String> choice(String block) {
        return value(block)
                .map(ViewState.Value::getSelectedOption)
                .map(ViewState.SelectedOption::getValue);
    }

    /** The options ticked in this block. */
    public List<String> choices(String block) {
        return value(block)
                .map(ViewState.Value::getSelectedOptions)
                .map(options -> options.stream().map(ViewState.SelectedOption::getValue).toList())
                .orElse(List.of());
    }

    /** The person chosen in this block. */
    public Optional<PersonId> person(String block) {
        return value(block).map(ViewState.Value::getSelectedUser).map(PersonId::new);
    }

    /** The instant chosen in this block. */
    public Optional<java.time.Instant> instant(String block) {
        return value(block)
                .map(ViewState.Value::getSelectedDateTime)
                .map(seconds -> java.time.Instant.ofEpochSecond(seconds.longValue()));
    }

    /**
     * Whether this block holds something else than it showed. What was left alone is no statement:
     * somebody else may have changed it while the form was open.
     */
    public boolean changed(String block) {
        return !shown.held(block, value(block).map(Submitted::held).orElse(""));
    }

    private static String held(ViewState.Value value) {
        return Stream.of(
                        Stream.ofNullable(value.getValue()),
                        Stream.ofNullable(value.getSelectedOption())
                                .map(ViewState.SelectedOption::getValue),
                        Stream.ofNullable(value.getSelectedUser()),
                        Stream.ofNullable(value.getSelectedDateTime()).map(Shown::minute),
                        Stream.ofNullable(value.getSelectedDate()),
                        Stream.ofNullable(value.getSelectedOptions())
                                .map(options ->
                                        Shown.together(
                                                options.stream()
                                                        .map(ViewState.SelectedOption::getValue))))
                .flatMap(Function.identity())
                .findFirst()
                .orElse("");
    }

    /** The knock at the desk that this is. */
    public Knock knock() {
        return Knock.of(from.by(), "modal", from.delivery());
    }

    private Optional<ViewState.Value> value(String block) {
        return Optional.ofNullable(values.get(block))
                .flatMap(actions -> actions.values().stream().findFirst());
    }
}

package io.muster.app.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.core.PersonId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form knows what its fields held, and its metadata stays what it was. */
class ShownTest {
    private static final List<LayoutBlock> FIELDS =
            List.of(
                    Shapes.context("not a field"),
                    Forms.line("text", "Text", "", " Orders fail "),
                    Forms.line("empty", "Empty", "", ""),
                    Forms.choice(
                            "state",
                            "State",
                            List.of(Shapes.option("Open", "open"), Shapes.option("Done", "done")),
                            Optional.of("open"),
                            false),
                    Forms.person("who", "Who?", Optional.of(new PersonId("UANA"))),
                    Forms.when("when", "When?", "", Instant.parse("2026-03-04T10:00:31Z")),
                    Forms.ticks(
                            "ticks",
                            "What?",
                            List.of(Shapes.option("A", "a"), Shapes.option("B", "b")),
                            List.of("b", "a")));

    @Test
    void each_field_is_known_by_what_it_held() {
        Shown shown = Shown.in(modal("42|x", FIELDS).getPrivateMetadata());
        assertThat(shown.held("text", "Orders fail")).isTrue();
        assertThat(shown.held("text", "Orders fail again")).isFalse();
        assertThat(shown.held("empty", "")).isTrue();
        assertThat(shown.held("empty", "now")).isFalse();
        assertThat(shown.held("state", "open")).isTrue();
        assertThat(shown.held("state", "done")).isFalse();
        assertThat(shown.held("who", "UANA")).isTrue();
        assertThat(shown.held("who", "")).isFalse();
        assertThat(shown.held("ticks", Shown.together(Stream.of("b", "a")))).isTrue();
        assertThat(shown.held("ticks", "a")).isFalse();
        assertThat(shown.held("nowhere", "")).isFalse();
    }

    @Test
    void a_picker_forgets_the_seconds_and_that_is_no_change() {
        Shown shown = Shown.in(modal("42", FIELDS).getPrivateMetadata());
        int minute = (int) Instant.parse("2026-03-04T10:00:00Z").getEpochSecond();
        assertThat(shown.held("when", Shown.minute(minute))).isTrue();
        assertThat(shown.held("when", Shown.minute(minute + 60))).isFalse();
    }

    @Test
    void the_metadata_is_what_it_was_even_if_it_looks_alike() {
        for (String metadata : List.of("", "42", "42|about~that", "~", "a~b.c")) {
            assertThat(Shown.without(modal(metadata, FIELDS).getPrivateMetadata()))
                    .isEqualTo(metadata);
            assertThat(Shown.without(modal(metadata, List.of()).getPrivateMetadata()))
                    .isEqualTo(metadata);
        }
    }

    @Test
    void where_there_is_no_room_every_field_counts_as_changed() {
        String full = "x".repeat(2_990);
        String carried = modal(full, FIELDS).getPrivateMetadata();
        assertThat(carried).isEqualTo(full);
        assertThat(Shown.without(carried)).isEqualTo(full);
        assertThat(Shown.in(carried).held("empty", "")).isFalse();
    }

    private static View modal(String metadata, List<LayoutBlock> fields) {
        return Forms.modal("form", "Form", "Save", metadata, fields);
    }
}

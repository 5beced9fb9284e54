package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.Components;
import io.muster.db.TestPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class EventJsonTest {
    static Stream<Class<?>> kinds() {
        return EventNames.kinds().stream().map(kind -> kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_event_is_read_back_as_it_was_written(Class<? extends IncidentEvent> kind) {
        for (int seed = 0; seed < 40; seed++) {
            IncidentEvent event = Anything.seeded(seed).of(kind);
            Words words = new Words();
            JsonNode body = EventJson.write(event, words);

            assertThat(EventJson.read(EventNames.of(kind), body, words::text))
                    .as("seed %d", seed)
                    .isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_people_typed_is_never_in_the_bytes(Class<? extends IncidentEvent> kind) {
        List<FreeText> typed = new ArrayList<>();
        Anything people =
                Anything.full(7)
                        .saying(() -> {
                            typed.add(new FreeText("typed" + typed.size() + "xyz"));
                            return typed.getLast();
                        });
        Happened happened =
                new Happened(
                        people.of(kind), Actor.muster(), Instant.parse("2026-01-01T00:00:00Z"));
        Entry entry =
                Entry.make(
                        1,
                        1,
                        happened,
                        new Provenance("command", "r"),
                        TestPolicy.VERSION,
                        Hash.beforeTheFirst(1));

        assertThat(entry.canonical()).doesNotContain("xyz");
        assertThat(entry.words().all())
                .extracting(Words.Kept::text)
                .containsExactlyInAnyOrderElementsOf(typed);
    }

    /** What a newer Muster adds is passed over; what an older one did not know is empty. */
    @ParameterizedTest
    @MethodSource("kinds")
    void entries_of_other_versions_are_readable(Class<? extends IncidentEvent> kind) {
        IncidentEvent event = Anything.full(3).of(kind);
        Words words = new Words();
        JsonNode body = EventJson.write(event, words);
        ObjectNode older = (ObjectNode) older(body, event);
        older.put("a-thing-of-a-newer-version", 1);
        older.putObject("and-another").putArray("with").add("parts");

        assertThat(EventJson.read(EventNames.of(kind), older, words::text)).isEqualTo(bare(event));
    }

    /** What is empty is not written, so a component that is added later changes no old bytes. */
    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_empty_is_not_written(Class<? extends IncidentEvent> kind) {
        IncidentEvent event = Anything.full(3).of(kind);

        assertThat(EventJson.write((IncidentEvent) bare(event), new Words()))
                .isEqualTo(older(EventJson.write(event, new Words()), event));
    }

    /** What a record works out, such as {@code isOpen}, is not a fact to be remembered. */
    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_is_written_but_the_components(Class<? extends IncidentEvent> kind) {
        IncidentEvent event = Anything.full(5).of(kind);

        assertNothingElse(EventJson.write(event, new Words()), event);
    }

    @Test
    void words_that_were_erased_are_shown_as_such_by_whoever_looks_them_up() {
        JsonNode body =
                EventJson.write(new IncidentEvent.NoteAdded(new FreeText("a name")), new Words());

        assertThat(EventJson.read("note-added", body, place -> new FreeText(FreeText.ERASED_TEXT)))
                .isEqualTo(new IncidentEvent.NoteAdded(new FreeText("[erased]")));
    }

    @Test
    void blank_words_need_no_commitment() {
        Words words = new Words();
        JsonNode body =
                EventJson.write(
                        new IncidentEvent.UpdatePosted(
                                1, FreeText.NONE, new FreeText("  "), new FreeText("x")),
                        words);

        assertThat(words.all()).hasSize(1);
        assertThat(EventJson.read("update-posted", body, words::text))
                .isEqualTo(
                        new IncidentEvent.UpdatePosted(
                                1, FreeText.NONE, new FreeText("  "), new FreeText("x")));
    }

    @Test
    void a_commitment_says_nothing_about_the_words_without_the_salt() {
        IncidentEvent event = new IncidentEvent.NoteAdded(new FreeText("yes"));

        assertThat(EventJson.write(event, new Words()))
                .isNotEqualTo(EventJson.write(event, new Words()));
    }

    @Test
    void an_event_that_this_version_does_not_know_is_named() {
        assertThatThrownBy(() -> EventNames.classOf("teleported"))
                .hasMessageContaining("teleported")
                .hasMessageContaining("newer version");
    }

    @Test
    void every_actor_is_read_back_and_no_other_is_taken_for_muster() {
        for (int seed = 0; seed < 200; seed++) {
            Actor actor = Anything.seeded(seed).of(Actor.class);
            assertThat(DomainJson.actor(DomainJson.actor(actor))).isEqualTo(actor);
        }
        assertThatThrownBy(() -> DomainJson.actor("robot:7")).hasMessageContaining("robot:7");
    }

    /** The same without everything that may be missing, in it and in its parts. */
    private static Object bare(Object record) {
        return Components.map(
                record,
                (component, value) ->
                        switch (value) {
                            case Optional<?> ignored -> Optional.empty();
                            case List<?> ignored -> List.of();
                            case FreeText ignored -> FreeText.NONE;
                            case Record part when isWrittenAsAnObject(part) -> bare(part);
                            default -> value;
                        });
    }

    /** Its JSON, likewise without. */
    private static JsonNode older(JsonNode json, Object record) {
        ObjectNode older = ((ObjectNode) json).deepCopy();
        for (var component : record.getClass().getRecordComponents()) {
            String name = component.getName();
            Object value = Components.value(record, component);
            if (value instanceof Optional<?>
                    || value instanceof List<?>
                    || value instanceof FreeText) {
                older.remove(name);
            } else if (value instanceof Record part && isWrittenAsAnObject(part)) {
                older.set(name, older(older.get(name), part));
            }
        }
        return older;
    }

    private static void assertNothingElse(JsonNode json, Object record) {
        List<String> components =
                Stream.of(record.getClass().getRecordComponents()).map(c -> c.getName()).toList();
        assertThat(json.propertyNames()).isSubsetOf(components);
        for (var component : record.getClass().getRecordComponents()) {
            Object value = Components.value(record, component);
            JsonNode part = json.get(component.getName());
            if (value instanceof Record inner && isWrittenAsAnObject(inner)) {
                assertNothingElse(part, inner);
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Record inner && isWrittenAsAnObject(inner)) {
                        assertNothingElse(part.get(i), inner);
                    }
                }
            }
        }
    }

    private static boolean isWrittenAsAnObject(Record record) {
        return !(record instanceof FreeText) && DomainJson.mapper().valueToTree(record).isObject();
    }
}

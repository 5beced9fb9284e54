package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.gallery.Catch;
import io.muster.app.gallery.ContactSheets;
import io.muster.app.gallery.Fitness;
import io.muster.app.gallery.GoldenShapes;
import io.muster.app.sandbox.Delivery;
import io.muster.app.sandbox.Drawings;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every message, modal and Home that Muster shows on one tour through all that it does. */
@Tag("M6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Gallery {
    /** Later than the workspace's own clock, so that nothing is said before it happened. */
    private static final Instant MONDAY = Instant.parse("2035-03-05T09:00:00Z");

    private Caught caught;

    /**
     * What one tour saw.
     *
     * @param typed the verbs that were typed
     */
    record Caught(
            Catch shapes,
            Set<String> typed,
            Set<String> shortcuts,
            Map<String, JsonNode> drawings) {}

    abstract GalleryWorld world();

    @BeforeAll
    void tour() {
        GalleryWorld world = world();
        try (Story story =
                Story.beginStill(world.policy(), MONDAY, "ana", world::seed, world::team)) {
            GalleryTour tour = new GalleryTour(story, world);
            tour.go();
            caught = caught(story, tour);
        }
    }

    @Test
    void everything_that_is_shown_is_within_slacks_limits_and_speaks() {
        List<String> problems =
                caught().shapes().all().stream()
                        .flatMap(shape -> Fitness.problems(shape).stream())
                        .distinct()
                        .toList();
        assertThat(problems).isEmpty();
    }

    @Test
    void everything_looks_as_its_file_says() {
        GoldenShapes.compare(world().name(), caught().shapes().richest());
    }

    @Test
    void everything_can_be_looked_at() {
        Map<String, JsonNode> drawings = caught().drawings();
        assertThat(ContactSheets.keep(world().name(), drawings)).isEqualTo(drawings.size());
    }

    Caught caught() {
        return Objects.requireNonNull(caught);
    }

    private static Caught caught(Story story, GalleryTour tour) {
        Catch shapes =
                Catch.of(story.sandbox(), TestDatabase.sent(story.database())).with(tour.answers());
        Set<String> verbs = verbs(story);
        Set<String> shortcuts = shortcuts(story);
        Map<String, JsonNode> drawings = new TreeMap<>();
        try (Drawings page =
                new Drawings(story.sandbox(), story.person("kim"), story.channel("incidents"))) {
            shapes.richest().forEach((name, shape) -> drawings.put(name, page.of(shape.body())));
        }
        return new Caught(shapes, verbs, shortcuts, drawings);
    }

    private static Set<String> verbs(Story story) {
        return story.sandbox().deliveries().stream()
                .map(Delivery::payload)
                .map(payload -> Json.text(payload, "text").strip().replaceAll("\\s.*", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> shortcuts(Story story) {
        return story.sandbox().deliveries().stream()
                .map(Delivery::payload)
                .filter(p -> Set.of("shortcut", "message_action").contains(Json.text(p, "type")))
                .map(p -> Json.text(p, "callback_id"))
                .collect(Collectors.toSet());
    }
}

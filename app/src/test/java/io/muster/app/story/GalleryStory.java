package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.RegisteredWays;
import io.muster.app.gallery.Catch;
import io.muster.app.gallery.ContactSheets;
import io.muster.app.gallery.Fitness;
import io.muster.app.gallery.GoldenShapes;
import io.muster.app.gallery.Shape;
import io.muster.app.sandbox.Delivery;
import io.muster.app.sandbox.Drawings;
import io.muster.app.sandbox.json.Json;
import io.muster.app.slack.Ways;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every message, modal and Home that Muster can show, as usual and at its worst: 200 open
 * incidents, words of 3,000 characters, 100 items on a checklist.
 */
@Tag("M6")
class GalleryStory {
    /** Later than the workspace's own clock, so that nothing is said before it happened. */
    private static final Instant MONDAY = Instant.parse("2035-03-05T09:00:00Z");
    /**
     * Shown only where a channel has no canvas, where the team has a ticket system, to whoever takes
     * over an exhibit with a hash, and to some who are not on this tour: their own stories show them.
     */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "action-ticket",
                    "custody-take",
                    "draft-submit",
                    "export",
                    "oncall-show",
                    "review-page");

    private static final Map<String, Caught> CAUGHT = new HashMap<>();

    /**
     * What one tour saw.
     *
     * @param typed the verbs that were typed
     */
    private record Caught(
            Catch shapes,
            Set<String> typed,
            Set<String> shortcuts,
            Map<String, JsonNode> drawings) {}

    @BeforeAll
    static void tour() {
        for (GalleryWorld world : List.of(GalleryWorld.USUAL, GalleryWorld.WORST)) {
            try (Story story =
                    Story.beginStill(world.policy(), MONDAY, "ana", world::seed, world::team)) {
                GalleryTour tour = new GalleryTour(story, world);
                tour.go();
                CAUGHT.put(world.name(), caught(story, tour));
            }
        }
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

    @AfterAll
    static void forget() {
        CAUGHT.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "worst"})
    void everything_that_is_shown_is_within_slacks_limits_and_speaks(String world) {
        List<String> problems =
                caught(world).shapes().all().stream()
                        .flatMap(shape -> Fitness.problems(shape).stream())
                        .distinct()
                        .toList();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "worst"})
    void everything_looks_as_its_file_says(String world) {
        GoldenShapes.compare(world, caught(world).shapes().richest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "worst"})
    void everything_can_be_looked_at(String world) {
        Map<String, JsonNode> drawings = caught(world).drawings();
        assertThat(ContactSheets.keep(world, drawings)).isEqualTo(drawings.size());
    }

    @Test
    void no_kind_of_notice_is_left_out() {
        Set<String> kinds =
                Arrays.stream(Notice.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(said()).containsAll(kinds);
    }

    @Test
    void no_surface_that_shows_a_message_is_left_out() {
        for (Effect.Surface surface : Effect.Surface.values()) {
            switch (surface) {
                case CARD, ANNOUNCEMENT, POST_MORTEM ->
                        assertThat(names())
                                .contains(
                                        "surface-"
                                                + surface.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'));
                case PIN, TOPIC, BOOKMARKS, DOCUMENT -> {} // no message of their own
            }
        }
    }

    @Test
    void no_modal_that_can_be_submitted_is_left_out() {
        Set<String> shown =
                names().stream()
                        .filter(name -> name.startsWith("modal-"))
                        .map(name -> name.substring("modal-".length()))
                        .collect(Collectors.toSet());
        assertThat(missing(ways().modals(), shown)).isEmpty();
    }

    @Test
    void no_verb_is_left_out() {
        Ways ways = ways();
        Set<String> typed = new HashSet<>();
        CAUGHT.values().forEach(c -> typed.addAll(c.typed()));
        Set<String> meant =
                typed.stream()
                        .flatMap(word -> ways.verb(word).stream())
                        .map(Ways.Verb::name)
                        .collect(Collectors.toSet());
        assertThat(missing(ways.verbs().stream().map(Ways.Verb::name).toList(), meant)).isEmpty();
    }

    @Test
    void no_button_is_left_out() {
        Set<String> shown = new HashSet<>();
        CAUGHT.values().stream()
                .flatMap(c -> c.shapes().all().stream())
                .forEach(shape -> shown.addAll(acts(shape.body())));
        assertThat(missing(ways().buttons(), shown)).isEmpty();
    }

    @Test
    void no_shortcut_is_left_out() {
        Set<String> used = new HashSet<>();
        CAUGHT.values().forEach(c -> used.addAll(c.shortcuts()));
        assertThat(missing(ways().shortcuts(), used)).isEmpty();
    }

    private static Ways ways() {
        return RegisteredWays.all();
    }

    private static Caught caught(String world) {
        return Optional.ofNullable(CAUGHT.get(world)).orElseThrow();
    }

    private static Set<String> names() {
        return CAUGHT.values().stream()
                .flatMap(c -> c.shapes().all().stream())
                .map(Shape::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> said() {
        return CAUGHT.values().stream()
                .flatMap(c -> c.shapes().notices().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> missing(Iterable<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>();
        wanted.forEach(missing::add);
        missing.removeAll(there);
        missing.removeAll(ELSEWHERE);
        return new ArrayList<>(missing);
    }

    /** Buttons, and what the entries of menus stand for. */
    private static Set<String> acts(JsonNode node) {
        Set<String> acts = new HashSet<>();
        node.findValuesAsString("action_id").forEach(id -> acts.add(id.replaceAll(":.*", "")));
        node.findValuesAsString("value")
                .forEach(value -> acts.add(value.replaceAll("^[^|]*\\|", "")));
        return acts;
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

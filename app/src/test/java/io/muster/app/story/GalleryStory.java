package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.RegisteredWays;
import io.muster.app.gallery.Shape;
import io.muster.app.slack.Ways;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that Muster can show, as usual, and nothing left out. */
@Tag("long")
class GalleryStory extends Gallery {
    /**
     * Shown only where a channel has no canvas, where the team has a ticket system, to whoever
     * takes over an exhibit with a hash, to whom a channel was taken, to some who are not on this
     * tour, where a submission was late or came twice, and where a list is longer than a page:
     * their own stories, and the worst world, show them.
     */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "action-ticket",
                    "alerts-older",
                    "custody-take",
                    "draft-submit",
                    "duty-again",
                    "duty-late",
                    "duty-page",
                    "evidence-page",
                    "export",
                    "oncall-show",
                    "open-channel",
                    "review-page",
                    "timeline-page");

    @Override
    GalleryWorld world() {
        return GalleryWorld.USUAL;
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
                case PIN, TOPIC, BOOKMARKS, DOCUMENT, CALLS -> {} // no message of their own
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
        typed.addAll(caught().typed());
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
        caught().shapes().all().stream().forEach(shape -> shown.addAll(acts(shape.body())));
        assertThat(missing(ways().buttons(), shown)).isEmpty();
    }

    @Test
    void no_shortcut_is_left_out() {
        Set<String> used = new HashSet<>();
        used.addAll(caught().shortcuts());
        assertThat(missing(ways().shortcuts(), used)).isEmpty();
    }

    private static Ways ways() {
        return RegisteredWays.all();
    }

    private Set<String> names() {
        return caught().shapes().all().stream().map(Shape::name).collect(Collectors.toSet());
    }

    private Set<String> said() {
        return Set.copyOf(caught().shapes().notices());
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
}

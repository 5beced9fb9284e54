package io.muster.core.statuspage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.core.FreeText;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What an entry changes, as programs that follow components want to know it. */
@Tag("F16")
class ComponentChangeTest {
    private static final Affected API_DOWN = new Affected("API", ComponentState.MAJOR_OUTAGE);
    private static final Affected API_SLOW = new Affected("API", ComponentState.DEGRADED);
    private static final Affected WEB_SLOW = new Affected("Web", ComponentState.DEGRADED);

    @Test
    void the_first_entry_changes_what_it_names() {
        assertThat(changes(Optional.empty(), entry(PageState.IDENTIFIED, API_DOWN)))
                .containsExactly(
                        new ComponentChange(
                                "API", ComponentState.OPERATIONAL, ComponentState.MAJOR_OUTAGE));
    }

    @Test
    void what_a_later_entry_says_again_is_no_change_and_what_it_leaves_out_works() {
        Bulletin before = entry(PageState.IDENTIFIED, API_DOWN, WEB_SLOW);
        assertThat(changes(Optional.of(before), entry(PageState.MONITORING, WEB_SLOW)))
                .containsExactly(
                        new ComponentChange(
                                "API", ComponentState.MAJOR_OUTAGE, ComponentState.OPERATIONAL));
        assertThat(changes(Optional.of(before), entry(PageState.MONITORING, API_SLOW, WEB_SLOW)))
                .containsExactly(
                        new ComponentChange(
                                "API", ComponentState.MAJOR_OUTAGE, ComponentState.DEGRADED));
    }

    @Test
    void when_it_is_over_everything_works_whatever_the_entry_still_names() {
        assertThat(
                        changes(
                                Optional.of(entry(PageState.MONITORING, API_SLOW)),
                                entry(PageState.RESOLVED, API_SLOW)))
                .containsExactly(
                        new ComponentChange(
                                "API", ComponentState.DEGRADED, ComponentState.OPERATIONAL));
    }

    @Test
    void what_another_incident_keeps_down_stays_down() {
        Bulletin other = entry(PageState.INVESTIGATING, API_DOWN);
        assertThat(changes(Optional.empty(), entry(PageState.IDENTIFIED, API_SLOW), other))
                .isEmpty();
        Bulletin before = entry(PageState.IDENTIFIED, API_SLOW, WEB_SLOW);
        assertThat(changes(Optional.of(before), entry(PageState.RESOLVED), other))
                .containsExactly(
                        new ComponentChange(
                                "Web", ComponentState.DEGRADED, ComponentState.OPERATIONAL));
    }

    @Test
    void a_component_keeps_its_place_whatever_else_is_the_matter() {
        Bulletin entry = entry(PageState.IDENTIFIED, API_SLOW, WEB_SLOW);
        Bulletin other = entry(PageState.INVESTIGATING, API_DOWN);
        assertThat(ComponentChange.between(Optional.empty(), entry, List.of(other)))
                .extracting(ComponentChange::component, ComponentChange::isNone)
                .containsExactly(tuple("API", true), tuple("Web", false));
    }

    private static List<ComponentChange> changes(
            Optional<Bulletin> before, Bulletin after, Bulletin... beside) {
        return ComponentChange.between(before, after, List.of(beside)).stream()
                .filter(change -> !change.isNone())
                .toList();
    }

    private static Bulletin entry(PageState state, Affected... affected) {
        return new Bulletin(
                new FreeText("Trouble"), state, List.of(affected), new FreeText("We look."));
    }
}

package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.approval.Wording;
import io.muster.core.notice.Effect;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Role;
import io.muster.core.policy.SeverityName;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.Publication;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** What the public reads: exactly what was released, and never a word of a private incident. */
class StatusPageRulesTest {
    private static final Bulletin BULLETIN = bulletin(PageState.INVESTIGATING, "We are looking.");

    @Test
    @Tag("F16")
    @Tag("F18")
    void under_a_policy_with_the_purpose_an_entry_is_public_when_it_is_released_and_not_before() {
        Scene scene = confirmed();
        scene.owes("status-page");
        scene.by(Scene.DORA).does(publish(BULLETIN));
        assertThat(draft(scene).stage()).isEqualTo(Stage.IN_REVIEW);
        scene.by(Scene.LENA).does(new DraftCommand.ApproveDraft(1, draft(scene).current().hash()));
        assertThat(published(scene)).isEmpty();
        scene.owes("status-page");
        scene.by(Scene.CLEO).does(new DraftCommand.ReleaseDraft(1, draft(scene).current().hash()));
        assertThat(published(scene))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.bulletin()).isEqualTo(BULLETIN);
                    assertThat(p.hash()).isEqualTo(BULLETIN.wording().hash());
                    assertThat(p.at()).isEqualTo(scene.now());
                });
        assertThat(followers(scene))
                .containsExactly(
                        new Effect.ToFollowers.CallStatusHooks(1, BULLETIN.wording().hash()),
                        new Effect.ToFollowers.SpreadStatus(1, BULLETIN.wording().hash()));
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
        assertThat(scene.latest("status-page").orElseThrow().isOpen()).isFalse();
        assertThat(scene.said())
                .anyMatch(line ->
                        line.contains("On the status page: Investigating")
                                && line.contains("Checkout: Major outage")
                                && line.contains("released as N-1"));
    }

    @Test
    @Tag("F18")
    void what_a_reviewer_had_changed_is_what_appears() {
        Scene scene = confirmed().by(Scene.DORA).does(publish(BULLETIN));
        Wording other = bulletin(PageState.IDENTIFIED, "We know why and repair it.").wording();
        scene.does(new DraftCommand.ReviseDraft(1, 1, other, true));
        release(scene);
        assertThat(published(scene))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.bulletin().state()).isEqualTo(PageState.IDENTIFIED);
                    assertThat(p.bulletin().text().text()).startsWith("We know why");
                });
    }

    @Test
    @Tag("F18")
    void state_and_components_cannot_be_changed_behind_the_hash() {
        Wording words = BULLETIN.wording();
        assertThat(bulletin(PageState.RESOLVED, "We are looking.").wording().hash())
                .isNotEqualTo(words.hash());
        assertThat(
                        new Bulletin(BULLETIN.title(), BULLETIN.state(), List.of(), BULLETIN.text())
                                .wording()
                                .hash())
                .isNotEqualTo(words.hash());
        assertThat(Bulletin.of(words)).contains(BULLETIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status page: Sleeping",
                "Status page: Resolved; Checkout",
                "Status page: Resolved; Checkout: gone",
                "status page:"
            })
    void a_channel_that_the_page_cannot_show_is_refused_while_it_can_be_mended(String channel) {
        Wording words = BULLETIN.wording();
        Wording broken =
                new Wording(words.audience(), new FreeText(channel), words.subject(), words.text());
        confirmed()
                .by(Scene.DORA)
                .isRefused(
                        new DraftCommand.WriteDraft(
                                Bulletin.PURPOSE, Optional.empty(), broken, false),
                        "Status page: Identified; Checkout: Major outage");
    }

    @Test
    void words_for_a_page_elsewhere_are_marked_as_sent_by_hand_as_ever() {
        Scene scene = confirmed().by(Scene.DORA);
        scene.does(
                new DraftCommand.WriteDraft(Bulletin.PURPOSE, Optional.empty(), elsewhere(), true));
        release(scene);
        assertThat(draft(scene).stage()).isEqualTo(Stage.RELEASED);
        assertThat(published(scene)).isEmpty();
    }

    @Test
    @Tag("F18")
    void a_private_incident_has_no_entry_on_the_page_and_nobody_is_asked_to_approve_one() {
        Scene secret = Scene.under("featuresignals").by(Scene.DORA);
        secret.declares(declare(true, false));
        secret.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.CLEO));
        secret.isRefused(publish(BULLETIN), "private", "status page");
        secret.isRefused(
                new DraftCommand.WriteDraft(
                        Bulletin.PURPOSE, Optional.empty(), BULLETIN.wording(), false),
                "INC-1 is private",
                "declare an incident about what they notice");
        secret.does(
                new DraftCommand.WriteDraft(
                        Bulletin.PURPOSE, Optional.empty(), elsewhere(), false));
        secret.isRefused(
                new DraftCommand.ReviseDraft(1, 1, BULLETIN.wording(), true), "is private");
        assertThat(published(secret)).isEmpty();
        assertThat(followers(secret)).isEmpty();
    }

    @Test
    @Tag("F16")
    void when_it_is_over_those_who_work_on_it_hear_that_the_public_reads_otherwise() {
        String still = "The status page still says Investigating";
        Scene scene = published(Scene.underThird(), BULLETIN);
        assertThat(scene.said()).noneMatch(line -> line.contains("still says"));
        scene.does(new IncidentCommand.Resolve(new FreeText("A disk was full.")));
        assertThat(scene.said())
                .filteredOn(line -> line.contains(still))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("/incident statuspage");
        scene.does(new IncidentCommand.Close(new FreeText("It is quiet.")));
        assertThat(scene.said()).filteredOn(line -> line.contains(still)).hasSize(1);
    }

    @Test
    @Tag("F16")
    void what_turns_out_to_be_nothing_is_not_left_on_the_page_in_silence() {
        Scene scene = published(Scene.underThird(), BULLETIN);
        scene.by(Scene.ANA).does(new IncidentCommand.Dismiss(new FreeText("A false alarm.")));
        assertThat(scene.said()).anyMatch(line -> line.contains("The status page still says"));
    }

    @Test
    @Tag("F16")
    void once_the_public_was_told_that_it_is_over_nobody_hears_of_the_page() {
        Scene scene = published(Scene.underThird(), BULLETIN);
        scene.does(publish(bulletin(PageState.RESOLVED, "It is over.")));
        scene.does(new IncidentCommand.Resolve(new FreeText("A disk was full.")));
        assertThat(scene.said()).noneMatch(line -> line.contains("still says"));
    }

    private static Scene published(Scene scene, Bulletin bulletin) {
        scene.by(Scene.CLEO).declares(scene.policy().severities().getFirst().name().value(), "x");
        return scene.does(publish(bulletin));
    }

    @Test
    void in_a_drill_the_page_is_exercised_and_stays_empty() {
        Scene scene = Scene.under("featuresignals").by(Scene.DORA);
        scene.declares(declare(false, true));
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.CLEO));
        scene.does(publish(BULLETIN));
        release(scene);
        assertThat(published(scene)).isEmpty();
        assertThat(followers(scene)).isEmpty();
        assertThat(scene.said()).anyMatch(line -> line.contains("Status page exercised"));
    }

    @Test
    void without_the_purpose_an_entry_appears_at_once_and_the_same_is_refused() {
        Scene scene = Scene.underThird().by(Scene.CLEO);
        String gravest = scene.policy().severities().getFirst().name().value();
        scene.declares(gravest, "x");
        assertThat(scene.policy().approvals().purpose(Bulletin.PURPOSE)).isEmpty();
        scene.does(publish(BULLETIN));
        assertThat(published(scene)).hasSize(1);
        assertThat(scene.incident().dossier().drafts().all()).isEmpty();
        scene.isRefused(publish(BULLETIN), "exactly that already");
        scene.isRefused(publish(bulletin(PageState.RESOLVED, " ")), "what the public may know");
        scene.isRefused(publish(bulletin(PageState.RESOLVED, "x".repeat(3_001))), "shorter");
    }

    private static Scene confirmed() {
        Scene scene = Scene.under("featuresignals").by(Scene.ANA).declares("P0", "Secret name");
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.CLEO));
        return scene.does(new IncidentCommand.Confirm(Optional.of(new KindName("operational"))));
    }

    private static IncidentCommand.Declare declare(boolean isPrivate, boolean drill) {
        return new IncidentCommand.Declare(
                new FreeText("x"),
                FreeText.NONE,
                new SeverityName("P0"),
                Optional.empty(),
                isPrivate,
                false,
                drill,
                Source.EMPLOYEE,
                Optional.empty());
    }

    private static Wording elsewhere() {
        Wording words = BULLETIN.wording();
        return new Wording(
                words.audience(), new FreeText("Status page"), words.subject(), words.text());
    }

    private static void release(Scene scene) {
        String hash = draft(scene).current().hash();
        scene.by(Scene.LENA).does(new DraftCommand.ApproveDraft(1, hash));
        scene.by(Scene.CLEO).does(new DraftCommand.ReleaseDraft(1, hash));
    }

    private static Draft draft(Scene scene) {
        return scene.incident().dossier().drafts().find(1).orElseThrow();
    }

    private static List<Effect> followers(Scene scene) {
        return scene.effects().stream().filter(Effect.ToFollowers.class::isInstance).toList();
    }

    private static List<Publication> published(Scene scene) {
        return scene.incident().dossier().published().all();
    }

    private static IncidentCommand publish(Bulletin bulletin) {
        return new StatusPageCommand.PublishStatus(bulletin);
    }

    private static Bulletin bulletin(PageState state, String text) {
        return new Bulletin(
                new FreeText("Orders fail"),
                state,
                List.of(new Affected("Checkout", ComponentState.MAJOR_OUTAGE)),
                new FreeText(text));
    }
}

package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What is said outside of a post-mortem hangs on the post-mortem. */
@Tag("F24")
class PublicVersionTest {
    private static final IncidentCommand RESOLVE = new IncidentCommand.Resolve(FreeText.NONE);
    private static final ReviewCommand ASK =
            new ReviewCommand.AskPublication(new FreeText("Customers ask for it"));
    private static final ReviewCommand SEND_BACK =
            new ReviewCommand.SendBackReview(new FreeText("The cause is another"));

    @Test
    void it_may_be_written_and_agreed_to_before_but_not_released() {
        Scene scene = agreed(Scene.declared().does(RESOLVE));
        scene.by(Scene.CLEO)
                .isRefused(
                        release(scene),
                        "The post-mortem is not approved, so N-1 stays inside",
                        "/incident postmortem");
        ReviewRulesTest.approved(scene);
        scene.by(Scene.CLEO)
                .isRefused(release(scene), "Nobody has asked to publish the post-mortem");
        scene.does(ASK).does(release(scene)).does(sent());
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
        assertThat(scene.incident().dossier().review().published()).hasSize(1);
    }

    @Test
    void what_was_released_does_not_go_out_after_the_post_mortem_was_sent_back() {
        Scene scene = agreed(ReviewRulesTest.approved(Scene.declared().does(RESOLVE)).does(ASK));
        scene.withMail().by(Scene.CLEO).does(release(scene)).does(SEND_BACK);
        scene.isRefused(sent(), "is not approved, so N-1 stays inside", "/incident note");
        scene.isRefused(
                new ReachCommand.MailNotice(
                        1, draft(scene).current().hash(), List.of(new FreeText("a@x.example"))),
                "is not approved, so N-1 stays inside");
        scene.does(new IncidentCommand.Reopen(new FreeText("It is back")));
        scene.isRefused(sent(), "is not approved");
        assertThat(scene.incident().dossier().review().published()).isEmpty();
    }

    @Test
    void other_notices_wait_for_no_post_mortem() {
        Scene scene = Scene.declared().by(Scene.DORA);
        scene.does(write("customer-breach"));
        scene.by(Scene.LENA).does(approve(scene)).by(Scene.CLEO).does(release(scene)).does(sent());
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
    }

    private static Scene agreed(Scene scene) {
        scene.by(Scene.BEN).does(write("publication"));
        scene.by(Scene.LENA).does(approve(scene));
        return scene.by(Scene.DORA).does(approve(scene));
    }

    private static DraftCommand write(String purpose) {
        return new DraftCommand.WriteDraft(
                purpose, Optional.empty(), DraftRulesTest.words("What happened."), true);
    }

    private static DraftCommand approve(Scene scene) {
        return new DraftCommand.ApproveDraft(1, draft(scene).current().hash());
    }

    private static DraftCommand release(Scene scene) {
        return new DraftCommand.ReleaseDraft(1, draft(scene).current().hash());
    }

    private static DraftCommand sent() {
        return new DraftCommand.MarkSent(
                1,
                Optional.empty(),
                new FreeText("website"),
                new FreeText("everyone"),
                new FreeText("https://blog.example/1"),
                FreeText.NONE);
    }

    private static Draft draft(Scene scene) {
        return scene.incident().dossier().drafts().find(1).orElseThrow();
    }
}

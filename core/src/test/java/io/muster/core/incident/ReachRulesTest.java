package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.approval.Wording;
import io.muster.core.audience.Audience;
import io.muster.core.notice.Effect;
import io.muster.core.policy.RoleName;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.reach.Reaches;
import io.muster.core.roster.Actor;
import io.muster.core.roster.ReachStep;
import io.muster.core.roster.Way;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever is called and does not answer is tried by other ways, each once, until somebody does. */
class ReachRulesTest {
    private static final ReachStep MAIL = new ReachStep(Way.EMAIL, Duration.ofMinutes(2));
    private static final ReachStep RING =
            new ReachStep(Way.webhook("pagerduty"), Duration.ofMinutes(5));

    @Test
    @Tag("F05")
    void the_ways_of_a_person_are_tried_in_their_order_each_once() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        assertThat(scene.effects()).noneMatch(Effect.Mail.class::isInstance);
        scene.after("PT1M59S").clockKnocks();
        assertThat(orders(scene)).isEmpty();
        scene.after("PT1S").clockKnocks();
        assertThat(scene.effects()).contains(new Effect.Mail(1));
        scene.clockKnocks();
        assertThat(scene.happened()).as("a second knock").isEmpty();
        scene.after("PT3M").clockKnocks();
        assertThat(scene.effects()).contains(new Effect.Hook(2, "pagerduty"));
        scene.after("PT1M").clockKnocks();
        assertThat(orders(scene))
                .extracting(Reach::matter)
                .containsExactly(Matter.PAGE, Matter.PAGE);
        assertThat(orders(scene))
                .extracting(r -> r.to().person())
                .containsOnly(Optional.of(Scene.BEN));
    }

    @Test
    @Tag("F05")
    void a_page_that_slack_refuses_goes_to_the_next_way_at_once() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        scene.reports(new ReachCommand.RecordPageRefused(Scene.BEN, "user_disabled"));
        assertThat(scene.effects()).contains(new Effect.Mail(1));
        assertThat(scene.said())
                .anyMatch(s ->
                        s.contains("Slack did not take the page to")
                                && s.contains("user_disabled. They are tried by another way now."));
        scene.isRefused(
                new ReachCommand.RecordPageRefused(Scene.BEN, "user_disabled"), "in the record");
        scene.after("PT2M").clockKnocks();
        assertThat(orders(scene)).as("the mail went out already").hasSize(1);
        scene.after("PT3M").clockKnocks();
        assertThat(scene.effects())
                .as("the last way keeps its time")
                .contains(new Effect.Hook(2, "pagerduty"));
    }

    @Test
    @Tag("F05")
    void a_way_that_fails_hands_over_to_the_next_and_the_last_one_to_people() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        scene.after("PT2M").clockKnocks();
        scene.reports(new ReachCommand.RecordUnreached(1, "550 no such user"));
        assertThat(scene.effects()).contains(new Effect.Hook(2, "pagerduty"));
        assertThat(scene.said()).anyMatch(s -> s.contains("They are tried by another way now."));
        scene.reports(new ReachCommand.RecordUnreached(2, "it answered 410"));
        assertThat(scene.said()).anyMatch(s -> s.contains("Reach them by hand"));
        scene.after("PT5M").clockKnocks();
        assertThat(orders(scene)).as("each way once").hasSize(2);
    }

    @Test
    @Tag("F05")
    void whom_slack_does_not_take_and_nothing_else_reaches_is_named_to_be_reached_by_hand_once() {
        Scene scene = Scene.under("featuresignals");
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        scene.reports(new ReachCommand.RecordPageRefused(Scene.BEN, "user_disabled"));
        assertThat(scene.said()).anyMatch(s -> s.contains("user_disabled. Reach them by hand."));
        scene.isRefused(
                new ReachCommand.RecordPageRefused(Scene.BEN, "user_disabled"), "in the record");
    }

    @Test
    @Tag("F05")
    void an_acknowledgment_by_anybody_stops_it_and_silences_what_rings() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        scene.after("PT6M").clockKnocks();
        assertThat(orders(scene)).hasSize(2);
        scene.by(Scene.CLEO).does(new IncidentCommand.Acknowledge());
        assertThat(scene.effects()).contains(new Effect.Hook(3, "pagerduty"));
        assertThat(orders(scene)).last().extracting(Reach::matter).isEqualTo(Matter.ACKNOWLEDGED);
        scene.after("PT4H").does(new IncidentCommand.Resolve(new FreeText("rolled back")));
        assertThat(orders(scene)).last().extracting(Reach::matter).isEqualTo(Matter.RESOLVED);
        assertThat(openSteps(scene)).isZero();
    }

    @Test
    @Tag("F06")
    void each_page_rings_by_itself_and_each_is_told_that_it_may_stop() {
        Scene scene =
                Scene.under("featuresignals")
                        .reaching(Scene.BEN, RING)
                        .reaching(Scene.SAM, RING)
                        .withHolders("on-call", Scene.BEN, Scene.SAM)
                        .declares("P0", "Checkout is down");
        scene.lets("PT40M");
        assertThat(orders(scene))
                .extracting(r -> r.to().person().orElseThrow())
                .as("Ben does not answer, and Sam is next")
                .contains(Scene.BEN, Scene.SAM);
        assertThat(orders(scene)).extracting(Reach::ring).doesNotHaveDuplicates();
        List<Optional<Integer>> pages = orders(scene).stream().map(Reach::ring).toList();

        scene.by(Scene.CLEO).does(new IncidentCommand.Acknowledge());
        assertThat(rings(scene, Matter.ACKNOWLEDGED)).containsExactlyElementsOf(pages);
        scene.does(new IncidentCommand.Resolve(new FreeText("rolled back")));
        assertThat(rings(scene, Matter.RESOLVED)).containsExactlyElementsOf(pages);
        assertThat(orders(scene))
                .filteredOn(r -> r.matter() == Matter.RESOLVED)
                .allSatisfy(r ->
                        assertThat(r.to())
                                .isEqualTo(
                                        scene.incident()
                                                .dossier()
                                                .reaches()
                                                .find(r.ring().orElseThrow())
                                                .orElseThrow()
                                                .to()));
    }

    @Test
    @Tag("F06")
    void an_end_that_the_other_side_does_not_take_is_not_said_again_and_again() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, RING);
        scene.withHolders("on-call", Scene.BEN).declares("P0", "Checkout is down");
        scene.after("PT5M").clockKnocks();
        scene.does(new IncidentCommand.Resolve(new FreeText("rolled back")));
        int end = orders(scene).getLast().number();
        scene.reports(new ReachCommand.RecordUnreached(end, "it answered 410"));
        assertThat(orders(scene)).hasSize(end);
        assertThat(scene.said()).anyMatch(s -> s.contains("Silence it there by hand"));
    }

    @Test
    @Tag("F05")
    void who_is_called_after_the_first_acknowledgment_can_say_that_they_have_seen_it() {
        Scene scene = acknowledgedByAna();
        scene.withHolders("on-call", Scene.BEN, Scene.SAM)
                .by(Scene.CLEO)
                .does(new IncidentCommand.Page(ON_CALL, FreeText.NONE))
                .after("PT5M")
                .clockKnocks();
        Reach page = orders(scene).getLast();
        assertThat(page.to().person()).contains(Scene.BEN);

        scene.by(Scene.BEN).does(new AudienceCommand.ConfirmSeen());
        assertThat(scene.happened(AudienceEvent.AudienceSeen.class)).hasSize(1);
        assertThat(rings(scene, Matter.ACKNOWLEDGED)).containsExactly(page.ring());
        assertThat(openSteps(scene)).isZero();
        scene.isRefused(new AudienceCommand.ConfirmSeen(), "in the record already");
    }

    @Test
    @Tag("F05")
    void who_is_called_again_can_say_again_that_they_have_seen_it_and_is_tried_no_more() {
        Scene scene = acknowledgedByAna().reaching(Scene.ANA, MAIL);
        scene.by(Scene.ANA).isRefused(new AudienceCommand.ConfirmSeen(), "in the record already");
        scene.by(Scene.CLEO).after("PT4H").does(new IncidentCommand.Page(ON_CALL, FreeText.NONE));
        assertThat(openSteps(scene)).isEqualTo(1);

        scene.by(Scene.ANA).does(new AudienceCommand.ConfirmSeen());
        assertThat(openSteps(scene)).isZero();
        scene.lets("PT10M");
        assertThat(orders(scene)).isEmpty();
        scene.isRefused(new AudienceCommand.ConfirmSeen(), "in the record already");
    }

    @Test
    @Tag("F06")
    void whom_a_missed_acknowledgment_called_can_say_that_they_have_seen_it() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, RING);
        scene.declares("P0", "Checkout is down").after("PT15M").clockKnocks();
        assertThat(openSteps(scene)).isEqualTo(1);
        scene.by(Scene.BEN).does(new AudienceCommand.ConfirmSeen());
        assertThat(openSteps(scene)).isZero();
        assertThat(scene.incident().status()).isEqualTo(Status.REPORTED);
    }

    @Test
    @Tag("F05")
    void what_fails_after_an_acknowledgment_asks_nobody_to_do_it_by_hand() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL);
        scene.withHolders("on-call", Scene.BEN).declares("P0", "Checkout is down");
        scene.after("PT2M").clockKnocks();
        scene.by(Scene.CLEO).after("PT1M").does(new IncidentCommand.Acknowledge());
        scene.reports(new ReachCommand.RecordUnreached(1, "550 no such user"));
        assertThat(scene.happened(ReachEvent.ReachFailed.class)).hasSize(1);
        assertThat(scene.said()).isEmpty();

        scene.by(Scene.CLEO)
                .after("PT1H")
                .does(new IncidentCommand.Page(ON_CALL, FreeText.NONE))
                .after("PT2M")
                .clockKnocks();
        scene.reports(new ReachCommand.RecordUnreached(2, "550 no such user"));
        assertThat(scene.said()).as("it was called for anew").hasSize(1);
    }

    private static final RoleName ON_CALL = new RoleName("on-call");

    private static Scene acknowledgedByAna() {
        return Scene.under("featuresignals")
                .reaching(Scene.BEN, RING)
                .by(Scene.OTTO)
                .declares("P0", "Checkout is down")
                .by(Scene.ANA)
                .does(new IncidentCommand.Acknowledge());
    }

    private static List<Optional<Integer>> rings(Scene scene, Matter matter) {
        return orders(scene).stream().filter(r -> r.matter() == matter).map(Reach::ring).toList();
    }

    @Test
    @Tag("F06")
    void who_answers_before_the_next_step_is_not_tried_again() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).declares("P0", "Checkout is down");
        scene.after("PT1M").by(Scene.BEN).does(new IncidentCommand.Acknowledge());
        assertThat(openSteps(scene)).isZero();
        scene.after("PT1H").clockKnocks();
        assertThat(orders(scene)).isEmpty();
    }

    @Test
    @Tag("F06")
    void whom_a_missed_acknowledgment_calls_is_tried_by_their_ways_as_well() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL);
        scene.declares("P0", "Checkout is down"); // Ana declares and is on call, Ben is next
        scene.lets("PT40M");
        assertThat(orders(scene)).as("Ben was escalated to").isNotEmpty();
        assertThat(orders(scene).getFirst().to().person()).contains(Scene.BEN);
    }

    @Test
    @Tag("F09")
    void a_commander_who_is_not_in_the_chat_gets_a_mail_at_once_at_p0() {
        Scene scene =
                Scene.under("featuresignals")
                        .withOutsider("on-call-commander", "Bea Board", "bea@board.example")
                        .withMail()
                        .declares("P0", "Checkout is down");
        Reach mail = orders(scene).getFirst();
        assertThat(mail.to().address().text()).isEqualTo("bea@board.example");
        assertThat(scene.effects()).contains(new Effect.Mail(mail.number()));
        assertThat(scene.effects().toString()).doesNotContain("bea@");
    }

    @Test
    @Tag("S04")
    void a_cell_is_sent_when_its_mail_was_taken_and_the_proof_stands_with_it() {
        Scene scene = outsider("board-chair").declares("P1", "Breach");
        assertThat(mails(scene, "board-chair")).isEmpty();
        scene.after("PT30M").clockKnocks();
        assertThat(mails(scene, "board-chair")).hasSize(1);
        assertThat(scene.said()).as("nobody is reminded").noneMatch(s -> s.contains("Board chair"));
        assertThat(audience(scene, "board-chair").told()).as("not before the proof").isEmpty();
        int number = mails(scene, "board-chair").getFirst().number();
        scene.reports(new ReachCommand.RecordReached(number, "<1@muster>", Optional.empty()));
        Audience.Word word = audience(scene, "board-chair").told().orElseThrow();
        assertThat(word.how()).isEqualTo(Audience.How.EMAIL);
        assertThat(word.note().text()).contains("<1@muster>");
        assertThat(scene.latest("audience.board-chair").orElseThrow().isOpen()).isFalse();
        scene.lets("PT2H");
        assertThat(mails(scene, "board-chair")).hasSize(1);
    }

    @Test
    @Tag("S04")
    void a_mail_that_is_refused_comes_back_to_be_done_by_hand_with_the_reason() {
        Scene scene = outsider("board-chair").declares("P1", "Breach");
        scene.after("PT30M").clockKnocks();
        int number = mails(scene, "board-chair").getFirst().number();
        scene.reports(new ReachCommand.RecordUnreached(number, "550 no such user"));
        assertThat(audience(scene, "board-chair").isOpen()).isTrue();
        assertThat(scene.said())
                .anyMatch(s ->
                        s.contains("The e-mail to Board chair was not delivered: 550 no such user")
                                && s.contains("/incident matrix told board-chair <how>"));
        assertThat(scene.effects().toString()).doesNotContain("bea@", "Bea");
        scene.after("PT15M").clockKnocks();
        assertThat(scene.said()).anyMatch(s -> s.contains("Tell Board chair"));
        scene.isRefused(
                new ReachCommand.RecordReached(number, "<1@muster>", Optional.empty()),
                "not yours to say");
    }

    @Test
    @Tag("S04")
    void a_digest_is_owed_by_mail_to_whoever_is_not_in_the_chat() {
        Scene scene = outsider("security-lead").declares("P4", "Spam");
        scene.after("PT24H").reports(new AudienceCommand.SendDigest(scene.now()));
        Reach mail = mails(scene, "security-lead").getFirst();
        assertThat(mail.matter()).isEqualTo(Matter.DIGEST);
        assertThat(scene.effects()).as("one mail for all").noneMatch(Effect.Mail.class::isInstance);
        scene.reports(new ReachCommand.RecordReached(mail.number(), "<1@m>", Optional.empty()));
        assertThat(audience(scene, "security-lead").told()).isPresent();
    }

    @Test
    @Tag("F26")
    @Tag("S04")
    void in_a_drill_nobody_outside_is_written_to_and_their_cell_is_played_by_hand() {
        Scene scene = outsider("board-chair").drills("P1", "Tabletop");
        scene.lets("PT3H");
        RoleName board = new RoleName("board-chair");
        scene.isRefused(
                new AudienceCommand.TellAudience(board), "/incident matrix told board-chair <how>");
        assertThat(orders(scene)).isEmpty();
        scene.does(new AudienceCommand.RecordTold(board, new FreeText("we played the call")));
        assertThat(audience(scene, "board-chair").told().orElseThrow().how())
                .isEqualTo(Audience.How.EXERCISE);
    }

    @Test
    @Tag("F26")
    void in_a_drill_no_digest_goes_outside() {
        Scene scene = outsider("security-lead").drills("P4", "Tabletop").after("PT24H");
        IncidentCommand digest = new AudienceCommand.SendDigest(scene.now());
        Decision decision =
                IncidentRules.decide(
                        scene.incident(),
                        digest,
                        new Moment(
                                scene.now(),
                                Actor.muster(),
                                scene.policy(),
                                scene.moment().roster()));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(orders(scene)).isEmpty();
    }

    @Test
    @Tag("F26")
    void in_a_drill_members_are_tried_by_mail_and_no_product_outside_is_made_to_ring() {
        Scene scene = Scene.under("featuresignals").reaching(Scene.BEN, MAIL, RING);
        scene.withHolders("on-call", Scene.BEN, Scene.SAM).drills("P0", "Game day");
        scene.after("PT2M").clockKnocks();
        assertThat(scene.effects()).contains(new Effect.Mail(1));
        scene.lets("PT30M");
        scene.does(new IncidentCommand.Acknowledge());
        assertThat(orders(scene)).extracting(Reach::way).containsOnly(Way.EMAIL);
    }

    @Test
    @Tag("S10")
    void only_released_words_are_mailed_and_they_are_sent_when_all_mails_are_through() {
        Scene scene = released();
        String hash = draft(scene).current().hash();
        scene.does(mail(hash, "a@x.example", "b@x.example"));
        assertThat(scene.effects()).contains(new Effect.Mail(1), new Effect.Mail(2));
        scene.isRefused(mail(hash, "A@x.example"), "written to already");
        scene.reports(new ReachCommand.RecordReached(1, "<1@m>", Optional.of(hash)));
        assertThat(draft(scene).stage()).isEqualTo(Stage.RELEASED);
        scene.reports(new ReachCommand.RecordUnreached(2, "550 no such user"));
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
        assertThat(draft(scene).sending().orElseThrow().by()).isEqualTo(Scene.DORA);
        assertThat(draft(scene).sending().orElseThrow().recipients().text())
                .isEqualTo("1 recipient; 1 refused");
        assertThat(draft(scene).sending().orElseThrow().hash()).isEqualTo(hash);
    }

    @Test
    @Tag("S10")
    void a_notice_is_not_mailed_before_its_release_nor_with_other_words_nor_to_a_line_of_code() {
        Scene scene = released();
        scene.isRefused(mail("0000", "a@x.example"), "was changed after you opened it");
        String hash = draft(scene).current().hash();
        scene.isRefused(mail(hash, "a@x.example\nBcc: all@x.example"), "not an e-mail address");
        scene.isRefused(mail(hash, "Ann <a@x.example>"), "not an e-mail address");
        scene.isRefused(mail(hash), "Say to whom");
        Scene early = Scene.declared().withMail().by(Scene.DORA);
        early.does(new DraftCommand.WriteDraft("customer-breach", Optional.empty(), WORDS, false));
        early.isRefused(mail(WORDS.hash(), "a@x.example"), "Only a notice that was approved");
    }

    private static final Wording WORDS =
            new Wording(
                    new FreeText("customers"),
                    new FreeText("email"),
                    new FreeText("What happened"),
                    new FreeText("We had an incident."));

    private static Scene released() {
        Scene scene = Scene.declared().withMail().by(Scene.DORA);
        scene.does(new DraftCommand.WriteDraft("customer-breach", Optional.empty(), WORDS, true));
        scene.by(Scene.LENA).does(new DraftCommand.ApproveDraft(1, WORDS.hash()));
        scene.by(Scene.CLEO).does(new DraftCommand.ReleaseDraft(1, WORDS.hash()));
        return scene.by(Scene.DORA);
    }

    private static ReachCommand mail(String hash, String... addresses) {
        return new ReachCommand.MailNotice(
                1, hash, Stream.of(addresses).map(FreeText::new).toList());
    }

    private static Draft draft(Scene scene) {
        return scene.incident().dossier().drafts().find(1).orElseThrow();
    }

    private static Scene outsider(String role) {
        return Scene.under("soc2-irp-001")
                .withOutsider(role, "Bea Board", "bea@board.example")
                .withMail();
    }

    private static Audience audience(Scene scene, String role) {
        return scene.incident().dossier().audiences().find(new RoleName(role)).orElseThrow();
    }

    private static List<Reach> mails(Scene scene, String role) {
        return scene.incident().dossier().reaches().mailsTo(role);
    }

    private static List<Reach> orders(Scene scene) {
        return scene.incident().dossier().reaches().all();
    }

    private static long openSteps(Scene scene) {
        return scene.incident().obligations().open().stream()
                .filter(o -> Reaches.isStep(o.id()))
                .count();
    }
}

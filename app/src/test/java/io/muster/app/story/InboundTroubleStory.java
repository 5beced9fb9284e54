package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Test;

import java.util.Map;

/**
 * What people do while the database is away, or too late, is told again or answered: never lost.
 */
class InboundTroubleStory {
    private static final String TICK =
            "Switch to the standby if the primary can no longer be trusted";
    private static final String NOT_WRITTEN = "could not write this down";

    @Test
    void an_event_that_could_not_be_written_down_is_told_again_over_the_socket() {
        try (Story story = Story.begin("featuresignals", Transport.SOCKET)) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Message said = ana.says(room, "The pool is empty");
            refuseDeliveries(story, 1);
            ana.reacts(said, "pushpin");
            story.eventually("it is in the timeline", () -> marked(story) == 1);
            assertThat(TestDatabase.number(story.database(), "select last_value from refused"))
                    .as("it came a second time")
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_press_in_a_modal_that_could_not_be_written_down_is_answered_in_person() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            ana.types(room, "/incident checklist containment");
            refuseDeliveries(story, 1);
            ana.selectsIn(ana.modal().orElseThrow(), "tick:containment/0", TICK);
            story.eventually("Ana is told", () -> told(ana, NOT_WRITTEN));
            assertThat(told(story.person("ben"), NOT_WRITTEN)).isFalse();
        }
    }

    @Test
    void a_shortcut_that_could_not_be_followed_is_answered_in_person() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            story.sandbox().faults().error("views.open", "expired_trigger_id", 1);
            ana.usesShortcut("declare-incident");
            story.eventually("Ana is told", () -> told(ana, "did not open in time"));
        }
    }

    @Test
    void a_press_on_an_old_form_says_why_nothing_happened() {
        try (Story story = Story.begin()) {
            Channel general = story.channel("general");
            Person dora = story.person("dora");
            Person lena = story.person("lena");
            dora.types(general, "/incident maintenance");
            long begin = story.muster().now().getEpochSecond() / 60 * 60 + 3_600;
            dora.submits(
                    dora.modal().orElseThrow(),
                    Map.of(
                            "What is done?", "Move of the database",
                            "When does it begin?", String.valueOf(begin),
                            "When will it be over?", String.valueOf(begin + 7_200)));
            lena.types(general, "/incident maintenance");
            Modal old = lena.modal().orElseThrow();
            dora.types(general, "/incident maintenance");
            dora.clicksIn(dora.modal().orElseThrow(), "Call off");
            lena.clicksIn(old, "Call off");
            story.eventually(
                    "Lena reads it where she pressed",
                    () ->
                            lena.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains("That was called off already"));
            assertThat(lena.modal().orElseThrow().buttons()).doesNotContain("Call off");
        }
    }

    private static Channel declared(Story story) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare P0 Checkout is down");
        Channel room = story.soon("inc-1-checkout-is-down");
        story.card(room);
        ana.types(room, "/incident confirm operational");
        story.settle();
        return room;
    }

    /** The first ones fail, as when the database goes over to its standby. */
    private static void refuseDeliveries(Story story, int times) {
        TestDatabase.execute(
                story.database(),
                "create sequence refused;"
                        + " create function refuse() returns trigger language plpgsql"
                        + " security definer set search_path from current as $$ begin"
                        + " if nextval('refused') <= "
                        + times
                        + " then raise exception 'the database is going over'; end if;"
                        + " return new; end $$;"
                        + " create trigger refuse before insert on delivery"
                        + " for each row execute function refuse()");
    }

    private static long marked(Story story) {
        return TestDatabase.number(
                story.database(), "select count(*) from journal where type = 'message-marked'");
    }

    private static boolean told(Person person, String words) {
        return person.directMessages().stream().anyMatch(m -> m.plainText().contains(words));
    }
}

package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.policy.Role;
import io.muster.core.policy.SeverityName;
import io.muster.core.talk.Mark;
import io.muster.core.talk.Quoted;
import io.muster.core.talk.Spot;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** Messages in the timeline, followers, and command that passes from shift to shift. */
class TalkRulesTest {
    private static final Spot SPOT = new Spot("C1", "1772618400.000100", Optional.empty());
    private static final Instant SAID = Instant.parse("2026-03-04T10:00:00Z");
    private static final Quoted WORDS =
            new Quoted(
                    Optional.of(Scene.BEN),
                    new FreeText("The pool is <empty>"),
                    "https://chat.example/archives/C1/p1");

    @Test
    @Tag("F07")
    void a_marked_message_stands_in_the_timeline_once_with_author_words_link_and_both_times() {
        Scene scene = Scene.declared().after("PT20M").does(mark());
        assertThat(scene.effects()).contains(new Effect.ReadMessage(SPOT));
        assertThat(line(scene)).startsWith("Put into the timeline: a message of 2026-03-04 10:00");
        scene.by(Scene.BEN).isRefused(mark(), "in the timeline already");
        scene.does(new TalkCommand.RecordRead(SPOT, WORDS));
        assertThat(line(scene))
                .contains("of UBEN, 2026-03-04 10:00 UTC: “The pool is <empty>”")
                .contains(WORDS.link());
        assertThat(marks(scene).quoted()).contains(WORDS);
        scene.isRefused(new TalkCommand.RecordRead(SPOT, WORDS), "need not be read");
    }

    @Test
    @Tag("F07")
    void only_whoever_put_it_there_takes_it_back_and_nothing_is_erased() {
        Scene scene = Scene.declared().does(mark()).does(new TalkCommand.RecordRead(SPOT, WORDS));
        scene.by(Scene.BEN).isRefused(new TalkCommand.WithdrawMessage(SPOT), "UANA put");
        scene.by(Scene.ANA).does(new TalkCommand.WithdrawMessage(SPOT));
        assertThat(line(scene)).startsWith("Withdrawn from the timeline: the message of UBEN");
        assertThat(marks(scene).stands()).isFalse();
        assertThat(marks(scene).quoted()).contains(WORDS);
        scene.isRefused(new TalkCommand.WithdrawMessage(SPOT), "not in the timeline");
        scene.does(mark());
        assertThat(scene.incident().dossier().talk().standing(SPOT)).isPresent();
    }

    @Test
    void the_message_that_it_was_declared_from_gets_a_reply_unless_the_incident_is_private() {
        var origin = new TalkCommand.MarkMessage(SPOT, SAID, Optional.of(WORDS), true);
        Scene open = Scene.declared().does(origin);
        assertThat(open.effects()).anyMatch(Effect.Reply.class::isInstance);
        assertThat(open.effects()).noneMatch(Effect.ReadMessage.class::isInstance);
        Scene hidden =
                Scene.under("featuresignals")
                        .declares(
                                new IncidentCommand.Declare(
                                        new FreeText("Odd login"),
                                        FreeText.NONE,
                                        new SeverityName("P1"),
                                        Optional.empty(),
                                        true,
                                        false,
                                        false,
                                        Source.EMPLOYEE,
                                        Optional.empty()))
                        .does(origin);
        assertThat(hidden.effects()).noneMatch(Effect.Reply.class::isInstance);
        hidden.by(new PersonId("UOUT")).isRefused(new TalkCommand.Follow(), "no incident here");
    }

    @Test
    @Tag("F16")
    void followers_hear_of_status_severity_and_updates_but_not_of_what_they_did_themselves() {
        Scene scene = Scene.declared().by(Scene.OTTO).does(new TalkCommand.Follow());
        scene.isRefused(new TalkCommand.Follow(), "/incident unsubscribe INC-1");
        scene.by(Scene.ANA).does(new IncidentCommand.Acknowledge());
        assertThat(scene.told()).contains(Scene.OTTO);
        scene.does(
                new IncidentCommand.PostUpdate(
                        new FreeText("One node is full"), FreeText.NONE, FreeText.NONE));
        assertThat(scene.told()).contains(Scene.OTTO);
        scene.does(new IncidentCommand.AddNote(new FreeText("a note")));
        assertThat(scene.told()).doesNotContain(Scene.OTTO);
        scene.by(Scene.OTTO)
                .does(
                        new IncidentCommand.PostUpdate(
                                new FreeText("Mine"), FreeText.NONE, FreeText.NONE));
        assertThat(scene.told()).doesNotContain(Scene.OTTO);
        scene.does(new TalkCommand.Unfollow());
        scene.by(Scene.ANA)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P1"), new FreeText("less")));
        assertThat(scene.told()).doesNotContain(Scene.OTTO);
        scene.by(Scene.OTTO).isRefused(new TalkCommand.Unfollow(), "do not follow");
    }

    @Test
    @Tag("F04")
    void command_stays_where_it_is_until_the_other_takes_it() {
        Scene scene = commandedBy(Scene.ANA);
        scene.does(new TalkCommand.OfferCommand(Scene.BEN, new FreeText("the pool is the key")));
        assertThat(scene.incident().commander()).contains(Scene.ANA);
        assertThat(scene.told()).contains(Scene.BEN);
        var offered = scene.happened(TalkEvent.HandoverOffered.class).getFirst();
        assertThat(offered.clocks()).anyMatch(clock -> clock.title().equals("Status update"));
        assertThat(OpenMatters.named(offered))
                .as("each reader sees their own zone")
                .allMatch(line -> line.parts().getLast() instanceof Phrase.Part.At);
        scene.isRefused(new TalkCommand.OfferCommand(Scene.BEN, FreeText.NONE), "is asked already");
        scene.by(Scene.CLEO).isRefused(new TalkCommand.TakeCommand(), "not offered to you");
        scene.by(Scene.BEN).does(new TalkCommand.TakeCommand());
        assertThat(scene.incident().commander()).contains(Scene.BEN);
        assertThat(scene.incident().holder(Role.COMMANDER)).contains(Scene.BEN);
        scene.isRefused(new TalkCommand.TakeCommand(), "not offered to you");
    }

    @Test
    @Tag("F04")
    void an_offer_ends_when_it_is_declined_or_somebody_else_is_given_the_command() {
        Scene scene = commandedBy(Scene.ANA);
        scene.does(new TalkCommand.OfferCommand(Scene.BEN, FreeText.NONE));
        scene.by(Scene.BEN).does(new TalkCommand.DeclineCommand());
        assertThat(scene.told()).contains(Scene.ANA);
        scene.isRefused(new TalkCommand.TakeCommand(), "not offered");
        scene.by(Scene.ANA).does(new TalkCommand.OfferCommand(Scene.BEN, FreeText.NONE));
        scene.does(new TalkCommand.OfferCommand(Scene.CLEO, FreeText.NONE));
        assertThat(scene.happened(TalkEvent.HandoverEnded.class)).hasSize(1);
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.SAM));
        assertThat(scene.happened(TalkEvent.HandoverEnded.class)).hasSize(1);
        scene.by(Scene.CLEO).isRefused(new TalkCommand.TakeCommand(), "Ask USAM");
    }

    private static Scene commandedBy(PersonId person) {
        return Scene.declared()
                .does(new IncidentCommand.Acknowledge())
                .does(new IncidentCommand.AssignRole(Role.COMMANDER, person));
    }

    private static Mark marks(Scene scene) {
        return scene.incident().dossier().talk().marks().getFirst();
    }

    private static TalkCommand mark() {
        return new TalkCommand.MarkMessage(SPOT, SAID, Optional.empty(), false);
    }

    private static String line(Scene scene) {
        return Timeline.what(scene.happened().getFirst()).plain(PersonId::value);
    }
}

package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.ReviewEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Reviewing;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;

/** Whoever has to take the next step towards the post-mortem is told where it stands. */
final class ReviewReactions {
    private ReviewReactions() {}

    static List<Effect> to(ReviewEvent event, Happened happened, Incident after) {
        return switch (event) {
            case ReviewEvent.ReviewDrafted e ->
                    say(Notice.PostMortem.Step.DRAFTED, drafted(e, after));
            case ReviewEvent.ReviewSectionWritten ignored -> List.of(); // the sheet shows it
            case ReviewEvent.ReviewSubmitted e -> submitted(e, happened, after);
            case ReviewEvent.ReviewSentBack ignored -> sentBack(happened);
            case ReviewEvent.ReviewApproved ignored -> approved(happened);
            case ReviewEvent.ReviewOutdated ignored ->
                    say(Notice.PostMortem.Step.SENT_BACK, Timeline.sentence(happened));
            case ReviewEvent.ReviewShared ignored ->
                    List.of(new Effect.Show(Effect.Surface.POST_MORTEM));
            case ReviewEvent.ReviewPresented ignored ->
                    line(Notice.Tone.WEIGHTY, Timeline.sentence(happened));
            case ReviewEvent.PublicationAsked ignored ->
                    say(
                            Notice.PostMortem.Step.PUBLICATION,
                            Timeline.sentence(happened)
                                    .say(
                                            ". What goes outside is written, approved and released"
                                                    + " as a notice of its own."));
            case ReviewEvent.ReviewPublished ignored ->
                    line(Notice.Tone.GOOD, Timeline.sentence(happened));
        };
    }

    private static Phrase drafted(ReviewEvent.ReviewDrafted e, Incident after) {
        Phrase phrase = Phrase.EMPTY.strong(e.title()).say(" drafted from the record");
        return after.obligations()
                .open(Reviewing.CLOCK)
                .map(Obligation::due)
                .map(due -> phrase.say(", due ").at(due))
                .orElse(phrase)
                .say(". Several people can write at once; it looks for causes, not for culprits.");
    }

    private static List<Effect> submitted(
            ReviewEvent.ReviewSubmitted e, Happened happened, Incident after) {
        Phrase asked =
                Phrase.of("The post-mortem of " + after.id() + " waits for approval")
                        .then(
                                happened.by()
                                        .person()
                                        .map(p -> Phrase.of(", submitted by ").who(p))
                                        .orElse(Phrase.EMPTY));
        Phrase who =
                e.approvers().isEmpty()
                        ? asked.say(". Nobody else holds a role that approves it: ")
                                .code("/incident assign <role> @person")
                                .say(".")
                        : asked.say(". It is approved by one of: ")
                                .everyone(e.approvers())
                                .say(".");
        Notice notice = new Notice.PostMortem(Notice.PostMortem.Step.SUBMITTED, who);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Say(MessageKey.REVIEW, notice));
        for (PersonId approver : e.approvers()) {
            effects.add(new Effect.Tell(MessageKey.REVIEW, approver, notice));
        }
        return effects;
    }

    private static List<Effect> sentBack(Happened happened) {
        List<Effect> effects =
                new ArrayList<>(say(Notice.PostMortem.Step.SENT_BACK, Timeline.sentence(happened)));
        effects.add(settle("Sent back", happened));
        return effects;
    }

    private static List<Effect> approved(Happened happened) {
        List<Effect> effects =
                new ArrayList<>(say(Notice.PostMortem.Step.APPROVED, Timeline.sentence(happened)));
        effects.add(settle("Approved", happened));
        return effects;
    }

    private static Effect settle(String what, Happened happened) {
        Phrase outcome = Phrase.of(what);
        return new Effect.Settle(
                MessageKey.REVIEW,
                happened.by().person().map(p -> outcome.say(" by ").who(p)).orElse(outcome));
    }

    private static List<Effect> say(Notice.PostMortem.Step step, Phrase phrase) {
        return List.of(new Effect.Say(MessageKey.NONE, new Notice.PostMortem(step, phrase)));
    }

    private static List<Effect> line(Notice.Tone tone, Phrase phrase) {
        return List.of(new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase)));
    }
}

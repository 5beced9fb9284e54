package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Stage;
import io.muster.core.incident.DraftEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.Role;
import io.muster.core.review.Review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reviewers get the words themselves; the channel hears how far they are. */
final class DraftReactions {
    private static final String AFTER_THE_POST_MORTEM =
            " once the post-mortem is approved and somebody asked to publish it";

    private final Draft draft;
    private final Incident after;
    private final PersonId by;

    private DraftReactions(Draft draft, Incident after, PersonId by) {
        this.draft = draft;
        this.after = after;
        this.by = by;
    }

    static List<Effect> to(DraftEvent event, Happened happened, Incident after) {
        Draft draft = after.dossier().drafts().find(event.number()).orElseThrow();
        PersonId by = happened.by().person().orElse(draft.current().author());
        return new DraftReactions(draft, after, by).to(event);
    }

    private List<Effect> to(DraftEvent event) {
        return switch (event) {
            case DraftEvent.DraftWritten ignored ->
                    draft.stage() == Stage.WRITTEN
                            ? say(Notice.Tone.PLAIN, done(" drafted, not yet in review"))
                            : List.of(); // that it was submitted says more
            case DraftEvent.DraftRevised e -> revised(e);
            case DraftEvent.DraftSubmitted e -> submitted(e);
            case DraftEvent.DraftReviewPassedOn e -> passedOn(e);
            case DraftEvent.DraftApproved e -> approved(e);
            case DraftEvent.DraftChangesAsked e ->
                    settling(
                            p -> true,
                            by("Changes asked"),
                            say(
                                    Notice.Tone.BAD,
                                    subject()
                                            .say(": ")
                                            .who(by)
                                            .say(" asks for changes. ")
                                            .who(draft.current().author())
                                            .say(", please: ")
                                            .quote(e.what())));
            case DraftEvent.DraftReleased e ->
                    say(
                            Notice.Tone.WEIGHTY,
                            done(" released")
                                    .say(": exactly the text with sha-256 ")
                                    .code(Revision.shortHash(e.hash()))
                                    .say(" may be sent now"));
            case DraftEvent.DraftSent e -> say(Notice.Tone.GOOD, sent(e));
            case DraftEvent.DraftWithdrawn e ->
                    settling(
                            p -> true,
                            by("Withdrawn"),
                            say(Notice.Tone.PLAIN, done(" withdrawn").say(": ").quote(e.reason())));
        };
    }

    private List<Effect> revised(DraftEvent.DraftRevised e) {
        Phrase phrase = done(" changed (revision " + e.revision() + ")");
        if (!e.voided().isEmpty()) {
            phrase =
                    phrase.say(". The approval of ")
                            .everyone(e.voided())
                            .say(" was for other words and no longer counts");
        }
        if (e.wasReleased()) {
            phrase = phrase.say(". It must not be sent before it is approved and released anew");
        }
        boolean weighty = !e.voided().isEmpty() || e.wasReleased();
        boolean alsoSubmitted = draft.stage() == Stage.IN_REVIEW && !weighty;
        List<Effect> effects =
                alsoSubmitted
                        ? List.of() // that it was submitted says more
                        : say(weighty ? Notice.Tone.WEIGHTY : Notice.Tone.PLAIN, phrase);
        List<Effect> all = new ArrayList<>();
        for (int revision = 1; revision < e.revision(); revision++) {
            for (Request request : draft.requests()) {
                settle(all, revision, request.person(), by("The text was changed"));
            }
        }
        all.addAll(effects);
        return all;
    }

    private List<Effect> submitted(DraftEvent.DraftSubmitted e) {
        Phrase phrase = subject().say(" by ").who(by);
        List<PersonId> people =
                e.asked().stream().flatMap(r -> r.person().stream()).distinct().toList();
        Phrase asks =
                e.asked().isEmpty()
                        ? phrase.say(" waits for approval by anyone but its author")
                        : people.isEmpty()
                                ? phrase.say(" waits for approval")
                                : phrase.say(" waits for approval by ").everyone(people);
        List<Effect> effects = new ArrayList<>();
        for (PersonId person : people) {
            effects.add(ask(person, titles(e.asked(), person)));
        }
        effects.addAll(say(Notice.Tone.PLAIN, asks));
        e.asked().stream()
                .filter(r -> r.person().isEmpty())
                .forEach(r -> effects.addAll(say(Notice.Tone.BAD, nobody(r))));
        return effects;
    }

    private static String titles(List<Request> asked, PersonId person) {
        return String.join(
                " and ",
                asked.stream()
                        .filter(r -> r.person().filter(person::equals).isPresent())
                        .map(Request::title)
                        .toList());
    }

    private Phrase nobody(Request request) {
        Phrase phrase =
                subject()
                        .say(": nobody who did not write it holds the role ")
                        .strong(request.title())
                        .say(", and without that approval it cannot be released. ");
        if (after.status().isOver()) {
            return phrase.say("Add somebody to the team file, or reopen and assign the role.");
        }
        Phrase whom =
                after.commander()
                        .map(p -> phrase.who(p).say(", appoint"))
                        .orElse(phrase.say("Appoint"));
        return whom.say(" someone with ").code("/incident assign " + request.role() + " @person");
    }

    private List<Effect> passedOn(DraftEvent.DraftReviewPassedOn e) {
        List<Effect> effects = new ArrayList<>();
        Phrase now =
                e.to().map(p -> Phrase.of("Now asked of ").who(p))
                        .orElse(Phrase.of("No longer asked of you"));
        settle(effects, draft.current().number(), e.from(), now);
        if (e.to().isEmpty()) {
            effects.addAll(
                    say(
                            Notice.Tone.BAD,
                            nobody(new Request(e.role(), e.title(), Optional.empty()))));
            return effects;
        }
        effects.add(ask(e.to().get(), e.title()));
        Phrase phrase =
                subject().say(" waits for ").who(e.to().get()).say(" (" + e.title() + ") now");
        effects.addAll(
                say(
                        Notice.Tone.PLAIN,
                        e.from().map(p -> phrase.say(", no longer for ").who(p)).orElse(phrase)));
        return effects;
    }

    private List<Effect> approved(DraftEvent.DraftApproved e) {
        String as = e.titles().isEmpty() ? "" : " (" + String.join(", ", e.titles()) + ")";
        Phrase phrase =
                done(" approved")
                        .say(as + ", sha-256 ")
                        .code(Revision.shortHash(e.hash()))
                        .say(". ");
        if (!e.enough()) {
            List<PersonId> left =
                    draft.pending().stream().flatMap(r -> r.person().stream()).distinct().toList();
            Phrase waits =
                    left.isEmpty()
                            ? phrase.say("It needs one more approval")
                            : phrase.say("It still waits for ").everyone(left);
            return settling(by::equals, by("Approved"), say(Notice.Tone.GOOD, waits));
        }
        Phrase release =
                after.holder(Role.COMMANDER)
                        .map(p -> phrase.who(p).say(", it can be released"))
                        .orElse(phrase.say("It can be released"))
                        .say(waitsForItsPostMortem() ? AFTER_THE_POST_MORTEM : "");
        return settling(p -> true, by("Approved"), say(Notice.Tone.GOOD, release));
    }

    private boolean waitsForItsPostMortem() {
        Review review = after.dossier().review();
        return draft.purpose().equals(Purpose.PUBLICATION)
                && !(review.approved() && review.publication().isPresent());
    }

    private Phrase sent(DraftEvent.DraftSent e) {
        Phrase phrase =
                e.exercise()
                        ? done(" exercised").say(": nothing left the building. It would have gone ")
                        : done(" marked as sent").say(". It went ");
        return phrase.at(e.sentAt())
                .say(" by ")
                .quote(e.how())
                .say(" to ")
                .quote(e.recipients())
                .say("; proof: ")
                .quote(e.proof())
                .say(" (sha-256 ")
                .code(Revision.shortHash(e.hash()))
                .say(e.compared() ? ", compared with what was approved)" : ")");
    }

    private Effect ask(PersonId person, String as) {
        int revision = draft.current().number();
        return new Effect.Tell(
                MessageKey.review(draft.number(), revision, person),
                person,
                new Notice.DraftReview(draft.number(), revision, as));
    }

    /** Writes the outcome under what these people were asked, then says the rest. */
    private List<Effect> settling(Predicate<PersonId> whose, Phrase outcome, List<Effect> rest) {
        List<Effect> effects = new ArrayList<>();
        draft.requests().stream()
                .flatMap(r -> r.person().stream())
                .distinct()
                .filter(whose)
                .forEach(p -> settle(effects, draft.current().number(), Optional.of(p), outcome));
        effects.addAll(rest);
        return effects;
    }

    private void settle(
            List<Effect> effects, int revision, Optional<PersonId> person, Phrase outcome) {
        person.map(p -> new Effect.Settle(MessageKey.review(draft.number(), revision, p), outcome))
                .filter(settle -> !effects.contains(settle))
                .ifPresent(effects::add);
    }

    private List<Effect> say(Notice.Tone tone, Phrase phrase) {
        return List.of(
                new Effect.Say(
                        MessageKey.NONE, new Notice.DraftNews(draft.number(), tone, phrase)));
    }

    private Phrase subject() {
        return Phrase.EMPTY.strong(draft.label() + " " + draft.title());
    }

    private Phrase done(String what) {
        return subject().say(what + " by ").who(by);
    }

    private Phrase by(String what) {
        return Phrase.of(what + " by ").who(by);
    }
}

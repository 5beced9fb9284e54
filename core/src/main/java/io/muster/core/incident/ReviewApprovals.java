package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.policy.RoleName;
import io.muster.core.review.Review;
import io.muster.core.review.Wordings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two pairs of eyes: one submits the post-mortem, another approves it. */
final class ReviewApprovals {
    private ReviewApprovals() {}

    static Decision submit(
            Incident incident, ReviewCommand.SubmitReview c, Reviewing reviewing, Moment moment) {
        Review review = incident.dossier().review();
        if (review.stage() == Review.Stage.SUBMITTED) {
            return Decision.refuse("It waits for approval already.");
        }
        if (review.approved()) {
            return Decision.refuse("It is approved already.");
        }
        if (review.revision() != c.revision()) {
            return changedMeanwhile();
        }
        List<String> missing = missing(incident, reviewing);
        if (!missing.isEmpty()) {
            return Decision.refuse(
                    "Not yet. Still to be written: " + String.join(", ", missing) + ".");
        }
        int wordings = wordings(review, c.names(), moment);
        if (wordings > 0 && !c.despite()) {
            return mayBlame(wordings);
        }
        return Decision.accept(
                new ReviewEvent.ReviewSubmitted(
                        review.revision(), approvers(incident, reviewing, moment), wordings));
    }

    static Decision approve(
            Incident incident, ReviewCommand.ApproveReview c, Reviewing reviewing, Moment moment) {
        Review review = incident.dossier().review();
        if (review.approved()) {
            return Decision.refuse("It is approved already.");
        }
        Optional<Review.Submission> submission = review.submission();
        if (review.stage() != Review.Stage.SUBMITTED || submission.isEmpty()) {
            return Decision.refuse("Nobody has submitted it yet.");
        }
        if (submission.get().revision() != c.revision()) {
            return changedMeanwhile();
        }
        Optional<Decision> notYou = notYou(incident, submission.get(), reviewing, moment);
        if (notYou.isPresent()) {
            return notYou.get();
        }
        int wordings = wordings(review, c.names(), moment);
        if (wordings > 0 && !c.despite()) {
            return mayBlame(wordings);
        }
        return Decision.accept(
                new ReviewEvent.ReviewApproved(
                        reviewing.title(), c.revision(), c.comment(), wordings));
    }

    /** The titles of required sections that are not there yet. */
    static List<String> missing(Incident incident, Reviewing reviewing) {
        List<String> missing = new ArrayList<>();
        for (ReviewSection section : reviewing.sections()) {
            if (section.required() && !isThere(incident, section)) {
                missing.add(section.title());
            }
        }
        return missing;
    }

    private static boolean isThere(Incident incident, ReviewSection section) {
        if (section.generated().isEmpty()) {
            return incident.dossier().review().section(section.name()).isPresent();
        }
        return switch (section.generated().get()) {
            case TIMELINE, KEY_TIMES, DURATION -> true;
            case ACTIONS -> !incident.dossier().actions().all().isEmpty();
        };
    }

    private static Optional<Decision> notYou(
            Incident incident, Review.Submission submission, Reviewing reviewing, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        if (person.isEmpty()) {
            return Optional.of(Decision.refuse("Only a person can approve it."));
        }
        if (submission.by().person().equals(person)) {
            return Optional.of(
                    Decision.refuse(
                            "You submitted it, so another pair of eyes approves it. "
                                    + who(incident, reviewing, moment)));
        }
        if (incident.dossier().review().mostlyBy(person.get())) {
            return Optional.of(
                    Decision.refuse(
                            "You wrote most of it, so another pair of eyes approves it. "
                                    + who(incident, reviewing, moment)));
        }
        boolean may =
                moment.roster().admins().contains(person.get())
                        || reviewing.approvers().stream()
                                .anyMatch(role -> holds(incident, role, person.get(), moment));
        return may
                ? Optional.empty()
                : Optional.of(Decision.refuse(who(incident, reviewing, moment)));
    }

    private static boolean holds(Incident incident, RoleName role, PersonId person, Moment moment) {
        return incident.holder(role).filter(person::equals).isPresent()
                || moment.roster().holds(person, role);
    }

    private static String who(Incident incident, Reviewing reviewing, Moment moment) {
        String roles =
                String.join(
                        " or ",
                        reviewing.approvers().stream()
                                .map(r -> moment.policy().titleOf(r))
                                .toList());
        return "It is approved by the "
                + roles
                + (approvers(incident, reviewing, moment).isEmpty()
                        ? "; nobody else holds such a role yet: /incident assign."
                        : ".");
    }

    /** Everyone who may approve it, but for the one who asks. */
    private static List<PersonId> approvers(Incident incident, Reviewing reviewing, Moment moment) {
        Set<PersonId> people = new LinkedHashSet<>();
        for (RoleName role : reviewing.approvers()) {
            incident.holder(role).ifPresent(people::add);
            moment.roster().onDuty(role).ifPresent(people::add);
        }
        moment.by().person().ifPresent(people::remove);
        people.removeIf(person -> incident.dossier().review().mostlyBy(person));
        return List.copyOf(people);
    }

    private static int wordings(Review review, List<String> names, Moment moment) {
        return Wordings.in(review, moment.policy(), names).values().stream()
                .mapToInt(List::size)
                .sum();
    }

    private static Decision mayBlame(int wordings) {
        return Decision.refuse(
                Spoken.count(wordings, "wording")
                        + " may sound like blame. Mend them, or tick that they are meant.");
    }

    private static Decision changedMeanwhile() {
        return Decision.refuse(
                Phrase.of("It was changed while you looked. Read it again: ")
                        .code("/incident postmortem")
                        .say("."));
    }
}

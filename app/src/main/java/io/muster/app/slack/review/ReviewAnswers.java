package io.muster.app.slack.review;

import io.muster.app.slack.Submitted;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.ReviewCommand;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the filled-in forms of a post-mortem ask the desk for. */
final class ReviewAnswers {
    private ReviewAnswers() {}

    static Optional<IncidentCommand> submit(Submitted form, Collection<String> names) {
        return revision(form)
                .map(revision ->
                        new ReviewCommand.SubmitReview(revision, meant(form), List.copyOf(names)));
    }

    static Optional<IncidentCommand> approve(Submitted form, Collection<String> names) {
        return revision(form)
                .map(revision ->
                        new ReviewCommand.ApproveReview(
                                revision,
                                form.text(ReviewForms.WORDS),
                                meant(form),
                                List.copyOf(names)));
    }

    static Optional<IncidentCommand> present(Submitted form, Instant now) {
        String[] about = form.metadata().split("\\|", 2);
        return Optional.of(
                new ReviewCommand.PresentReview(
                        about.length > 1 ? about[1] : "",
                        form.instant(ReviewForms.WHEN).orElse(now),
                        form.text(ReviewForms.WORDS)));
    }

    private static boolean meant(Submitted form) {
        return form.choices(ReviewForms.MEANT).contains(ReviewForms.MEANT);
    }

    private static Optional<Integer> revision(Submitted form) {
        String[] about = form.metadata().split("\\|", 2);
        return about.length > 1 && about[1].matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(about[1]))
                : Optional.empty();
    }
}

package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Review;

import java.util.ArrayList;
import java.util.List;

/** How far the post-mortem has come. What stands in it is read there, by those who may. */
final class ReviewSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Review review = subject.incident().dossier().review();
        String title = subject.policy().reviewing().map(Reviewing::title).orElse("Post-mortem");
        return review.begun()
                ? new Chapter(title, List.of(new Passage.Bullets(lines(review, subject.policy()))))
                : Chapter.none(title);
    }

    private static List<Phrase> lines(Review review, Policy policy) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(Wording.labelled("State", Phrase.of(state(review.stage()))));
        review.submission()
                .map(s -> Wording.labelled("Submitted", Wording.byAndWhen(s.by(), s.at())))
                .ifPresent(lines::add);
        review.approval()
                .map(a -> Wording.labelled("Approved", Wording.byAndWhen(a.by(), a.at())))
                .ifPresent(lines::add);
        review.presented().forEach(p -> lines.add(presented(p, policy)));
        if (review.shared()) {
            lines.add(Wording.labelled("Shared", Phrase.of("everyone inside was told")));
        }
        review.publication()
                .map(p -> Wording.labelled("Publication asked", Wording.byAndWhen(p.by(), p.at())))
                .ifPresent(lines::add);
        review.published().forEach(p -> lines.add(published(p)));
        return lines;
    }

    private static Phrase published(Review.Publication out) {
        return Wording.labelled(
                out.exercise() ? "Publication exercised" : "Published",
                Phrase.of(Draft.label(out.draft()) + ", ")
                        .at(out.sentAt())
                        .then(Wording.because(out.proof())));
    }

    private static String state(Review.Stage stage) {
        return switch (stage) {
            case NONE -> "not begun";
            case WRITING -> "being written";
            case SUBMITTED -> "waits for approval";
            case APPROVED -> "approved";
        };
    }

    private static Phrase presented(Review.Presentation presentation, Policy policy) {
        return Wording.labelled(
                "Presented",
                Phrase.of(title(presentation.hearing(), policy) + ", ")
                        .at(presentation.when())
                        .say(" (recorded by ")
                        .then(Wording.who(presentation.by()))
                        .say(")"));
    }

    private static String title(String hearing, Policy policy) {
        return policy.reviewing().stream()
                .flatMap(reviewing -> reviewing.hearings().stream())
                .filter(h -> h.name().equals(hearing))
                .map(Hearing::title)
                .findFirst()
                .orElse(hearing);
    }
}

package io.muster.core.fact;

import io.muster.core.FreeText;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that has been established, in the order in which it was said; the last word counts.
 */
public record Facts(List<Fact> all) {
    /** Nothing is established. */
    public static final Facts NONE = new Facts(List.of());

    public Facts {
        all = List.copyOf(all);
    }

    /** The instant that was last claimed under this name. */
    public Optional<Instant> time(TimeName name) {
        return latest(f ->
                f.what() instanceof Fact.What.Time t && t.name() == name
                        ? Optional.of(t.claimed())
                        : Optional.empty());
    }

    /** What was last said under this name. */
    public Optional<FreeText> finding(FindingName name) {
        return latest(f ->
                f.what() instanceof Fact.What.Finding t && t.name() == name
                        ? Optional.of(t.text())
                        : Optional.empty());
    }

    /** The last answer to this question; empty if nobody has answered. */
    public Optional<Answer> answer(QuestionName question) {
        return answered(question).map(f -> ((Fact.What.Answered) f.what()).answer());
    }

    /** The fact that holds the last answer to this question. */
    public Optional<Fact> answered(QuestionName question) {
        return latest(f ->
                f.what() instanceof Fact.What.Answered a && a.question().equals(question)
                        ? Optional.of(f)
                        : Optional.empty());
    }

    /**
     * Since when this answer stands: as was claimed last, or else since it was recorded first.
     * Saying it again moves nothing; empty if another answer stands, or none.
     */
    public Optional<Instant> since(QuestionName question, Answer answer) {
        Optional<Instant> recorded = Optional.empty();
        Optional<Instant> claimed = Optional.empty();
        for (Fact fact : all) {
            if (fact.what() instanceof Fact.What.Answered said
                    && said.question().equals(question)) {
                if (said.answer() != answer) {
                    recorded = Optional.empty();
                    claimed = Optional.empty();
                } else {
                    recorded = recorded.isPresent() ? recorded : Optional.of(fact.recordedAt());
                    claimed = said.since().isPresent() ? said.since() : claimed;
                }
            }
        }
        return claimed.isPresent() ? claimed : recorded;
    }

    /** The fact that says how it came to light; empty if nobody has said so. */
    public Optional<Fact> detection() {
        return latest(
                f -> f.what() instanceof Fact.What.Detected ? Optional.of(f) : Optional.empty());
    }

    /** With this said as well. */
    public Facts with(Fact fact) {
        List<Fact> more = new ArrayList<>(all);
        more.add(fact);
        return new Facts(more);
    }

    private <T> Optional<T> latest(Function<Fact, Optional<T>> pick) {
        return all.reversed().stream().flatMap(f -> pick.apply(f).stream()).findFirst();
    }
}

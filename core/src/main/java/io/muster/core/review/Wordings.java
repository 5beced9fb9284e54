package io.muster.core.review;

import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What may sound like blame in a post-mortem as it stands, section by section. */
public final class Wordings {
    private Wordings() {}

    /** Those of every section that has any, by the section's name. */
    public static SequencedMap<String, List<Wording>> in(
            Review review, Policy policy, Collection<String> names) {
        SequencedMap<String, List<Wording>> found = new LinkedHashMap<>();
        for (ReviewSection section : policy.reviewing().map(Reviewing::written).orElse(List.of())) {
            String text = review.section(section.name()).map(s -> s.text().text()).orElse("");
            List<Wording> wordings = in(text, section, policy, names);
            if (!wordings.isEmpty()) {
                found.put(section.name(), wordings);
            }
        }
        return found;
    }

    /** Those of one text. */
    public static List<Wording> in(
            String text, ReviewSection section, Policy policy, Collection<String> names) {
        if (!Blameless.speaks(policy.language())) {
            return List.of();
        }
        return section.saysWhy()
                ? Blameless.wordingsOfCause(text, names)
                : Blameless.wordings(text);
    }
}

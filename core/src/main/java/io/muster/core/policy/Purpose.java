package io.muster.core.policy;

import java.util.Objects;

/**
 * What words that leave the building are for: who must agree to them, and how they begin.
 *
 * @param name as people type it: {@code regulator}
 */
public record Purpose(String name, String title, ReviewRule rule, Template template) {
    /** The purpose of what is published of a post-mortem; every policy has it. */
    public static final String PUBLICATION = "publication";

    public Purpose {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(template);
    }

    Purpose with(ReviewRule another) {
        return new Purpose(name, title, another, template);
    }
}

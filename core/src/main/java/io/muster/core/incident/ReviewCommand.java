package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** The post-mortem. */
public sealed interface ReviewCommand extends DossierCommand {
    record WriteSection(String section, FreeText text) implements ReviewCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.REVIEW);
    }
}

package io.muster.core.incident;

import io.muster.core.FreeText;

/** The post-mortem. */
public sealed interface ReviewEvent extends DossierEvent {
    record SectionWritten(String section, FreeText text) implements ReviewEvent {}
}

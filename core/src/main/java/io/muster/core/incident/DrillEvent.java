package io.muster.core.incident;

import io.muster.core.FreeText;

/** What belongs to a drill alone. */
public sealed interface DrillEvent extends DossierEvent {
    record InjectPlayed(FreeText text) implements DrillEvent {}
}

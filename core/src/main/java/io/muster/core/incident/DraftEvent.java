package io.muster.core.incident;

import io.muster.core.FreeText;

/** Words that leave the building: drafted, reviewed, released, sent. */
public sealed interface DraftEvent extends DossierEvent {
    record DraftWritten(int number, FreeText text) implements DraftEvent {}
}

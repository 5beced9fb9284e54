package io.muster.core.incident;

import io.muster.core.FreeText;

/** Evidence and through whose hands it passed. */
public sealed interface EvidenceEvent extends DossierEvent {
    record EvidenceRegistered(int number, FreeText what) implements EvidenceEvent {}
}

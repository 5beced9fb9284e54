package io.muster.core.incident;

import io.muster.core.FreeText;

/** What is done so that it does not happen again. */
public sealed interface ActionEvent extends DossierEvent {
    record ActionAdded(int number, FreeText text) implements ActionEvent {}
}

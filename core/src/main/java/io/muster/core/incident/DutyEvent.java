package io.muster.core.incident;

import io.muster.core.FreeText;

/** Duties to notify: owed, decided, done. */
public sealed interface DutyEvent extends DossierEvent {
    record DutyWaived(String duty, String title, FreeText reason) implements DutyEvent {}
}

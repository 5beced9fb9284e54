package io.muster.core.approval;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Instant;

/** Who did it, when, and what they said. */
public record Mark(PersonId by, Instant at, FreeText words) {}

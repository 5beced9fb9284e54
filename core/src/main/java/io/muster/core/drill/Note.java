package io.muster.core.drill;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;

/** Something said in a drill, and who said it when. */
public record Note(FreeText text, Actor by, Instant at) {}

package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;

/**
 * An exhibit went to somebody outside.
 *
 * @param override why before Legal was told; blank if Legal was
 */
public record Sharing(FreeText with, FreeText purpose, FreeText override, Actor by, Instant at) {}

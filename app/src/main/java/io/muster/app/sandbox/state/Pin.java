package io.muster.app.sandbox.state;

/** A message that is pinned to its channel. */
public record Pin(String ts, String by, long created) {}

package io.muster.app.sandbox;

/** What the workspace pays for: user groups and channel canvases need a paid plan. */
public enum Plan {
    FREE,
    PAID
}

package io.muster.core.alert;

import java.util.Locale;

/** By what kind of watching an alert came to light. */
public enum Detection {
    /** A rule of the monitoring fired. */
    MONITORING_ALERT("Monitoring alert"),
    /** Something did not answer as it should. */
    HEALTH_CHECK("Failed health check"),
    /** More errors than usual. */
    ERROR_RATE("Error-rate spike");

    private final String title;

    Detection(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** The word that a team's file uses for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

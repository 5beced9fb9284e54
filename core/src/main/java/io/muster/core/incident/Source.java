package io.muster.core.incident;

/** How it came to light. */
public enum Source {
    /** An alert, a failed health check, an error rate. */
    MONITORING("Monitoring"),
    /** A customer said so. */
    CUSTOMER("Customer report"),
    /** A security researcher disclosed it. */
    RESEARCHER("Researcher disclosure"),
    /** One of our own people noticed it. */
    EMPLOYEE("Employee"),
    /** A supplier told us. */
    VENDOR("Vendor notice");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}

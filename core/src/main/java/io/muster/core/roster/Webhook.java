package io.muster.core.roster;

import java.util.Objects;

/**
 * Another product that Muster calls when somebody is paged, or when the public is told.
 *
 * @param url where
 * @param secretFrom the environment variable that holds the routing key, or the key of the
 *     signature
 * @param privateAddresses it may stand in a network of our own, on this very machine included
 */
public record Webhook(
        String name, Format format, String url, String secretFrom, boolean privateAddresses) {
    /** Where PagerDuty takes events. */
    public static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

    public Webhook {
        Objects.requireNonNull(name);
        Objects.requireNonNull(format);
        Objects.requireNonNull(url);
        Objects.requireNonNull(secretFrom);
    }

    /** What it is told. */
    public enum Format {
        /** PagerDuty's Events API, version 2. */
        PAGERDUTY,
        /** Muster's own JSON, signed. */
        JSON,
        /** What the status page says, in the shape of Statuspage's webhooks, signed. */
        STATUSPAGE
    }
}

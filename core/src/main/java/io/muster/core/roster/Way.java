package io.muster.core.roster;

import java.util.Objects;

/**
 * A way to reach somebody.
 *
 * @param webhook which one, for a webhook; else empty
 */
public record Way(Kind kind, String webhook) {
    /** By direct message. */
    public static final Way SLACK = new Way(Kind.SLACK, "");

    /** By mail to the address in the team file. */
    public static final Way EMAIL = new Way(Kind.EMAIL, "");

    public Way {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(webhook);
    }

    /** By the webhook of this name. */
    public static Way webhook(String name) {
        return new Way(Kind.WEBHOOK, name);
    }

    /** As people say it: {@code e-mail}, {@code webhook pagerduty}. */
    public String words() {
        return switch (kind) {
            case SLACK -> "Slack";
            case EMAIL -> "e-mail";
            case WEBHOOK -> "webhook " + webhook;
        };
    }

    /** What kind of way it is. */
    public enum Kind {
        /** A direct message in the chat. */
        SLACK,
        /** A mail of their own. */
        EMAIL,
        /** A call of another product, which then rings, texts or shows. */
        WEBHOOK
    }
}

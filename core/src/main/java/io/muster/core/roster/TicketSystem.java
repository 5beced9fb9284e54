package io.muster.core.roster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The ticket system of the team file.
 *
 * @param address where it answers, without a slash at the end
 * @param project the key of a Jira project, or {@code owner/name} of a GitHub repository; blank for
 *     a webhook
 * @param type the issue type in Jira
 * @param user to whom the token belongs; empty: the token is sent alone
 * @param tokenFrom the environment variable that holds the token; the token stands nowhere else
 * @param privateAddresses whether it may lie in a private network
 * @param moves by which transition a ticket in Jira moves, by what happened: resolved, reopened,
 *     closed, dismissed
 * @param answer where the answer of a webhook says what it opened
 */
public record TicketSystem(
        Product product,
        String address,
        String project,
        String type,
        Optional<String> user,
        String tokenFrom,
        boolean privateAddresses,
        SequencedMap<String, String> moves,
        Answer answer,
        Ticketing gets) {
    public TicketSystem {
        Objects.requireNonNull(product);
        Objects.requireNonNull(user);
        Objects.requireNonNull(gets);
        moves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(moves));
    }

    /** What stands at the other end. */
    public enum Product {
        JIRA_CLOUD("jira-cloud"),
        /** Jira Data Center and Server. */
        JIRA_SERVER("jira-server"),
        GITHUB("github"),
        WEBHOOK("webhook");

        private final String word;

        Product(String word) {
            this.word = word;
        }

        /** The word in the team file. */
        public String word() {
            return word;
        }

        /** Whether it speaks like Jira. */
        public boolean isJira() {
            return this == JIRA_CLOUD || this == JIRA_SERVER;
        }
    }

    /**
     * JSON pointers into the answer of a webhook.
     *
     * @param url to the ticket's address
     * @param key to its number or name
     */
    public record Answer(String url, String key) {
        /** Beside each other at the top. */
        public static final Answer USUAL = new Answer("/url", "/key");
    }
}

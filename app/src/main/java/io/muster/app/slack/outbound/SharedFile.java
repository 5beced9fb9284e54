package io.muster.app.slack.outbound;

/**
 * A file on its way into a conversation.
 *
 * @param name by which it is found again; it must be one of its own
 * @param alt what it shows, for whoever cannot see it; at most 1,000 characters
 * @param comment markup of the message that it comes with
 */
record SharedFile(String name, String title, String alt, String comment, byte[] bytes) {}

package io.muster.app.slack;

/**
 * Somebody opened the details of what is shown below a link.
 *
 * @param trigger answers them, once and soon
 * @param reference what we called the thing ourselves
 * @param posted the link as it stands in the message
 */
public record AskedDetails(String trigger, String reference, String posted) {}

/**
 * Slack, heard: {@link io.muster.app.slack.SlackDoor} takes what Bolt brings in and hands it to the
 * conversations, one for each room of the house. A conversation turns words and clicks into
 * commands for the desk and the desk's answer into words; it never calls Slack, except to open a
 * modal through the door.
 */
@NullMarked
package io.muster.app.slack;

import org.jspecify.annotations.NullMarked;

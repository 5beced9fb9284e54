package io.muster.app.slack;

import com.google.gson.JsonObject;

import io.muster.app.slack.block.Message;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is shown below links, and in the pane beside them. It is a courtesy: tried a few times, then
 * given up, and nothing that matters is only said here.
 */
public interface Unfurls {
    /**
     * What is to be seen of a link.
     *
     * @param url the link as it stands in the message
     * @param entity the thing in Slack's own terms
     * @param plain the same in blocks, where Slack does not take the entity
     */
    record Preview(String url, JsonObject entity, Message plain) {}

    /**
     * Shows something below links; returns at once. Asked twice, it is shown once.
     *
     * @param previews asked for when the request that brought the links has been answered
     */
    void show(SharedLinks where, Supplier<List<Preview>> previews);

    /** Shows the thing in full to the one person who asked; returns at once. */
    void details(String trigger, JsonObject entity);

    /** Says to the one person who asked why there is nothing to see; returns at once. */
    void noDetails(String trigger, String title, String words);
}

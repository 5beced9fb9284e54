package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.muster.app.slack.SharedLinks;
import io.muster.app.slack.Unfurls;
import io.muster.app.slack.block.SlackJson;

import okhttp3.FormBody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Shows what stands behind links: first as an entity of Slack's, and in blocks where that is
 * refused, because whoever runs the app has to switch entities on for it.
 */
public final class SlackUnfurls implements Unfurls, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackUnfurls.class);
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SlackClient client;
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

    /** Speaks through this client. */
    public SlackUnfurls(SlackClient client) {
        this.client = client;
    }

    @Override
    public void show(SharedLinks where, Supplier<List<Preview>> previews) {
        later.execute(() -> {
            List<Preview> shown = previews.get();
            if (!shown.isEmpty()) {
                show(where, shown);
            }
        });
    }

    private void show(SharedLinks where, List<Preview> previews) {
        SlackAnswer answer = patiently(where, "metadata", entities(previews));
        if (answer instanceof SlackAnswer.No(String error, String ignored)) {
            LOG.debug("Slack takes no entity ({}); shown in blocks", error);
            answer = patiently(where, "unfurls", blocks(previews));
        }
        if (!(answer instanceof SlackAnswer.Ok)) {
            LOG.warn("What stands behind a link could not be shown: {}", answer);
        }
    }

    /** The same call again changes nothing, so that it may be repeated whatever became of it. */
    private SlackAnswer patiently(SharedLinks where, String name, String value) {
        SlackAnswer answer = client.call("chat.unfurl", form(where).add(name, value));
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Duration wait =
                    switch (answer) {
                        case SlackAnswer.Ok ignored -> Duration.ZERO;
                        case SlackAnswer.No ignored -> Duration.ZERO;
                        case SlackAnswer.Slower slower -> slower.pause();
                        case SlackAnswer.Unreachable ignored -> BETWEEN;
                        case SlackAnswer.Lost ignored -> BETWEEN;
                    };
            if (wait.isZero() || wait.compareTo(LONGEST) > 0 || !rest(wait)) {
                return answer;
            }
            answer = client.call("chat.unfurl", form(where).add(name, value));
        }
        return answer;
    }

    private static boolean rest(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static FormBody.Builder form(SharedLinks where) {
        return where.unfurl()
                .map(u -> new FormBody.Builder().add("unfurl_id", u.id()).add("source", u.source()))
                .orElseGet(() ->
                        new FormBody.Builder()
                                .add("channel", where.channel())
                                .add("ts", where.message()));
    }

    private static String entities(List<Preview> previews) {
        JsonArray entities = new JsonArray();
        previews.forEach(preview -> entities.add(preview.entity()));
        JsonObject metadata = new JsonObject();
        metadata.add("entities", entities);
        return metadata.toString();
    }

    private static String blocks(List<Preview> previews) {
        JsonObject unfurls = new JsonObject();
        for (Preview preview : previews) {
            JsonObject shown = new JsonObject();
            shown.add("blocks", JsonParser.parseString(SlackJson.of(preview.plain().blocks())));
            unfurls.add(preview.url(), shown);
        }
        return unfurls.toString();
    }

    @Override
    public void details(String trigger, JsonObject entity) {
        present(
                new FormBody.Builder()
                        .add("trigger_id", trigger)
                        .add("metadata", entity.toString()));
    }

    @Override
    public void noDetails(String trigger, String title, String words) {
        JsonObject error = new JsonObject();
        error.addProperty("status", "custom");
        error.addProperty("custom_title", title);
        error.addProperty("custom_message", words);
        error.addProperty("message_format", "markdown");
        present(new FormBody.Builder().add("trigger_id", trigger).add("error", error.toString()));
    }

    /** Once: its trigger dies in seconds, and the person can press again. */
    private void present(FormBody.Builder form) {
        later.execute(() -> {
            SlackAnswer answer = client.callNow("entity.presentDetails", form);
            if (!(answer instanceof SlackAnswer.Ok)) {
                LOG.warn("Details could not be shown: {}", answer);
            }
        });
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}

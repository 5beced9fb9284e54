package io.muster.app.sandbox.page;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Feed;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells open pages what has changed, as server-sent events; the page then asks for the scene. */
final class LiveStream implements AutoCloseable {
    private static final long HEARTBEAT_SECONDS = 5;

    private final Team team;
    private final Supplier<Instant> clock;
    private final Set<BlockingQueue<ObjectNode>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LiveStream(Team team, Supplier<Instant> clock) {
        this.team = team;
        this.clock = clock;
    }

    void serve(User user, Response response, Callback callback) throws Exception {
        BlockingQueue<ObjectNode> news = new LinkedBlockingQueue<>();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        open.add(news);
        Runnable stopListening = team.feed().onTouch(touch -> note(touch, user, news));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            write(out, heartbeat());
            while (!closed) {
                ObjectNode next = news.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                write(out, next == null ? heartbeat() : next);
            }
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        } finally {
            stopListening.run();
            open.remove(news);
        }
    }

    private static void note(Feed.Touch touch, User user, BlockingQueue<ObjectNode> news) {
        if (touch.userId().isEmpty() || touch.userId().equals(user.id())) {
            news.add(Json.object().put("what", touch.what().name()).put("id", touch.id()));
        }
    }

    private ObjectNode heartbeat() {
        return Json.object().put("what", "CLOCK").put("now", clock.get().toEpochMilli());
    }

    private static void write(OutputStream out, ObjectNode news) throws IOException {
        out.write(("data: " + Json.write(news) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(news -> news.add(heartbeat()));
    }
}

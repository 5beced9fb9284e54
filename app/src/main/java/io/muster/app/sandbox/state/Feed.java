package io.muster.app.sandbox.state;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What happened, told in order to whoever listens, after the workspace's lock was released. A
 * listener must only take note.
 */
public final class Feed {
    /** An event that the app may see, with the name under which it subscribes. */
    public record Event(String subscription, ObjectNode body) {}

    /** Something that a page shows has changed; an empty user means everybody. */
    public record Touch(What what, String userId, String id) {}

    /** What a page may have to draw again. */
    public enum What {
        CHANNEL,
        SIDEBAR,
        MODAL,
        HOME
    }

    private final List<Consumer<Event>> onEvent = new CopyOnWriteArrayList<>();
    private final List<Consumer<Touch>> onTouch = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ReentrantLock telling = new ReentrantLock();

    public void onEvent(Consumer<Event> listener) {
        onEvent.add(listener);
    }

    /** Returns what ends the listening. */
    public Runnable onTouch(Consumer<Touch> listener) {
        onTouch.add(listener);
        return () -> onTouch.remove(listener);
    }

    void event(String subscription, ObjectNode body) {
        Event event = new Event(subscription, body);
        put(() -> onEvent.forEach(listener -> listener.accept(event)));
    }

    void touch(What what, String userId, String id) {
        Touch touch = new Touch(what, userId, id);
        put(() -> onTouch.forEach(listener -> listener.accept(touch)));
    }

    private void put(Runnable news) {
        synchronized (waiting) {
            waiting.add(news);
        }
    }

    /** One at a time, so that news keeps its order whoever brings it. */
    void tell() {
        telling.lock();
        try {
            for (Runnable news = take(); news != null; news = take()) {
                news.run();
            }
        } finally {
            telling.unlock();
        }
    }

    private @Nullable Runnable take() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}

package io.muster.app.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.core.statuspage.PublicPage;
import io.muster.db.Archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The page as it is served: drawn once in a few seconds however many people look, by one of them
 * while the others get what there is. If the database does not answer, the page stays as it was.
 */
public final class StatusPage {
    private static final Logger LOG = LoggerFactory.getLogger(StatusPage.class);
    private static final Duration FRESH = Duration.ofSeconds(3);

    /** From {@code /status}, wherever a proxy puts that. */
    private static final String FORM = "status/subscribe";

    private final Archive archive;
    private final Optional<PublicPage> page;
    private final Optional<Subscriptions> subscriptions;
    private volatile Optional<Drawn> drawn = Optional.empty();
    private final ReentrantLock drawing = new ReentrantLock();

    /**
     * A document.
     *
     * @param tag tells it from every other; the same on every node
     */
    public record Document(String type, String body, String tag) {
        static Document of(String type, String body) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
                return new Document(type, body, HexFormat.of().formatHex(hash, 0, 16));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** All three documents, as they were at one instant. */
    public record Documents(
            Document html, Document json, Document atom, Optional<Instant> changed) {
        /** What the public may know. */
        public static Documents of(PublicView view) {
            return of(view, Optional.empty());
        }

        /**
         * What the public may know.
         *
         * @param form where the form goes by which people subscribe; none if they cannot
         */
        public static Documents of(PublicView view, Optional<String> form) {
            return documents(
                    StatusHtml.of(view, form),
                    StatusJson.of(view),
                    StatusAtom.of(view),
                    view.changed());
        }

        /** That nothing is published. */
        public static Documents empty() {
            return documents(
                    StatusHtml.empty(), StatusJson.empty(), StatusAtom.empty(), Optional.empty());
        }

        private static Documents documents(
                String html, String json, String atom, Optional<Instant> changed) {
            return new Documents(
                    Document.of("text/html; charset=utf-8", html),
                    Document.of("application/json; charset=utf-8", json),
                    Document.of("application/atom+xml; charset=utf-8", atom),
                    changed);
        }
    }

    private record Drawn(Documents documents, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    /**
     * The page of this team; without a description of it, one that says that there is nothing.
     *
     * @param subscriptions where people subscribe to it, if they can
     */
    public StatusPage(
            Archive archive, Optional<PublicPage> page, Optional<Subscriptions> subscriptions) {
        this.archive = archive;
        this.page = page;
        this.subscriptions = subscriptions;
    }

    /** As the team file describes it. */
    public Optional<PublicPage> described() {
        return page;
    }

    /** Where people subscribe to it, if they can. */
    public Optional<Subscriptions> subscriptions() {
        return subscriptions;
    }

    /** The page as it is now, or was a few seconds ago. */
    public Documents documents() {
        Optional<Drawn> known = drawn;
        if (known.filter(Drawn::isFresh).isPresent()) {
            return known.get().documents();
        }
        if (known.isPresent()) {
            if (drawing.tryLock()) {
                try {
                    return redrawn(known.get());
                } finally {
                    drawing.unlock();
                }
            }
            return known.get().documents();
        }
        return first();
    }

    /** Until there is a page, everybody waits for the one who draws it. */
    private Documents first() {
        drawing.lock();
        try {
            return drawn.orElseGet(this::draw).documents();
        } finally {
            drawing.unlock();
        }
    }

    private Documents redrawn(Drawn known) {
        try {
            return draw().documents();
        } catch (RuntimeException e) {
            LOG.warn("The status page could not be drawn anew: {}", e.getMessage());
            drawn = Optional.of(new Drawn(known.documents(), System.nanoTime()));
            return known.documents();
        }
    }

    private Drawn draw() {
        Documents documents =
                page.map(p ->
                                Documents.of(
                                        archive.snapshot(tx -> PublicView.read(tx, p)),
                                        subscriptions.map(s -> FORM)))
                        .orElseGet(Documents::empty);
        Drawn now = new Drawn(documents, System.nanoTime());
        drawn = Optional.of(now);
        return now;
    }
}

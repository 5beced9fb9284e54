package io.muster.app.ticket;

import io.muster.core.roster.TicketSystem;
import io.muster.core.ticket.TicketStep;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * Any other system, behind an address that takes JSON. It cannot be looked into, so whatever was
 * lost is sent again under the same {@code Idempotency-Key}: the other side has to know it by that.
 */
final class WebhookTracker implements Tracker {
    private static final String ADDRESS = "https?://[^\\s<>|\"]{1,400}";
    private static final int LONGEST_KEY = 100;

    private final TicketSystem system;
    private final TrackerDoor door;

    WebhookTracker(TicketSystem system, TrackerDoor door) {
        this.system = system;
        this.door = door;
    }

    @Override
    public Reply open(Sheet sheet) {
        ObjectNode body = body("open");
        body.put("id", sheet.label());
        body.put("title", sheet.title());
        body.put("text", String.join("\n\n", sheet.paragraphs()));
        return door.post("", body, sheet.label(), this::opened);
    }

    /** Sending it again is looking it up. */
    @Override
    public Reply find(Sheet sheet) {
        return open(sheet);
    }

    @Override
    public Reply tell(String key, String words, String mark) {
        ObjectNode body = body("comment");
        body.put("key", key);
        body.put("text", words);
        return door.post("", body, mark, answer -> new Reply.Done());
    }

    @Override
    public Reply told(String key, String mark, Instant since) {
        return new Reply.Absent();
    }

    @Override
    public Reply move(String key, TicketStep step, String mark, boolean again) {
        ObjectNode body = body(step.word());
        body.put("key", key);
        return door.post("", body, mark, answer -> new Reply.Done());
    }

    /** Opens nothing: a ticket that nobody needs would stand there for ever. */
    @Override
    public Reply check() {
        Reply reply = door.knock();
        boolean answered =
                reply instanceof Reply.Refused(String why)
                        && (why.contains("405") || why.contains("404") || why.contains("501"));
        return answered ? new Reply.Done() : reply;
    }

    private ObjectNode body(String event) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.put("event", event);
        if (!system.project().isBlank()) {
            body.put("project", system.project());
        }
        return body;
    }

    private Reply opened(JsonNode answer) {
        String url = answer.at(system.answer().url()).asString("");
        String key = answer.at(system.answer().key()).asString("");
        if (!url.matches(ADDRESS)) {
            return new Reply.Refused(
                    "its answer has no address at " + system.answer().url() + " in the JSON");
        }
        return key.isBlank() || key.length() > LONGEST_KEY
                ? new Reply.Refused("its answer has no key at " + system.answer().key())
                : new Reply.Opened(key, url);
    }
}

package io.muster.app.gallery;

import tools.jackson.databind.JsonNode;

/**
 * Something that Muster showed.
 *
 * @param name what kind of thing it is, as its file is called
 * @param body a view, or a message's text and blocks, as it was sent
 */
public record Shape(String name, JsonNode body) {
    /** Whether it is a modal or a Home. */
    public boolean isView() {
        return body.has("type");
    }

    /** What a notification shows and a screen reader reads; a view has none. */
    public String text() {
        return body.path("text").asString("");
    }

    /** As it is compared from run to run. */
    JsonNode still() {
        return Still.of(body);
    }
}

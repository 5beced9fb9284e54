package io.muster.app.sandbox.client;

import io.muster.app.sandbox.state.Post;

import java.util.Map;
import java.util.Optional;

/**
 * What a person sees after having done something: nothing, an answer, Slack's own error, or errors
 * under fields (by the block's id).
 */
public record Seen(String error, Optional<Post> answer, Map<String, String> fieldErrors) {
    public Seen {
        fieldErrors = Map.copyOf(fieldErrors);
    }

    static final Seen NOTHING = new Seen("", Optional.empty(), Map.of());

    static Seen error(String code) {
        return new Seen(code, Optional.empty(), Map.of());
    }

    static Seen answer(Post post) {
        return new Seen("", Optional.of(post), Map.of());
    }

    static Seen fields(Map<String, String> errors) {
        return new Seen("", Optional.empty(), errors);
    }
}

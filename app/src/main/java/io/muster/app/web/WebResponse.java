package io.muster.app.web;

import java.util.Map;

/**
 * A response.
 *
 * @param headers beside those that every response has
 */
public record WebResponse(
        int status, String contentType, String body, Map<String, String> headers) {
    public WebResponse {
        headers = Map.copyOf(headers);
    }

    /** One that needs no headers of its own. */
    public WebResponse(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /** The same with this header and no other. */
    WebResponse with(String header, String value) {
        return new WebResponse(status, contentType, body, Map.of(header, value));
    }

    /** Words for whoever looks. */
    public static WebResponse text(int status, String words) {
        return new WebResponse(status, "text/plain; charset=utf-8", words);
    }

    /** A JSON object that says why not. */
    public static WebResponse refusal(int status, String words) {
        return new WebResponse(
                status,
                "application/json; charset=utf-8",
                "{\"ok\":false,\"error\":\""
                        + words.replace("\\", "\\\\").replace("\"", "\\\"")
                        + "\"}");
    }
}

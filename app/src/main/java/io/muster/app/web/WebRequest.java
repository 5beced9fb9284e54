package io.muster.app.web;

import java.util.List;
import java.util.Map;

/**
 * A request with its whole body.
 *
 * @param query what follows the question mark, as it came; empty if there is none
 * @param headers by name in lower case
 * @param remote the address of whoever knocked: the other side, or a proxy in front of us
 */
public record WebRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        Body body,
        String remote) {
    /** Bytes as they came. */
    public static final class Body {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** The bytes as UTF-8. */
        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    public WebRequest {
        headers = Map.copyOf(headers);
    }

    /** The only value of a header; empty if it is absent or given more than once. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}

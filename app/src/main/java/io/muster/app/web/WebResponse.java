package io.muster.app.web;

/** A response. */
public record WebResponse(int status, String contentType, String body) {
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

package io.muster.app.web;

import io.muster.app.slack.Numbers;
import io.muster.app.slack.link.IncidentLinks;

import java.util.Map;

/**
 * The page behind the link to an incident: where it is worked on, and nothing of it. It says the
 * same of every number, so that nobody learns from it which incidents there are.
 */
final class IncidentRoute implements Route {
    /** Answers for all numbers. */
    static final String PATH = IncidentLinks.PATH + "*";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Robots-Tag",
                    "noindex",
                    "Cache-Control",
                    "no-store");

    @Override
    public WebResponse answer(WebRequest request) {
        return Numbers.spoken(request.path().substring(IncidentLinks.PATH.length()))
                .map(id ->
                        new WebResponse(
                                200, "text/html; charset=utf-8", page(id.toString()), HEADERS))
                .orElseGet(() -> WebResponse.text(404, "not found\n"));
    }

    private static String page(String id) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Open it in Slack</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        </head>
        <body>
        <main>
        <h1>Open it in Slack</h1>
        <p>In your workspace type <code>/incident status %s</code>. There is nothing to read here.</p>
        </main>
        </body>
        </html>
        """
                .formatted(id);
    }
}

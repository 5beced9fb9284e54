package io.muster.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.status.StatusHtml;
import io.muster.app.status.StatusPage;
import io.muster.app.status.StatusPage.Document;
import io.muster.app.status.StatusPage.Documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The addresses of the status page. They are public: whoever asks gets the same. */
public final class StatusRoutes {
    private static final String STYLE = sha256(StatusHtml.STYLE);
    private static final DateTimeFormatter HTTP_TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private StatusRoutes() {}

    /** Adds them. */
    public static WebServer.Routes on(WebServer.Routes routes, StatusPage page) {
        page.described()
                .ifPresent(described ->
                        page.subscriptions()
                                .ifPresent(s -> SubscribeRoutes.on(routes, s, described)));
        return routes.get("/status", r -> answer(r, page, Documents::html))
                .get("/status.json", r -> answer(r, page, Documents::json))
                .get("/status.atom", r -> answer(r, page, Documents::atom));
    }

    /**
     * What a page may load and do: its own style sheet, and no script.
     *
     * @param forms where its forms may go
     */
    static String policy(String forms) {
        return "default-src 'none'; style-src 'sha256-"
                + STYLE
                + "'; base-uri 'none'; form-action "
                + forms
                + "; frame-ancestors 'none'";
    }

    private static WebResponse answer(
            WebRequest request, StatusPage page, Function<Documents, Document> which) {
        Documents documents = page.documents();
        Document document = which.apply(documents);
        String tag = "\"" + document.tag() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Cache-Control", "public, max-age=5");
        headers.put(
                "Content-Security-Policy",
                policy(page.subscriptions().isPresent() ? "'self'" : "'none'"));
        headers.put("Referrer-Policy", "no-referrer");
        documents.changed().ifPresent(at -> headers.put("Last-Modified", httpTime(at)));
        return isKnown(request.header("if-none-match"), tag)
                ? new WebResponse(304, document.type(), "", headers)
                : new WebResponse(200, document.type(), document.body(), headers);
    }

    private static String httpTime(Instant at) {
        return HTTP_TIME.format(at);
    }

    private static boolean isKnown(String header, String tag) {
        return Arrays.stream(header.split(","))
                .map(t -> t.strip().replaceFirst("^W/", ""))
                .anyMatch(t -> t.equals(tag) || t.equals("*"));
    }

    private static String sha256(String words) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.muster.app.sandbox.page;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files of the page, out of the jar. */
final class Assets {
    private static final String ROOT = "/io/muster/app/sandbox/page/";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: https: http:; style-src 'self'; "
                    + "object-src 'none'; base-uri 'none'; form-action 'none'";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    /** Permalinks lead to the page as well; it finds the message or the canvas by itself. */
    boolean serve(String path, Response response, Callback callback) throws IOException {
        boolean page =
                path.equals("/") || path.startsWith("/archives/") || path.startsWith("/docs/");
        String name = page ? "index.html" : path.replaceFirst("^/assets/", "");
        boolean asset = path.startsWith("/assets/") && name.matches("[a-z-]+\\.(css|js|svg)");
        if (!page && !asset) {
            return false;
        }
        try (InputStream file = Assets.class.getResourceAsStream(ROOT + name)) {
            if (file == null) {
                return false;
            }
            response.getHeaders().put("Content-Security-Policy", POLICY);
            String extension = name.substring(name.lastIndexOf('.') + 1);
            PageHandler.send(
                    response,
                    callback,
                    200,
                    TYPES.getOrDefault(extension, "application/octet-stream"),
                    file.readAllBytes());
            return true;
        }
    }
}

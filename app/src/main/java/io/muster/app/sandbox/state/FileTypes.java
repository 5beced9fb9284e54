package io.muster.app.sandbox.state;

import java.util.Locale;
import java.util.Map;

/** What a file's name says about its content. */
public final class FileTypes {
    private static final Map<String, String> MIME =
            Map.ofEntries(
                    Map.entry("txt", "text/plain"),
                    Map.entry("log", "text/plain"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("md", "text/markdown"),
                    Map.entry("html", "text/html"),
                    Map.entry("json", "application/json"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("svg", "image/svg+xml"));

    private FileTypes() {}

    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "binary" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public static String mime(String name) {
        return MIME.getOrDefault(extension(name), "application/octet-stream");
    }
}

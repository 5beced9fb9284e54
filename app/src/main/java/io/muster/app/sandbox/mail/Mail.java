package io.muster.app.sandbox.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as it was given in.
 *
 * @param to of the envelope
 * @param raw headers and body, lines ended by a line feed
 */
public record Mail(String to, String raw, Instant at) {
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9-]+)\\?([QqBb])\\?([^?]*)\\?=\\s*");
    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");

    /** What one header says, in plain words; empty if there is none. */
    public String header(String name) {
        String found = headers().getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return WORD.matcher(found).replaceAll(m -> Matcher.quoteReplacement(decoded(m))).strip();
    }

    /** The text, as a person reads it. */
    public String text() {
        int end = raw.indexOf("\n\n");
        String body = end < 0 ? "" : raw.substring(end + 2);
        return switch (header("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
            case "quoted-printable" -> unescaped(body.replace("=\n", ""), StandardCharsets.UTF_8);
            case "base64" ->
                    new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
            default -> body;
        };
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        int end = raw.indexOf("\n\n");
        String head = (end < 0 ? raw : raw.substring(0, end)).replaceAll("\n[ \t]+", " ");
        for (String line : head.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String decoded(MatchResult word) {
        Charset charset = Charset.forName(word.group(1));
        return word.group(2).equalsIgnoreCase("B")
                ? new String(Base64.getDecoder().decode(word.group(3)), charset)
                : unescaped(word.group(3).replace('_', ' '), charset);
    }

    private static String unescaped(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = ESCAPED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            bytes.writeBytes(text.substring(from, matcher.start()).getBytes(charset));
            bytes.write(Integer.parseInt(matcher.group(1), 16));
            from = matcher.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(charset));
        return bytes.toString(charset);
    }
}

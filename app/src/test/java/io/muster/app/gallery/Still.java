package io.muster.app.gallery;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what differs from run to run: ids and times that the workspace gives, whose clock goes
 * on.
 */
final class Still {
    private static final Pattern TS = Pattern.compile("\\b\\d{10}\\.\\d{6}\\b");
    private static final Pattern LINK = Pattern.compile("/p\\d{16}\\b");
    private static final Pattern ID = Pattern.compile("\\b([CDFG])0[A-Z0-9]{9}\\b");
    private static final Pattern REAL_SECOND =
            Pattern.compile("(?<=\\^|\"timestamp\":|\"initial_date_time\":)1[6-9]\\d{8}\\b");
    private static final Pattern REAL_TIME =
            Pattern.compile(
                    "\\b20(2[4-9]|3[0-4])-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /** Slack names with five characters what we leave without a name. */
    private static final Pattern GIVEN =
            Pattern.compile("(?<=\"block_id\":\")[A-Za-z0-9]{5}(?=\")");

    /** What stands in the fields of a form, once more in a few letters behind its metadata. */
    private static final Pattern SHOWN = Pattern.compile("~[0-9a-z.]*(?=\")");

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{32,64}\\b");

    private Still() {}

    /** Ids are numbered in the order in which they appear. */
    static JsonNode of(JsonNode body) {
        String text = TS.matcher(Json.write(body)).replaceAll("1772442000.000001");
        text = REAL_SECOND.matcher(text).replaceAll("1772442000");
        text = REAL_TIME.matcher(text).replaceAll("2026-03-02 09:00");
        text = LINK.matcher(text).replaceAll("/p1772442000000001");
        text = ADDRESS.matcher(text).replaceAll("https://sandbox.example");
        text = GIVEN.matcher(text).replaceAll("given");
        text = HASH.matcher(text).replaceAll("5ha256");
        text = SHOWN.matcher(text).replaceAll("");
        Map<String, String> ids = new LinkedHashMap<>();
        text =
                ID.matcher(text)
                        .replaceAll(id ->
                                Matcher.quoteReplacement(
                                        ids.computeIfAbsent(id.group(), i -> next(i, ids.size()))));
        return Json.of(text);
    }

    private static String next(String id, int known) {
        return String.format(java.util.Locale.ROOT, "%s0%09d", id.charAt(0), known + 1);
    }
}

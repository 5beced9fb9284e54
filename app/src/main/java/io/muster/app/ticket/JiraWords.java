package io.muster.app.ticket;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as Jira shows them, with nothing in them that Jira would read as its own. */
final class JiraWords {
    private static final Pattern SPECIAL = Pattern.compile("[*_\\-+^~{}\\[\\]!|?#()]");
    private static final Pattern HEADING = Pattern.compile("(?m)^(\\s*)(h[1-6]|bq)\\.");

    private JiraWords() {}

    /** Wiki markup, which Jira Data Center reads: a mention there is {@code [~name]}. */
    static String wiki(List<String> paragraphs) {
        return paragraphs.stream().map(JiraWords::wiki).collect(Collectors.joining("\n\n"));
    }

    private static String wiki(String words) {
        String whole = words.replace("&", "&amp;").replace("\\", "&#92;");
        String marked = SPECIAL.matcher(whole.replace("&#92;", "\u0000")).replaceAll("\\\\$0");
        return HEADING.matcher(marked.replace("\u0000", "&#92;")).replaceAll("$1$2\\\\.");
    }

    /** Atlassian's document format: text is text there, whatever stands in it. */
    static JsonNode document(List<String> paragraphs) {
        ObjectNode document = TrackerDoor.JSON.createObjectNode();
        document.put("type", "doc");
        document.put("version", 1);
        ArrayNode content = document.putArray("content");
        for (String paragraph : paragraphs) {
            ObjectNode node = content.addObject();
            node.put("type", "paragraph");
            ArrayNode parts = node.putArray("content");
            for (String line : paragraph.split("\\R")) {
                if (!parts.isEmpty()) {
                    parts.addObject().put("type", "hardBreak");
                }
                if (!line.isEmpty()) {
                    parts.addObject().put("type", "text").put("text", line);
                }
            }
        }
        return document;
    }
}

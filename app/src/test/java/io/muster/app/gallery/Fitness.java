package io.muster.app.gallery;

import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.blockkit.ViewKit;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a shape, for Slack or for whoever reads it. */
public final class Fitness {
    /** What can be edited later without being refused. */
    private static final int LONGEST_TEXT = 4_000;

    /** What the sandbox takes for the most that the blocks of one message may weigh. */
    private static final int HEAVIEST = 40_000;

    private static final int SHORTEST_ALT = 10;
    private static final int COMPARED = 8;

    /** Where a section, and where a button is cut. */
    private static final int LONG_TEXT = 2_990;

    private static final int LONG_LABEL = 70;
    private static final Pattern WORD_END = Pattern.compile("\\s+");
    private static final Pattern TOKEN =
            Pattern.compile("<(@|#|!date)[^>]*>|:[a-z0-9_+-]+:|&\\w+;");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern REST = Pattern.compile("and [\\d,]+ (more|others)\\b");

    private final Shape shape;
    private final List<String> problems = new ArrayList<>();

    private Fitness(Shape shape) {
        this.shape = shape;
    }

    /** Everything that is wrong with it. */
    public static List<String> problems(Shape shape) {
        Fitness fitness = new Fitness(shape);
        fitness.limits();
        fitness.words();
        fitness.elements(shape.body().path("blocks"));
        fitness.names();
        return fitness.problems.stream().map(p -> shape.name() + ": " + p).distinct().toList();
    }

    /** The same rules that the sandbox keeps when a call comes in. */
    private void limits() {
        JsonNode body = shape.body();
        if (shape.isView()) {
            problems.addAll(ViewKit.check(body).messages());
            check(!ViewKit.tooLarge(Json.write(body)), "the view is too large");
            return;
        }
        JsonNode blocks = body.path("blocks");
        problems.addAll(BlockKit.checkMessage(blocks, "/blocks").messages());
        check(Json.write(blocks).length() <= HEAVIEST, "its blocks are too heavy");
        if (shape.name().startsWith("answer-") || shape.name().startsWith("whisper-")) {
            return; // only what stands can be edited
        }
        int length = shape.text().codePointCount(0, shape.text().length());
        check(length <= LONGEST_TEXT, "its text could not be edited: " + length);
    }

    /** Whoever only hears the notification must hear what it is about. */
    private void words() {
        if (shape.isView()) {
            return;
        }
        String said = bare(shape.text());
        List<String> shown =
                Arrays.stream(WORD_END.split(bare(firstWords(shape.body().path("blocks")))))
                        .filter(word -> word.length() > 2)
                        .limit(COMPARED)
                        .toList();
        long heard = shown.stream().filter(said::contains).count();
        check(!said.isBlank(), "its text says nothing");
        check(
                heard * 2 >= shown.size(),
                "its text does not say what its blocks begin with: " + shown);
    }

    private static String firstWords(JsonNode blocks) {
        return blocks.isEmpty() ? "" : allText(blocks.get(0));
    }

    private static String allText(JsonNode node) {
        if (node.isString()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        if (node.path("text").isString()) {
            all.append(node.path("text").asString()).append(' ');
        }
        node.forEach(child -> all.append(allText(child)));
        return all.toString();
    }

    private static String bare(String words) {
        return OTHER.matcher(TOKEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .replaceAll(" ");
    }

    private void elements(JsonNode node) {
        String type = Json.text(node, "type");
        switch (type) {
            case "image" ->
                    check(
                            Json.text(node, "alt_text").strip().length() >= SHORTEST_ALT,
                            "an image without words: " + Json.text(node, "alt_text"));
            case "button" -> button(node);
            case "mrkdwn", "plain_text" -> cut(Json.text(node, "text"));
            default -> {}
        }
        node.forEach(this::elements);
    }

    private void button(JsonNode button) {
        String label = Json.text(button.path("text"), "text");
        check(!bare(label).isBlank(), "a button without words: " + label);
        boolean cut = label.endsWith("…") && label.length() > LONG_LABEL;
        check(!cut, "a button whose words are cut: " + label);
    }

    /**
     * Words that somebody wrote may end in dots, on each line of a list; a list must say how much
     * more there is.
     */
    private void cut(String text) {
        List<String> lines = text.lines().toList();
        boolean list = lines.size() > 2;
        boolean cut = text.endsWith("…") && text.length() >= LONG_TEXT;
        boolean shortened = list && lines.get(lines.size() - 2).endsWith("…");
        check(
                !list || !cut || shortened || REST.matcher(text).find(),
                "a list that is cut without saying how much more there is: "
                        + text.substring(Math.max(0, text.length() - 60)));
    }

    /** Buttons that are called alike are told apart by a label of their own. */
    private void names() {
        Set<String> names = new HashSet<>();
        for (JsonNode block : shape.body().path("blocks")) {
            List<JsonNode> elements = new ArrayList<>(Json.list(block, "elements"));
            elements.add(block.path("accessory"));
            for (JsonNode element : elements) {
                if (Json.text(element, "type").equals("button")) {
                    String spoken = Json.text(element, "accessibility_label");
                    String shown = Json.text(element.path("text"), "text");
                    String name = spoken.isEmpty() ? shown : spoken;
                    check(names.add(name), "two buttons that sound alike: " + name);
                }
            }
        }
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}

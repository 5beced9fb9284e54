package io.muster.app.sandbox.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The standard emoji that people use at work. Slack stores them by name: a message that was sent
 * with the character comes back with {@code :name:}.
 */
public final class Emoji {
    private static final Map<String, String> BY_NAME = read();
    private static final Map<String, String> BY_CHARACTER =
            BY_NAME.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getValue,
                                    Map.Entry::getKey,
                                    (first, second) -> first));
    private static final Pattern CHARACTERS =
            Pattern.compile(
                    BY_CHARACTER.keySet().stream()
                            .filter(character -> character.codePointAt(0) > 0xFF)
                            .sorted((a, b) -> b.length() - a.length())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "(?:", ")\\uFE0F?")));
    private static final Pattern NAME = Pattern.compile(":([a-z0-9_+'-]+):");

    private Emoji() {}

    public static boolean exists(String name) {
        return BY_NAME.containsKey(name.replaceFirst("::skin-tone-[2-6]$", ""));
    }

    public static Optional<String> character(String name) {
        return Optional.ofNullable(BY_NAME.get(name.replaceFirst("::skin-tone-[2-6]$", "")));
    }

    public static Map<String, String> all() {
        return BY_NAME;
    }

    /** As Slack stores the text. */
    public static String named(String text) {
        return CHARACTERS
                .matcher(text)
                .replaceAll(found -> {
                    String character = found.group().replace("\uFE0F", "");
                    String name = BY_CHARACTER.get(character);
                    return Matcher.quoteReplacement(
                            ":" + Objects.requireNonNullElse(name, "grey_question") + ":");
                });
    }

    /** As a person sees the text. */
    public static String drawn(String text) {
        return NAME.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(character(found.group(1)).orElse(found.group())));
    }

    /** As {@link #drawn}, and sure to be a picture where a plain glyph exists as well. */
    public static String pictured(String text) {
        StringBuilder pictured = new StringBuilder();
        drawn(text)
                .codePoints()
                .forEach(each -> pictured.append(picture(Character.toString(each))));
        return pictured.toString();
    }

    private static String picture(String character) {
        boolean ambiguous =
                character.length() == 1
                        && character.charAt(0) > 0xFF
                        && BY_CHARACTER.containsKey(character);
        return ambiguous ? character + "\uFE0F" : character;
    }

    static List<Span> spans(String plain) {
        List<Span> spans = new ArrayList<>();
        Matcher name = NAME.matcher(plain);
        int from = 0;
        while (name.find()) {
            if (!exists(name.group(1))) {
                continue;
            }
            if (name.start() > from) {
                spans.add(new Span.Text(plain.substring(from, name.start())));
            }
            spans.add(new Span.Emoji(name.group(1)));
            from = name.end();
        }
        if (from < plain.length()) {
            spans.add(new Span.Text(plain.substring(from)));
        }
        return spans;
    }

    private static Map<String, String> read() {
        Map<String, String> emoji = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(
                        Emoji.class.getResourceAsStream("/io/muster/app/sandbox/emoji.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split(" "))
                    .filter(columns -> columns.length >= 2)
                    .forEach(columns -> {
                        for (int i = 1; i < columns.length; i++) {
                            emoji.put(columns[i], columns[0].replace("\uFE0F", ""));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return emoji;
    }
}

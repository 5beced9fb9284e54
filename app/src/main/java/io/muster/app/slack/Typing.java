package io.muster.app.slack;

import io.muster.core.PersonId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type. */
public final class Typing {
    private static final Pattern TOKEN = Pattern.compile("<([@#!])?([^<>|]+)(?:\\|([^<>]*))?>");
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^<>]*)?>");

    private Typing() {}

    /** The text as a person reads it: mentions as names, links as addresses, entities decoded. */
    public static String readable(String sent) {
        Matcher matcher = TOKEN.matcher(sent);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(words(matcher)));
        }
        matcher.appendTail(text);
        return text.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The first person that is mentioned, by id. */
    public static Optional<PersonId> person(String sent) {
        Matcher matcher = MENTION.matcher(sent);
        return matcher.find() ? Optional.of(new PersonId(matcher.group(1))) : Optional.empty();
    }

    /** The first word, and what follows it. */
    public static String[] split(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1].strip() : ""};
    }

    private static String words(Matcher token) {
        String kind = token.group(1) == null ? "" : token.group(1);
        String label = token.group(3);
        return switch (kind) {
            case "@" -> "@" + (label == null || label.isBlank() ? token.group(2) : label);
            case "#" -> "#" + (label == null || label.isBlank() ? token.group(2) : label);
            case "!" -> special(token.group(2), label);
            default -> token.group(2);
        };
    }

    private static String special(String word, String label) {
        String said = label == null || label.isBlank() ? word.replaceFirst("\\^.*", "") : label;
        return said.startsWith("@") ? said : "@" + said;
    }
}

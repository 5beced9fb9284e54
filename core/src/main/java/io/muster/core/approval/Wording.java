package io.muster.core.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.core.FreeText;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is said to whom by which way.
 *
 * @param channel by which way it goes: email, status page, the authority's form
 */
public record Wording(FreeText audience, FreeText channel, FreeText subject, FreeText text) {
    private static final String DOMAIN = "muster/draft/v1\n";
    private static final Pattern BLANK = Pattern.compile("\\[(?:fill in:|\\?)([^\\[\\]]*)\\]");

    public Wording {
        Objects.requireNonNull(audience);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }

    /** The same with another text. */
    public Wording withText(FreeText another) {
        return new Wording(audience, channel, subject, another);
    }

    /**
     * By which these very words can be told from any others: SHA-256, in hexadecimal. Line ends,
     * white space at the end of a line and spaces of no width do not count: every mail program has
     * its own line ends, and the chat is shown addresses with a space of no width in them.
     */
    public String hash() {
        StringBuilder canonical = new StringBuilder(DOMAIN);
        for (FreeText part : List.of(audience, channel, subject, text)) {
            String words = canonical(part.text());
            canonical.append(words.getBytes(UTF_8).length).append('\n').append(words).append('\n');
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(canonical.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What a template left to be filled in and nobody has: {@code [fill in: …]}, or in a template
     * of another language {@code [? …]}.
     */
    public List<String> blanks() {
        List<String> blanks = new ArrayList<>();
        for (FreeText part : List.of(audience, channel, subject, text)) {
            BLANK.matcher(part.text())
                    .results()
                    .map(found -> found.group(1).strip())
                    .forEach(blanks::add);
        }
        return blanks;
    }

    private static String canonical(String words) {
        return words.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\u200B", "")
                .replaceAll("[ \\t]+\\n", "\n")
                .strip();
    }
}

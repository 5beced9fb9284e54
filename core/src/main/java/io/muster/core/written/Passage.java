package io.muster.core.written;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One place in a file that is being read: how to get there, what stands there, and whom to tell if
 * it is wrong.
 *
 * <p>Asking it for something that is not there is reported once and answered with a stand-in, so
 * that a reader can read on and find the next mistake. Stand-ins never leave the reading: a file
 * with a problem has no meaning.
 */
public record Passage(String path, int line, Written written, Problems problems) {
    /** As long as a sentence may be; what is longer belongs into a document. */
    private static final int LONGEST_TEXT = 400;

    /** As long as a key may be; what is longer is a sentence that lost its quotes. */
    public static final int LONGEST_KEY = 60;

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final int LONGEST_EXCERPT = 60;

    /** The file as a whole. */
    public static Passage whole(Written root, Problems problems) {
        return new Passage("", root.line(), root, problems);
    }

    /** A sentence or two, on one line. */
    public String text() {
        return text(LONGEST_TEXT);
    }

    /** Words no longer than this, on one line. */
    public String text(int longest) {
        if (!(written instanceof Written.Scalar scalar)) {
            problem(shape() + " where words are expected.", "Write words there.");
            return "";
        }
        String text = oneLine(scalar.text());
        if (text.isEmpty()) {
            problem("is empty.", "Write something there, or take the key out.");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            problem(
                    "is longer than " + longest + " characters.",
                    "Say it shorter: it has to fit where people read it in a hurry.");
            return "";
        }
        return text;
    }

    /** The words that stand here, or none; says nothing of it. */
    public String quietText() {
        return written instanceof Written.Scalar scalar ? oneLine(scalar.text()) : "";
    }

    /** The words that stand here in code quotes, cut if they are long. */
    public String quoted() {
        return "`" + excerpt(quietText()) + "`";
    }

    /** Yes or no. */
    public boolean yes() {
        return choice(Choices.YES_OR_NO);
    }

    /** The number of a file's format, of which Muster reads only one. */
    public void format(int known) {
        String number = text();
        if (!number.isEmpty() && !number.equals(String.valueOf(known))) {
            problem(
                    "says " + quoted() + ", and this Muster reads format " + known + ".",
                    "Write `" + path + ": " + known + "`, or use a newer Muster.");
        }
    }

    /** One of these words; the first of them stands in if it is none. */
    public <T> T choice(Choices<T> choices) {
        String word = text();
        Optional<T> chosen = choices.find(word);
        if (chosen.isEmpty() && !word.isEmpty()) {
            problem(
                    "says " + quoted() + ", which is not one of the words that can stand there.",
                    Nearest.remedy(word, choices.words(), "Write one of"));
        }
        return chosen.orElseGet(choices::first);
    }

    /**
     * The name of an environment variable that holds a secret; empty, and said so, if it is none.
     * The secret itself never stands in a file.
     */
    public Optional<String> variable(String example) {
        String words = text();
        if (!words.isEmpty() && !VARIABLE.matcher(words).matches()) {
            problem(
                    "is not the name of an environment variable.",
                    "Put the secret into the environment, and the variable's name here, like `"
                            + example
                            + "`.");
            return Optional.empty();
        }
        return Optional.of(words).filter(name -> !name.isEmpty());
    }

    /** A time zone; UTC stands in for what is none. */
    public ZoneId zone() {
        String id = text();
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            problem(
                    "says " + quoted() + ", which is no time zone.",
                    Nearest.find(id, ZoneId.getAvailableZoneIds())
                            .map(near -> "Did you mean `" + near + "`?")
                            .orElse("Write one like `UTC`, `Europe/Berlin` or `Asia/Kolkata`."));
            return ZoneOffset.UTC;
        }
    }

    /** The entries of a list, of which there is at least one. */
    public List<Passage> list() {
        List<Passage> entries = listOrEmpty();
        if (entries.isEmpty() && written instanceof Written.Sequence) {
            problem("is an empty list.", "Put something into it, or take the key out.");
        }
        return entries;
    }

    /** The entries of a list that may be empty. */
    public List<Passage> listOrEmpty() {
        if (!(written instanceof Written.Sequence sequence)) {
            String example = quietText().isEmpty() ? "first, second" : excerpt(quietText());
            problem(
                    shape() + " where a list is expected.",
                    "Write it as a list: `[" + example + "]`.");
            return List.of();
        }
        List<Passage> entries = new ArrayList<>();
        for (Written item : sequence.items()) {
            String entry = path + "#" + (entries.size() + 1);
            entries.add(new Passage(entry, item.line(), item, problems));
        }
        return entries;
    }

    /** What the entries of a list mean, of which none may stand there twice. */
    public <T> SequencedSet<T> each(Function<Passage, T> meaning) {
        SequencedSet<T> meanings = new LinkedHashSet<>();
        for (Passage entry : list()) {
            if (!meanings.add(meaning.apply(entry))) {
                entry.problem("stands in the list for the second time.", "Take it out.");
            }
        }
        return meanings;
    }

    /** A mapping in which no other keys than these may stand. */
    public Form form(String... keys) {
        SequencedMap<String, Passage> parts = entries();
        Form form = new Form(this, parts, isForm());
        List<String> known = List.of(keys);
        parts.forEach((key, part) -> {
            if (!known.contains(key)) {
                part.problem("is not a key that Muster knows.", part.instead(key, known));
                Nearest.find(key, known).ifPresent(meant -> form.meant(meant, part));
            }
        });
        return form;
    }

    /** A mapping that is not empty, whatever its keys. */
    public SequencedMap<String, Passage> parts() {
        SequencedMap<String, Passage> parts = entries();
        if (isForm() && parts.isEmpty()) {
            problem("is empty.", "Put something under it, or take the key out.");
        }
        return parts;
    }

    /**
     * A mapping whose keys are names that its author chose, at least one.
     *
     * @param example such a name
     */
    public SequencedMap<String, Passage> named(Naming naming, String example) {
        SequencedMap<String, Passage> parts = parts();
        parts.forEach((key, part) -> {
            if (!naming.allows(key)) {
                part.problem("is not a name that people can type.", naming.remedy(example));
            }
        });
        return parts;
    }

    /** Whether words stand here. */
    public boolean isText() {
        return written instanceof Written.Scalar;
    }

    /** Whether a list stands here. */
    public boolean isList() {
        return written instanceof Written.Sequence;
    }

    /** Whether a mapping stands here. */
    public boolean isForm() {
        return written instanceof Written.Mapping;
    }

    /** Says what is wrong here; the sentence begins with the path. */
    public void problem(String what, String remedy) {
        problems.add(Problem.fault(path, line, subject() + what, remedy));
    }

    /** Says what its author should know, although the file can be used. */
    public void warning(String what, String remedy) {
        problems.add(new Problem(path, line, subject() + what, remedy, true));
    }

    /** The place of a key below this one. */
    Passage part(String key, int at, Written value) {
        return new Passage(below(key), at, value, problems);
    }

    /** What stands in for a key that is missing: nothing, read in silence. */
    Passage missing(String key) {
        Written nothing = new Written.Mapping(List.of(), line, 1);
        return new Passage(below(key), line, nothing, Problems.deaf());
    }

    private String below(String key) {
        String name = excerpt(oneLine(key));
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What to write instead of a key that is not known. */
    private String instead(String key, List<String> known) {
        boolean brokenSentence = key.contains(" ") && isText() && quietText().isEmpty();
        return brokenSentence
                ? "If it belongs to the words before it, put them all into quotes: a comma ends them."
                : Nearest.remedy(key, known, "Keys that can stand here:");
    }

    private SequencedMap<String, Passage> entries() {
        SequencedMap<String, Passage> parts = new LinkedHashMap<>();
        if (!(written instanceof Written.Mapping mapping)) {
            problem(
                    shape() + " where `key: value` lines are expected.",
                    "Write one `key: value` below the other, indented alike.");
            return parts;
        }
        for (Written.Entry entry : mapping.entries()) {
            String key = entry.key().text().strip();
            Passage part = part(key, entry.key().line(), entry.value());
            if (key.length() > LONGEST_KEY) {
                part.problem("is too long for a key.", "Write a short word before the colon.");
                continue;
            }
            Passage first = parts.putIfAbsent(key, part);
            if (first != null) {
                part.problem(
                        "stands here for the second time; the first is on line "
                                + first.line()
                                + ".",
                        "Keep one of them.");
            }
        }
        return parts;
    }

    private String subject() {
        return path.isEmpty() ? "The file " : "`" + path + "` ";
    }

    private String shape() {
        return switch (written) {
            case Written.Scalar s when s.text().isBlank() -> "is empty";
            case Written.Scalar ignored -> "says " + quoted();
            case Written.Sequence ignored -> "is a list";
            case Written.Mapping ignored -> "is a mapping";
        };
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String excerpt(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT - 1)) + "…";
    }
}

package io.muster.app.policy;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;

/**
 * YAML as far as Muster reads it: words, lists and mappings, each with its place. No tags, so no
 * file can ask for an object; anchors only as far as they do not blow the file up.
 */
public final class YamlFile {
    /** Ten times as much as the longest policy that we have seen. */
    static final int LONGEST_TEXT = 256 * 1024;

    private YamlFile() {}

    /** Reads the text of a file; a mistake in its syntax is one problem, with its line. */
    public static Reading<Written> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return faulty(
                    1,
                    "The file is longer than " + LONGEST_TEXT / 1024 + " KiB.",
                    "Shorten it: it has to be read by people.");
        }
        // read in one go: the library stumbles where an emoji lies across the end of its buffer
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(LONGEST_TEXT)
                        .setBufferSize(text.length() + 2)
                        .build();
        int lines = Math.max(1, Math.toIntExact(text.lines().count()));
        try {
            YamlTree tree = new YamlTree(new Parse(settings).parseString(text).iterator());
            return new Reading.Sound<>(tree.only(), List.of());
        } catch (YamlTree.Unreadable e) {
            return faulty(Math.min(e.line(), lines), e.sentence(), e.remedy());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            return faulty(Math.min(line, lines), sentence(e.getProblem()), remedy(e.getProblem()));
        } catch (YamlEngineException e) {
            return faulty(1, sentence(String.valueOf(e.getMessage())), "Save it as UTF-8 text.");
        }
    }

    private static Reading<Written> faulty(int line, String sentence, String remedy) {
        return new Reading.Faulty<>(List.of(Problem.fault("", line, sentence, remedy)));
    }

    private static String sentence(String problem) {
        String plain = problem.strip().replaceAll("\\s+", " ");
        return "The file is not YAML here: " + plain + (plain.endsWith(".") ? "" : ".");
    }

    /** The library says what it stumbled over; this says what people do about it. */
    private static String remedy(String problem) {
        if (problem.contains("TAB")) {
            return "Indent with spaces, not with tabs.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Check the indentation, and put words that contain `: ` into quotes.";
        }
        if (problem.contains("expected ','")) {
            return "Close the bracket, and put words that contain a comma into quotes.";
        }
        if (problem.contains("expected <block end>")) {
            return "Let all keys of one mapping begin in the same column.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "Put a colon and a space behind the key.";
        }
        if (problem.contains("cannot start any token")) {
            return "Put words that begin with a special character into quotes.";
        }
        if (problem.contains("end of stream")) {
            return "Close the quotes or the bracket that was opened above.";
        }
        return "Check quotes, brackets and indentation around this line.";
    }
}

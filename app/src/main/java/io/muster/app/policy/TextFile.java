package io.muster.app.policy;

import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a file on disk; that it cannot be had is a problem like any other. */
final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    static Reading<String> read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return faulty("`" + path + "` is a directory.", "Name the file in it.");
            }
            if (Files.size(path) > YamlFile.LONGEST_TEXT) {
                return faulty(
                        "`" + path + "` is longer than " + YamlFile.LONGEST_TEXT / 1024 + " KiB.",
                        "Shorten it, or check that it is the right file.");
            }
            String text = Files.readString(path);
            return new Reading.Sound<>(
                    text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, List.of());
        } catch (NoSuchFileException e) {
            return faulty("There is no file `" + path + "`.", "Check the path.");
        } catch (CharacterCodingException e) {
            return faulty("`" + path + "` is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException e) {
            return faulty(
                    "`" + path + "` cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check its permissions.");
        }
    }

    private static Reading<String> faulty(String sentence, String remedy) {
        return new Reading.Faulty<>(List.of(Problem.fault("", 0, sentence, remedy)));
    }
}

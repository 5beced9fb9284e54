package io.muster.app.checkup;

import io.muster.core.Spoken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether there is a place for files: evidence, keys, and the embedded database. */
public final class HomeCheckup {
    private static final String ABOUT = "home";
    private static final long LITTLE = 1_000_000_000;
    private static final long TOO_LITTLE = 200_000_000;

    private HomeCheckup() {}

    /** Writes an empty file there and takes it away again. */
    public static List<Finding> examine(Path home) {
        Path nearest = nearest(home);
        try {
            if (Files.isDirectory(home)) {
                Files.delete(Files.createTempFile(home, ".doctor", ""));
            } else if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
                return notWritable(home);
            }
            return List.of(space(home, Files.getFileStore(nearest).getUsableSpace()));
        } catch (IOException e) {
            return notWritable(home);
        }
    }

    /** How much is left. */
    static Finding space(Path home, long free) {
        String left = home + " can be written to, " + Spoken.size(free) + " free";
        if (free < TOO_LITTLE) {
            return Finding.toDo(
                    ABOUT, left + ": make room, or evidence and the database cannot be written");
        }
        return free < LITTLE
                ? Finding.warn(ABOUT, left + ": make room soon")
                : Finding.ok(ABOUT, left);
    }

    private static List<Finding> notWritable(Path home) {
        return List.of(
                Finding.toDo(
                        ABOUT,
                        home
                                + " cannot be written to: give that right to whoever runs Muster, or"
                                + " set MUSTER_HOME"));
    }

    /** What is not there yet is made at the first start. */
    private static Path nearest(Path home) {
        Path at = home.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}

package io.muster.app.status;

import io.muster.app.status.StatusPage.Documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The page as files, for a host that stands when Muster does not. Each file is exchanged at once:
 * whoever serves the folder never serves half a page.
 */
public final class StatusExport {
    private StatusExport() {}

    /**
     * Writes the files into this folder; returns their names.
     *
     * @throws IOException if the folder cannot be written
     */
    public static List<String> write(Documents documents, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file :
                Map.of(
                                "index.html", documents.html().body(),
                                "status.json", documents.json().body(),
                                "status.atom", documents.atom().body())
                        .entrySet()) {
            Path half = folder.resolve("." + file.getKey() + ".new");
            Files.writeString(half, file.getValue());
            Files.move(
                    half,
                    folder.resolve(file.getKey()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of("index.html", "status.json", "status.atom");
    }
}

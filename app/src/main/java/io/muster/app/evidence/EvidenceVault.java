package io.muster.app.evidence;

import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.IncidentId;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of exhibits lie: one folder an incident, one file an exhibit, readable by nobody
 * but the account that Muster runs under. A file appears whole or not at all, and its name carries
 * the beginning of its hash, so that a second attempt never writes over the first.
 */
public final class EvidenceVault {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NAME = 80;

    private final Path home;
    private final Path root;
    private final long largest;

    /** In the folder {@code evidence} of this home. */
    public EvidenceVault(Path home, long largest) {
        this.home = home.toAbsolutePath().normalize();
        this.root = this.home.resolve("evidence");
        this.largest = largest;
    }

    /** What is kept now. */
    public record Kept(Digest digest, String path) {}

    /** There are more bytes than Muster keeps. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more bytes than are kept");
        }
    }

    /** How many bytes an exhibit may have. */
    public long largest() {
        return largest;
    }

    /** Takes the bytes in, computing their hash on the way. */
    public Kept keep(IncidentId incident, int exhibit, String name, InputStream bytes)
            throws IOException {
        Path folder = folder(incident);
        Path part = Files.createTempFile(folder, ".part-", "", ownerOnly(folder, "rw-------"));
        try {
            MessageDigest sha = sha256();
            long size = copy(bytes, part, sha);
            String hash = HexFormat.of().formatHex(sha.digest());
            Path file =
                    folder.resolve(
                            Exhibit.label(exhibit)
                                    + "-"
                                    + hash.substring(0, 12)
                                    + "-"
                                    + harmless(name));
            readOnly(part);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(folder);
            return new Kept(
                    new Digest(hash, Optional.of(size)),
                    root.relativize(file).toString().replace('\\', '/'));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The SHA-256 of what is there now; empty if nothing is. */
    public Optional<String> hash(String path) throws IOException {
        Path file = inside(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest sha = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
        return Optional.of(HexFormat.of().formatHex(sha.digest()));
    }

    /** Deletes the bytes; nothing happens if they are gone. */
    public void destroy(String path) throws IOException {
        Files.deleteIfExists(inside(path));
    }

    private Path inside(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("not a path of evidence: " + path);
        }
        return file;
    }

    private Path folder(IncidentId incident) throws IOException {
        Files.createDirectories(home);
        Path folder = root.resolve(incident.toString());
        for (Path each : List.of(root, folder)) {
            if (!Files.isDirectory(each)) {
                Files.createDirectories(each, ownerOnly(home, "rwx------"));
            }
        }
        return folder;
    }

    private long copy(InputStream bytes, Path part, MessageDigest sha) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                size += n;
                if (size > largest) {
                    throw new TooLarge();
                }
                sha.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return size;
    }

    /** Without this the rename itself could be lost with the power. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems cannot do that for a folder, and then need not.
        }
    }

    private static void readOnly(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path where, String permissions) throws IOException {
        return isPosix(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path where) throws IOException {
        FileStore store = Files.getFileStore(where);
        return store.supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** People name files; no name leaves the folder or hides in it. */
    private static String harmless(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^[.]+", "_");
        int cut = Math.max(0, plain.length() - LONGEST_NAME);
        return plain.isBlank() ? "file" : plain.substring(cut);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

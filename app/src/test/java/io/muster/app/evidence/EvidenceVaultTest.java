package io.muster.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.incident.IncidentId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class EvidenceVaultTest {
    private static final IncidentId INCIDENT = new IncidentId(42);
    private static final String HASH_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path home;

    @Test
    @Tag("F14")
    void what_is_kept_has_the_hash_of_its_bytes() throws IOException {
        EvidenceVault.Kept kept = vault(10).keep(INCIDENT, 3, "a.txt", bytes("abc"));
        assertThat(kept.digest().sha256()).isEqualTo(HASH_OF_ABC);
        assertThat(kept.digest().size()).contains(3L);
        assertThat(vault(10).hash(kept.path())).contains(HASH_OF_ABC);
        assertThat(home.resolve("evidence").resolve(kept.path())).hasContent("abc");
    }

    @Test
    void too_much_is_refused_and_leaves_nothing_behind() throws IOException {
        assertThatThrownBy(() -> vault(2).keep(INCIDENT, 1, "a", bytes("abc")))
                .isInstanceOf(EvidenceVault.TooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_stream_that_breaks_leaves_nothing_behind() throws IOException {
        InputStream broken =
                new FilterInputStream(bytes("aaaaa")) {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        int read = super.read(buffer, from, Math.min(length, 2));
                        if (read < 0) {
                            throw new IOException("gone");
                        }
                        return read;
                    }
                };
        assertThatThrownBy(() -> vault(100).keep(INCIDENT, 1, "a", broken))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "..", ".", "", "a/b\\c:d", "\u0000\u202Egnp.exe", "-rf"})
    void no_name_leads_out_of_the_folder(String name) throws IOException {
        EvidenceVault.Kept kept = vault(10).keep(INCIDENT, 1, name, bytes("abc"));
        Path file = home.resolve("evidence").resolve(kept.path());
        assertThat(file.getParent()).isEqualTo(home.resolve("evidence").resolve("INC-42"));
        assertThat(file.getFileName().toString()).matches("E1-[0-9a-f]{12}-[A-Za-z0-9._-]+");
    }

    @Test
    void a_second_attempt_with_other_bytes_does_not_write_over_the_first() throws IOException {
        EvidenceVault.Kept first = vault(10).keep(INCIDENT, 1, "a", bytes("abc"));
        EvidenceVault.Kept second = vault(10).keep(INCIDENT, 1, "a", bytes("abd"));
        vault(10).keep(INCIDENT, 1, "a", bytes("abc"));
        assertThat(files()).hasSize(2);
        assertThat(vault(10).hash(first.path())).contains(HASH_OF_ABC);
        assertThat(second.path()).isNotEqualTo(first.path());
    }

    @Test
    void what_is_destroyed_is_gone_and_destroying_it_again_is_harmless() throws IOException {
        EvidenceVault.Kept kept = vault(10).keep(INCIDENT, 1, "a", bytes("abc"));
        vault(10).destroy(kept.path());
        vault(10).destroy(kept.path());
        assertThat(vault(10).hash(kept.path())).isEmpty();
        assertThatThrownBy(() -> vault(10).destroy("../secret"))
                .hasMessageContaining("not a path of evidence");
    }

    private EvidenceVault vault(long largest) {
        return new EvidenceVault(home, largest);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

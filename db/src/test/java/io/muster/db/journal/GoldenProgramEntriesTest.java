package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.TestPolicy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same promise as for the entries of incidents: what was once written into the program's
 * standing file is readable for ever, and would be written again byte for byte.
 */
class GoldenProgramEntriesTest {
    private static final Path FOLDER = Golden.FOLDER.resolve("golden-program");

    static Stream<Path> files() throws IOException {
        makeMissing();
        return Golden.in(FOLDER).stream();
    }

    @Test
    @Tag("S15")
    void every_kind_of_event_of_the_program_has_a_golden_entry() throws IOException {
        List<String> names = ProgramJson.kinds().stream().map(ProgramJson::name).sorted().toList();
        assertThat(names).isNotEmpty();
        assertThat(
                        files().map(GoldenProgramEntriesTest::read)
                                .map(Golden::name)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_entry_is_whole_by_a_reckoning_of_its_own(Path file) {
        read(file).assertWhole();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_entry_is_read_and_written_again_byte_for_byte(Path file) {
        Golden golden = read(file);
        JsonNode entry = golden.entry();
        ProgramHappened happened = ProgramEntry.happened(golden.name(), entry, golden::words);
        ProgramEntry again =
                ProgramEntry.make(
                        entry.get("seq").asInt(),
                        happened,
                        new Provenance(
                                entry.get("via").asString(), entry.get("request_id").asString()),
                        DomainJson.policyVersion(entry.get("policy").asString()),
                        Hash.stored(HexFormat.of().parseHex(entry.get("prev").asString())),
                        golden.again());
        assertThat(entry.get("incident").asLong()).isZero();
        assertThat(file(again)).isEqualTo(golden.text());
    }

    private static Golden read(Path file) {
        try {
            return Golden.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeMissing() throws IOException {
        if (!Golden.isWritten()) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (Class<? extends ProgramEvent> kind : ProgramJson.kinds()) {
            Path file = FOLDER.resolve(ProgramJson.name(kind) + ".json");
            if (!Files.exists(file)) {
                Files.writeString(file, file(sample(kind)));
            }
        }
    }

    private static ProgramEntry sample(Class<? extends ProgramEvent> kind) {
        String name = ProgramJson.name(kind);
        Anything any = Anything.full(name.hashCode());
        ProgramHappened happened =
                new ProgramHappened(any.of(kind), any.of(Actor.class), any.of(Instant.class));
        return ProgramEntry.make(
                7,
                happened,
                new Provenance("button", "request of " + name),
                TestPolicy.VERSION,
                Hash.beforeTheFirst(ProgramEntry.FILE),
                Golden.salted(any));
    }

    private static String file(ProgramEntry entry) {
        return Golden.file(entry.canonical(), entry.hash(), entry.words());
    }
}

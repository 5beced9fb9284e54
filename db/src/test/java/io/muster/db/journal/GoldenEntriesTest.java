package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.TestPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries as they were once written, which must be readable for ever and be written again byte for
 * byte. A file here is never changed and never removed. A new kind of event wants its name in
 * {@code stored-names.txt} and a file, which {@code -Dmuster.golden=write} makes.
 */
class GoldenEntriesTest {
    private static final Path GOLDEN = Golden.FOLDER.resolve("golden");

    static Stream<Path> files() throws IOException {
        makeMissing();
        return Golden.in(GOLDEN).stream();
    }

    static List<String> names() {
        return EventNames.kinds().stream().map(EventNames::of).sorted().toList();
    }

    @Test
    void the_stored_names_are_for_ever() throws IOException {
        assertThat(names())
                .as("a name is never changed, removed or used again; add new ones to the file")
                .isEqualTo(Files.readAllLines(Golden.FOLDER.resolve("stored-names.txt")));
    }

    @Test
    void every_kind_of_event_has_a_golden_entry() throws IOException {
        assertThat(
                        files().map(GoldenEntriesTest::read)
                                .map(Golden::name)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(names());
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
        Happened happened = Entry.happened(golden.name(), entry, golden::words);
        Entry again =
                Entry.make(
                        entry.get("incident").asLong(),
                        entry.get("seq").asInt(),
                        happened,
                        new Provenance(
                                entry.get("via").asString(), entry.get("request_id").asString()),
                        DomainJson.policyVersion(entry.get("policy").asString()),
                        Hash.stored(HexFormat.of().parseHex(entry.get("prev").asString())),
                        golden.again());
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
        Files.createDirectories(GOLDEN);
        for (Class<? extends IncidentEvent> kind : EventNames.kinds()) {
            String name = EventNames.of(kind);
            Path file = GOLDEN.resolve(name + ".json");
            if (!Files.exists(file)) {
                Files.writeString(file, file(sample(kind)));
            }
        }
    }

    private static Entry sample(Class<? extends IncidentEvent> kind) {
        String name = EventNames.of(kind);
        Anything any = Anything.full(name.hashCode());
        Happened happened =
                new Happened(any.of(kind), any.of(Actor.class), any.of(java.time.Instant.class));
        return Entry.make(
                42,
                7,
                happened,
                new Provenance("button", "request of " + name),
                TestPolicy.VERSION,
                Hash.beforeTheFirst(42),
                Golden.salted(any));
    }

    private static String file(Entry entry) {
        return Golden.file(entry.canonical(), entry.hash(), entry.words());
    }
}

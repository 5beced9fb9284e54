package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.TestPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries as they were once written, which must be readable for ever and be written again byte for
 * byte. A file here is never changed and never removed. A new kind of event wants its name in
 * {@code stored-names.txt} and a file, which {@code -Dmuster.golden=write} makes.
 */
class GoldenEntriesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/muster/db/journal");
    private static final Path GOLDEN = FOLDER.resolve("golden");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Stream<Path> files() throws IOException {
        makeMissing();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static List<String> names() {
        return EventNames.kinds().stream().map(EventNames::of).sorted().toList();
    }

    @Test
    void the_stored_names_are_for_ever() throws IOException {
        assertThat(names())
                .as("a name is never changed, removed or used again; add new ones to the file")
                .isEqualTo(Files.readAllLines(FOLDER.resolve("stored-names.txt")));
    }

    @Test
    void every_kind_of_event_has_a_golden_entry() throws IOException {
        assertThat(files().map(GoldenEntriesTest::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_entry_is_whole_by_a_reckoning_of_its_own(Path file) throws IOException {
        String text = Files.readString(file);
        JsonNode golden = MAPPER.readTree(text);
        String canonical = text.substring("{\"entry\":".length(), text.lastIndexOf(",\"hash\":\""));

        assertThat(hex("muster/journal/v1/entry\n" + canonical))
                .isEqualTo(golden.get("hash").asString());
        for (JsonNode word : golden.get("words")) {
            byte[] salt = HexFormat.of().parseHex(word.get("salt").asString());
            assertThat(canonical)
                    .contains(
                            "{\"commitment\":\""
                                    + hex(
                                            "muster/journal/v1/words\n",
                                            salt,
                                            word.get("text").asString())
                                    + "\",\"words\":"
                                    + word.get("place")
                                    + "}");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_entry_is_read_and_written_again_byte_for_byte(Path file) throws IOException {
        JsonNode golden = MAPPER.readTree(Files.readString(file));
        JsonNode entry = golden.get("entry");
        Happened happened =
                Entry.happened(
                        name(file),
                        entry,
                        place ->
                                new FreeText(
                                        golden.get("words").get(place).get("text").asString()));

        Iterator<byte[]> salts =
                golden.get("words").values().stream()
                        .map(w -> HexFormat.of().parseHex(w.get("salt").asString()))
                        .iterator();
        Entry again =
                Entry.make(
                        entry.get("incident").asLong(),
                        entry.get("seq").asInt(),
                        happened,
                        new Provenance(
                                entry.get("via").asString(), entry.get("request_id").asString()),
                        DomainJson.policyVersion(entry.get("policy").asString()),
                        Hash.stored(HexFormat.of().parseHex(entry.get("prev").asString())),
                        new Words(salts::next));
        assertThat(file(again)).isEqualTo(Files.readString(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(\\.\\d+)?\\.json$", "");
    }

    private static void makeMissing() throws IOException {
        if (!"write".equals(System.getProperty("muster.golden"))) {
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
                new Words(() -> {
                    byte[] salt = new byte[16];
                    any.random().nextBytes(salt);
                    return salt;
                }));
    }

    /** Entry, hash and words as one line of canonical JSON. */
    private static String file(Entry entry) {
        ObjectNode golden = MAPPER.createObjectNode();
        golden.set("entry", MAPPER.readTree(entry.canonical()));
        golden.put("hash", entry.hash().hex());
        var words = golden.putArray("words");
        for (Words.Kept kept : entry.words().all()) {
            words.addObject()
                    .put("place", kept.place())
                    .put("salt", kept.salt())
                    .put("text", kept.text().text());
        }
        return CanonicalJson.text(golden) + "\n";
    }

    private static String hex(Object... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                sha.update(
                        part instanceof byte[] bytes
                                ? bytes
                                : part.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

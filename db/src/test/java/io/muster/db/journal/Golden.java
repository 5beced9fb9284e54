package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.db.Anything;

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
import java.util.stream.Stream;

/** An entry as it was once written, with its hash and its words, as one line of canonical JSON. */
record Golden(String name, String text, JsonNode json) {
    static final Path FOLDER = Path.of("src/test/resources/io/muster/db/journal");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Golden read(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString().replaceFirst("(\\.\\d+)?\\.json$", "");
        return new Golden(name, text, MAPPER.readTree(text));
    }

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** Whether files that are missing are to be made. */
    static boolean isWritten() {
        return "write".equals(System.getProperty("muster.golden"));
    }

    /** What a file of this entry says. */
    static String file(String canonical, Hash hash, Words words) {
        ObjectNode golden = MAPPER.createObjectNode();
        golden.set("entry", MAPPER.readTree(canonical));
        golden.put("hash", hash.hex());
        var kept = golden.putArray("words");
        for (Words.Kept one : words.all()) {
            kept.addObject()
                    .put("place", one.place())
                    .put("salt", one.salt())
                    .put("text", one.text().text());
        }
        return CanonicalJson.text(golden) + "\n";
    }

    JsonNode entry() {
        return json.get("entry");
    }

    FreeText words(int place) {
        return new FreeText(json.get("words").get(place).get("text").asString());
    }

    /** Words that get the salts that they had. */
    Words again() {
        Iterator<byte[]> salts =
                json.get("words").values().stream()
                        .map(w -> HexFormat.of().parseHex(w.get("salt").asString()))
                        .iterator();
        return new Words(salts::next);
    }

    /** Words with salts that are the same every time. */
    static Words salted(Anything any) {
        return new Words(() -> {
            byte[] salt = new byte[16];
            any.random().nextBytes(salt);
            return salt;
        });
    }

    /** The hashes, by a reckoning of its own. */
    void assertWhole() {
        String canonical = text.substring("{\"entry\":".length(), text.lastIndexOf(",\"hash\":\""));
        assertThat(hex("muster/journal/v1/entry\n" + canonical))
                .isEqualTo(json.get("hash").asString());
        for (JsonNode word : json.get("words")) {
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

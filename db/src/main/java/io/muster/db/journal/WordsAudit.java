package io.muster.db.journal;

import io.muster.db.jooq.tables.records.WordsRecord;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of one entry against the commitments that it holds. Erased words have left their row
 * behind, without text and salt; a row that is not there was not erased but taken away.
 */
final class WordsAudit {
    private final Map<Integer, String> commitments = new HashMap<>();
    private final List<WordsRecord> words;

    WordsAudit(JsonNode entry, List<WordsRecord> words) {
        this.words = words;
        collect(entry.get("body"));
    }

    Optional<String> fault() {
        if (words.stream().anyMatch(w -> !isTrue(w))) {
            return Optional.of("has words that are not those that were recorded");
        }
        return words.size() == commitments.size()
                ? Optional.empty()
                : Optional.of("has lost words without their being erased");
    }

    int erased() {
        return (int) words.stream().filter(WordsAudit::isErased).count();
    }

    private boolean isTrue(WordsRecord word) {
        String commitment = commitments.get(word.getPlace().intValue());
        if (commitment == null || isErased(word)) {
            return commitment != null;
        }
        return word.getText() != null
                && word.getSalt() != null
                && Hash.ofWords(HexFormat.of().formatHex(word.getSalt()), word.getText())
                        .hex()
                        .equals(commitment);
    }

    private static boolean isErased(WordsRecord word) {
        return Objects.isNull(word.getText()) && Objects.isNull(word.getSalt());
    }

    private void collect(JsonNode node) {
        if (node.isObject() && node.has("commitment") && node.has("words")) {
            commitments.put(node.get("words").asInt(), node.get("commitment").asString());
        } else {
            node.forEach(this::collect);
        }
    }
}

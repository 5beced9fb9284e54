package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.policy.PolicyVersion;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * One entry as it is stored: the canonical form, its hash, and the hash of the entry before.
 *
 * @param seq the place in the incident's journal, from 1
 * @param happened as every later reader will find it: read back from what is stored, so that what
 *     is true now and what a replay makes true can never differ, and nothing unreadable is written
 * @param canonical the exact text whose UTF-8 is hashed
 */
record Entry(
        long incident,
        int seq,
        String type,
        Happened happened,
        String canonical,
        Hash prev,
        Hash hash,
        Words words) {
    /** The version of the form of entries; readers must know it. */
    static final int FORM = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Entry make(
            long incident,
            int seq,
            Happened happened,
            Provenance from,
            PolicyVersion policy,
            Hash prev) {
        return make(incident, seq, happened, from, policy, prev, new Words());
    }

    static Entry make(
            long incident,
            int seq,
            Happened happened,
            Provenance from,
            PolicyVersion policy,
            Hash prev,
            Words words) {
        String type = EventNames.of(happened.event().getClass());
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("v", FORM);
        entry.put("incident", incident);
        entry.put("seq", seq);
        entry.put("type", type);
        entry.put("occurred_at", DomainJson.instant(happened.at()));
        entry.put("recorded_at", DomainJson.instant(happened.at()));
        entry.put("actor", DomainJson.actor(happened.by()));
        entry.put("via", from.via());
        entry.put("request_id", from.request());
        entry.put("policy", policy.toString());
        entry.set("body", EventJson.write(happened.event(), words));
        entry.put("prev", prev.hex());
        String canonical = CanonicalJson.text(entry);
        return new Entry(
                incident,
                seq,
                type,
                happened(type, entry, words::text),
                canonical,
                prev,
                Hash.ofEntry(canonical),
                words);
    }

    /** What an entry says, its words looked up by their place. */
    static Happened happened(String type, JsonNode entry, Function<Integer, FreeText> words) {
        return new Happened(
                EventJson.read(type, entry.get("body"), words),
                DomainJson.actor(entry.get("actor").asString()),
                Instant.parse(entry.get("recorded_at").asString()));
    }

    /** What the columns beside an entry copy from it. */
    record Copies(
            long incident, int seq, String type, String recordedAt, String actor, String prev) {}

    static Copies copies(JsonNode entry) {
        return new Copies(
                entry.path("incident").asLong(0),
                entry.path("seq").asInt(0),
                entry.path("type").asString(""),
                entry.path("recorded_at").asString(""),
                entry.path("actor").asString(""),
                entry.path("prev").asString(""));
    }

    /** The entry, if these bytes are one in the form that we write, to the last byte. */
    static Optional<JsonNode> ifWellFormed(byte[] bytes) {
        try {
            JsonNode entry = MAPPER.readTree(bytes);
            boolean ours =
                    entry.path("v").asInt(0) == FORM
                            && entry.path("body").isObject()
                            && Arrays.equals(
                                    CanonicalJson.text(entry).getBytes(StandardCharsets.UTF_8),
                                    bytes);
            return ours ? Optional.of(entry) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static JsonNode parse(byte[] canonical) {
        return MAPPER.readTree(canonical);
    }
}

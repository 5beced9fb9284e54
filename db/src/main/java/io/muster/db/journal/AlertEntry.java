package io.muster.db.journal;

import io.muster.core.alert.AlertKey;
import io.muster.core.alert.Fate;
import io.muster.core.incident.IncidentId;
import io.muster.core.roster.Actor;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert as it is recorded: who said it and what was decided.
 *
 * @param at when it was written down
 * @param by the source; or the person who decided otherwise later
 * @param incident which it concerns, if it does
 * @param rule what decided, in words
 * @param isPrivate not everybody may see it
 * @param digest the SHA-256 of the message in which it came, in hexadecimal; empty if in none
 */
public record AlertEntry(
        Instant at,
        Actor by,
        AlertKey key,
        boolean firing,
        Fate fate,
        Optional<IncidentId> incident,
        String rule,
        boolean isPrivate,
        String digest) {
    private static final int FORM = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public AlertEntry {
        Objects.requireNonNull(at);
        Objects.requireNonNull(by);
        Objects.requireNonNull(key);
        Objects.requireNonNull(fate);
    }

    /** The canonical form of what is stored. */
    String canonical(long number, Hash said, Hash prev) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("v", FORM);
        entry.put("alert", number);
        entry.put("recorded_at", DomainJson.instant(at));
        entry.put("actor", DomainJson.actor(by));
        entry.put("source", key.source());
        entry.put("fingerprint", key.fingerprint());
        entry.put("firing", firing);
        entry.put("fate", fate.word());
        incident.ifPresent(id -> entry.put("incident", id.number()));
        entry.put("rule", rule);
        entry.put("private", isPrivate);
        entry.put("digest", digest);
        entry.put("words", said.hex());
        entry.put("prev", prev.hex());
        return CanonicalJson.text(entry);
    }

    /** The same, written down at this instant. */
    AlertEntry at(Instant instant) {
        return new AlertEntry(instant, by, key, firing, fate, incident, rule, isPrivate, digest);
    }

    /** The stored bytes as JSON, if they are the canonical form of what this version writes. */
    static Optional<JsonNode> ifWellFormed(byte[] bytes) {
        try {
            JsonNode entry = MAPPER.readTree(bytes);
            boolean ours =
                    entry.path("v").asInt(0) == FORM
                            && Arrays.equals(
                                    CanonicalJson.text(entry).getBytes(StandardCharsets.UTF_8),
                                    bytes);
            return ours ? Optional.of(entry) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a stored entry says. */
    static AlertEntry read(JsonNode entry) {
        return new AlertEntry(
                Instant.parse(entry.get("recorded_at").asString()),
                DomainJson.actor(entry.get("actor").asString()),
                new AlertKey(entry.get("source").asString(), entry.get("fingerprint").asString()),
                entry.get("firing").asBoolean(),
                Fate.of(entry.get("fate").asString()).orElseThrow(),
                Optional.ofNullable(entry.get("incident")).map(n -> new IncidentId(n.asLong())),
                entry.get("rule").asString(),
                entry.get("private").asBoolean(),
                entry.get("digest").asString());
    }
}

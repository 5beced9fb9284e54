package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.program.ProgramHappened;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.function.Function;

/**
 * One entry of the program's standing file, in the very form of an {@link Entry}: whoever can
 * verify the journal of an incident can verify this one.
 *
 * @param happened as every later reader will find it, read back from what is stored
 */
record ProgramEntry(
        int seq,
        String type,
        ProgramHappened happened,
        String canonical,
        Hash prev,
        Hash hash,
        Words words) {
    /** The number of the file, where an incident's entry names its incident. */
    static final long FILE = IncidentId.PROGRAM.number();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static ProgramEntry make(
            int seq,
            ProgramHappened happened,
            Provenance from,
            PolicyVersion policy,
            Hash prev,
            Words words) {
        String type = ProgramJson.name(happened.event().getClass());
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("v", Entry.FORM);
        entry.put("incident", FILE);
        entry.put("seq", seq);
        entry.put("type", type);
        entry.put("occurred_at", DomainJson.instant(happened.at()));
        entry.put("recorded_at", DomainJson.instant(happened.at()));
        entry.put("actor", DomainJson.actor(happened.by()));
        entry.put("via", from.via());
        entry.put("request_id", from.request());
        entry.put("policy", policy.toString());
        entry.set("body", ProgramJson.write(happened.event(), words));
        entry.put("prev", prev.hex());
        String canonical = CanonicalJson.text(entry);
        return new ProgramEntry(
                seq,
                type,
                happened(type, entry, words::text),
                canonical,
                prev,
                Hash.ofEntry(canonical),
                words);
    }

    /** What an entry says, its words looked up by their place. */
    static ProgramHappened happened(
            String type, JsonNode entry, Function<Integer, FreeText> words) {
        return new ProgramHappened(
                ProgramJson.read(type, entry.get("body"), words),
                DomainJson.actor(entry.get("actor").asString()),
                Instant.parse(entry.get("recorded_at").asString()));
    }
}

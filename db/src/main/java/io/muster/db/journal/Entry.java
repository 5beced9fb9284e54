package io.muster.db.journal;

import io.muster.core.incident.Happened;
import io.muster.core.policy.PolicyVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry as it is stored: the canonical form, its hash, and the hash of the entry before.
 *
 * @param seq the place in the incident's journal, from 1
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
        Words words = new Words();
        String type = EventNames.of(happened.event().getClass());
        JsonNode body = EventJson.write(happened.event(), words);
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
        entry.set("body", body);
        entry.put("prev", prev.hex());
        String canonical = CanonicalJson.text(entry);
        return new Entry(
                incident, seq, type, happened, canonical, prev, Hash.ofEntry(canonical), words);
    }

    static JsonNode parse(byte[] canonical) {
        return MAPPER.readTree(canonical);
    }
}

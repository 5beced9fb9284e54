package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.util.function.Function;

/** Event to JSON and back. What people typed leaves through a side door, see {@link Words}. */
final class EventJson {
    private static final JsonMapper MAPPER = DomainJson.mapper();

    private EventJson() {}

    /** The event's JSON, with every {@link FreeText} given to {@code words} for a commitment. */
    static JsonNode write(IncidentEvent event, Words words) {
        ObjectWriter writer = MAPPER.writer().withAttribute(Words.class, words);
        return MAPPER.readTree(writer.writeValueAsString(event));
    }

    /** The event that was stored under this name, its words looked up by their place. */
    static IncidentEvent read(String name, JsonNode body, Function<Integer, FreeText> words) {
        ObjectReader reader =
                MAPPER.readerFor(EventNames.classOf(name))
                        .withAttribute(DomainJson.WORDS_OF_ENTRY, words);
        return reader.readValue(body);
    }
}

package io.muster.db.journal;

import io.muster.core.FreeText;
import io.muster.core.program.ProgramEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The program's events to JSON and back, under stored names that are for ever. */
final class ProgramJson {
    private static final JsonMapper MAPPER = DomainJson.mapper();
    private static final Map<String, Class<? extends ProgramEvent>> CLASSES =
            Arrays.stream(ProgramEvent.class.getPermittedSubclasses())
                    .map(c -> c.asSubclass(ProgramEvent.class))
                    .collect(Collectors.toUnmodifiableMap(ProgramJson::name, c -> c));

    private ProgramJson() {}

    /** Every kind of event there is. */
    static List<Class<? extends ProgramEvent>> kinds() {
        return List.copyOf(CLASSES.values());
    }

    /** The name under which this kind of event is stored. */
    static String name(Class<? extends ProgramEvent> event) {
        return event.getSimpleName()
                .replaceAll("(?<=.)(?=\\p{Upper})", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The event's JSON, with every {@link FreeText} given to {@code words} for a commitment. */
    static JsonNode write(ProgramEvent event, Words words) {
        return MAPPER.readTree(
                MAPPER.writer().withAttribute(Words.class, words).writeValueAsString(event));
    }

    /** The event that was stored under this name, its words looked up by their place. */
    static ProgramEvent read(String name, JsonNode body, Function<Integer, FreeText> words) {
        Class<? extends ProgramEvent> kind = CLASSES.get(name);
        if (kind == null) {
            throw new IllegalStateException(
                    "the program's journal holds an event called "
                            + name
                            + " that this version of Muster does not know; use the newer version");
        }
        return MAPPER.readerFor(kind)
                .withAttribute(DomainJson.WORDS_OF_ENTRY, words)
                .readValue(body);
    }
}

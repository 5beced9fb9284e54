package io.muster.db.outbox;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.db.journal.DomainJson;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Effect to JSON and back. Unlike entries of the journal these live for minutes, so their form may
 * change with the version; a row of an unknown form is left for a newer node.
 */
final class EffectJson {
    private static final Logger LOG = LoggerFactory.getLogger(EffectJson.class);
    private static final JsonMapper MAPPER = mapper();

    private EffectJson() {}

    static String write(Effect effect) {
        return MAPPER.writerFor(Effect.class).writeValueAsString(effect);
    }

    static Effect read(String json) {
        return MAPPER.readValue(json, Effect.class);
    }

    /** Empty if this version of Muster does not know such effects. */
    static Optional<Effect> readIfKnown(String json) {
        try {
            return Optional.of(read(json));
        } catch (JacksonException e) {
            LOG.debug("an effect of another version", e);
            return Optional.empty();
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = DomainJson.mapper().rebuild();
        Stream.of(Effect.class, Notice.class, Phrase.Part.class)
                .forEach(sealed -> {
                    builder.addMixIn(sealed, Typed.class);
                    leaves(sealed)
                            .map(c -> new NamedType(c, c.getSimpleName()))
                            .forEach(builder::registerSubtypes);
                });
        return builder.build();
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(EffectJson::leaves)
                : Stream.of(kind);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Typed {}
}

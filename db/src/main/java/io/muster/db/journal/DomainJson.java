package io.muster.db.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.calendar.CalendarName;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How the domain's small types look in JSON: ids as strings, instants as UTC with milliseconds. */
public final class DomainJson {
    /** Under which attribute a reader finds the words of the entry it reads. */
    static final String WORDS_OF_ENTRY = "words of the entry";

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private DomainJson() {}

    /** A mapper that knows the domain's types. Words are written as they are unless kept apart. */
    public static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("muster");
        text(module, SeverityName.class, SeverityName::value, SeverityName::new);
        text(module, PhaseName.class, PhaseName::value, PhaseName::new);
        text(module, RoleName.class, RoleName::value, RoleName::new);
        text(module, KindName.class, KindName::value, KindName::new);
        text(module, DetectionName.class, DetectionName::value, DetectionName::new);
        text(module, ItemName.class, ItemName::value, ItemName::new);
        text(module, ClockName.class, ClockName::value, ClockName::new);
        text(module, QuestionName.class, QuestionName::value, QuestionName::new);
        text(module, CalendarName.class, CalendarName::value, CalendarName::new);
        text(module, PersonId.class, PersonId::value, PersonId::new);
        text(module, ObligationId.class, ObligationId::toString, ObligationId::parse);
        text(module, PolicyVersion.class, PolicyVersion::toString, DomainJson::policyVersion);
        text(module, Actor.class, DomainJson::actor, DomainJson::actor);
        text(module, Instant.class, DomainJson::instant, Instant::parse);
        text(module, Duration.class, Duration::toString, Duration::parse);
        module.addSerializer(FreeText.class, new WriteWords());
        module.addDeserializer(FreeText.class, new ReadWords());
        return JsonMapper.builder()
                .addModule(module)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .changeDefaultVisibility(DomainJson::componentsOnly)
                .withConfigOverride(List.class, DomainJson::omittedWhenEmpty)
                .withConfigOverride(FreeText.class, DomainJson::omittedWhenEmpty)
                .build();
    }

    /** Only what a record holds: what it can work out, such as {@code isOpen()}, is not a fact. */
    private static VisibilityChecker componentsOnly(VisibilityChecker visible) {
        return visible.withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE)
                .withFieldVisibility(Visibility.ANY);
    }

    /**
     * Nothing is not written, and what is not there is read as nothing: so a record that gains a
     * list or words later reads what was stored before, and would store it again byte for byte.
     */
    private static void omittedWhenEmpty(MutableConfigOverride type) {
        type.setInclude(
                JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /** UTC, fixed width, milliseconds. */
    public static String instant(Instant instant) {
        return MILLIS.format(instant);
    }

    /** Who acted, as one word: {@code person:U1}, {@code alarm:signoz}, {@code muster}. */
    public static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> "person:" + person.id();
            case Actor.Alarm alarm -> "alarm:" + alarm.source();
            case Actor.Muster ignored -> "muster";
        };
    }

    /** Reads back what {@link #actor(Actor)} wrote. */
    public static Actor actor(String word) {
        if (word.startsWith("person:")) {
            return Actor.person(new PersonId(word.substring("person:".length())));
        }
        if (word.startsWith("alarm:")) {
            return new Actor.Alarm(word.substring("alarm:".length()));
        }
        if (word.equals("muster")) {
            return Actor.muster();
        }
        throw new IllegalStateException("the journal names an actor that nobody knows: " + word);
    }

    /** Reads back what {@link PolicyVersion#toString} wrote. */
    public static PolicyVersion policyVersion(String word) {
        int at = word.lastIndexOf('@');
        return new PolicyVersion(word.substring(0, at), word.substring(at + 1));
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeString(write.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        return read.apply(in.getString());
                    }
                });
    }

    private static final class WriteWords extends ValueSerializer<FreeText> {
        @Override
        public boolean isEmpty(SerializationContext context, FreeText text) {
            return text.text().isEmpty();
        }

        @Override
        public void serialize(FreeText text, JsonGenerator out, SerializationContext context) {
            if (text.isBlank() || !(context.getAttribute(Words.class) instanceof Words words)) {
                out.writeString(text.text());
                return;
            }
            Words.Kept kept = words.keep(text);
            out.writeStartObject();
            out.writeStringProperty("commitment", kept.commitment().hex());
            out.writeNumberProperty("words", kept.place());
            out.writeEndObject();
        }
    }

    private static final class ReadWords extends ValueDeserializer<FreeText> {
        @Override
        public FreeText deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            if (node.isString()) {
                return new FreeText(node.stringValue());
            }
            @SuppressWarnings("unchecked")
            Function<Integer, FreeText> words =
                    (Function<Integer, FreeText>) context.getAttribute(WORDS_OF_ENTRY);
            return words.apply(node.get("words").asInt());
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return FreeText.NONE;
        }
    }
}

package io.muster.app.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.SlackJson;
import io.muster.app.slack.incident.Announcement;
import io.muster.app.slack.incident.IncidentCard;
import io.muster.app.slack.incident.Topic;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.notice.Notice;
import io.muster.core.policy.Policy;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody may take a drill for the real thing, whatever is said of it; nor the other way round. */
class DrillMarkTest {
    private static final Policy POLICY =
            PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    /** All but the digest, which tells of several incidents: each of its lines is marked. */
    static Stream<Class<?>> notices() {
        return Arrays.stream(Notice.class.getPermittedSubclasses())
                .filter(kind -> kind != Notice.Digest.class);
    }

    @ParameterizedTest
    @Tag("F26")
    @MethodSource("notices")
    void every_notice_of_a_drill_is_marked_and_no_other_is(Class<?> kind) {
        Notice notice = (Notice) value(kind);
        assertMarked(NoticeBlocks.of(notice, incident(true)));
        assertMarked(NoticeBlocks.of(notice, incident(true), Optional.of(Phrase.of("Done"))));
        assertUnmarked(NoticeBlocks.of(notice, incident(false)));
    }

    @Test
    @Tag("F26")
    void in_a_digest_only_the_line_of_the_drill_is_marked() {
        assertMarked(digest(incident(true)));
        assertUnmarked(digest(incident(false)));
    }

    private static Message digest(IncidentView view) {
        Notice digest =
                new Notice.Digest(
                        List.of(Notice.Digest.Entry.of(view.incident(), new PersonId("U1"))));
        return NoticeBlocks.of(digest, view);
    }

    @Test
    @Tag("F26")
    void so_are_the_card_the_announcement_the_topic_and_the_channel() {
        IncidentView drill = incident(true);
        assertMarked(IncidentCard.of(drill));
        assertMarked(Announcement.of(drill));
        assertThat(Topic.of(drill)).contains("DRILL");
        assertThat(ChannelName.of(drill.incident(), 1)).startsWith("drill-1");
        IncidentView real = incident(false);
        assertUnmarked(IncidentCard.of(real));
        assertUnmarked(Announcement.of(real));
        assertThat(Topic.of(real)).doesNotContain("DRILL");
        assertThat(ChannelName.of(real.incident(), 1)).startsWith("inc-1");
    }

    private static void assertMarked(Message message) {
        assertThat(message.text()).contains("DRILL");
        assertThat(SlackJson.of(message.blocks())).contains("DRILL");
    }

    private static void assertUnmarked(Message message) {
        assertThat(message.text()).doesNotContainIgnoringCase("drill");
        assertThat(SlackJson.of(message.blocks())).doesNotContainIgnoringCase("drill");
    }

    private static IncidentView incident(boolean drill) {
        Actor by = Actor.muster();
        Moment moment = new Moment(NOW, by, POLICY, Roster.EMPTY);
        Decision decision =
                IncidentRules.declare(
                        new IncidentCommand.Declare(
                                new FreeText("Checkout is down"),
                                FreeText.NONE,
                                new SeverityName("P1"),
                                Optional.empty(),
                                false,
                                false,
                                drill,
                                Source.EMPLOYEE,
                                Optional.empty()),
                        moment);
        List<IncidentEvent> events = ((Decision.Accepted) decision).events();
        Incident born =
                Incident.declared(new IncidentId(1), new Happened(events.getFirst(), by, NOW));
        return new IncidentView(
                born.applyAll(events.subList(1, events.size()), by, NOW), POLICY, NOW);
    }

    /** Any value of a type, so that a notice that is added is looked at by itself. */
    private static Object value(Type type) {
        Class<?> c =
                type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
        if (c == Optional.class) {
            return Optional.empty();
        } else if (c == List.class) {
            return List.of();
        } else if (c == Set.class) {
            return Set.of();
        } else if (c == Map.class) {
            return Map.of();
        } else if (c.isEnum()) {
            return c.getEnumConstants()[0];
        } else if (c.isSealed()) {
            return value(c.getPermittedSubclasses()[0]);
        } else if (c.isRecord()) {
            return record(c);
        }
        return switch (c.getName()) {
            case "int", "java.lang.Integer" -> 1;
            case "long", "java.lang.Long" -> 1L;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.time.Instant" -> NOW;
            case "java.time.Duration" -> Duration.ofHours(1);
            case "java.lang.String" -> "word";
            default -> throw new IllegalArgumentException("teach this test to make a " + type);
        };
    }

    private static Object record(Class<?> type) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(parts)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(parts).map(p -> value(p.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

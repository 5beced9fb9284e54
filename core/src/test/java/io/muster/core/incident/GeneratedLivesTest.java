package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.Severity;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Incidents whose people do anything at any time: whatever is accepted can be applied, a refusal
 * changes nothing, and the promises that are open are those that the policy asks for.
 */
class GeneratedLivesTest {
    private static final List<PersonId> PEOPLE =
            List.of(Scene.ANA, Scene.BEN, Scene.CLEO, Scene.CIRO, Scene.ELI, Scene.OTTO);

    @ParameterizedTest
    @CsvSource({"featuresignals, 300", "soc2-irp-001, 300", "third-policy, 300"})
    void every_life_keeps_the_laws(String policy, int lives) {
        for (int seed = 0; seed < lives; seed++) {
            live(policy, seed, 60);
        }
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({"featuresignals, 5000", "soc2-irp-001, 5000", "third-policy, 5000"})
    void every_life_keeps_the_laws_at_length(String policy, int lives) {
        for (int seed = 0; seed < lives; seed++) {
            live(policy, seed, 300);
        }
    }

    private static void live(String policy, long seed, int acts) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Scene scene = policy.equals("third-policy") ? Scene.underThird() : Scene.under(policy);
        scene.declares(severity(scene.policy(), random), "Seed " + seed);
        List<Happened> story = new ArrayList<>(stamp(scene, Actor.person(Scene.ANA)));
        for (int i = 0; i < acts; i++) {
            scene.after("PT" + random.nextInt(1, 120) + "M");
            scene.clockKnocks();
            story.addAll(stamp(scene, Actor.muster()));
            assertNothingIsLeftToRing(scene);
            PersonId person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            act(scene.by(person), command(scene, random), person, story);
            assertPromisesAreThoseOfThePolicy(scene, seed);
        }
        assertReplayIsTheSame(scene, story);
    }

    private static void act(
            Scene scene, IncidentCommand command, PersonId person, List<Happened> story) {
        Incident before = scene.incident();
        switch (scene.decide(command)) {
            case Decision.Accepted ignored -> {
                scene.does(command);
                story.addAll(stamp(scene, Actor.person(person)));
            }
            case Decision.Refused refused -> {
                assertThat(scene.incident()).isEqualTo(before);
                assertThat(refused.words()).isNotNull();
            }
        }
    }

    private static List<Happened> stamp(Scene scene, Actor by) {
        return scene.happened().stream().map(e -> new Happened(e, by, scene.now())).toList();
    }

    private static void assertNothingIsLeftToRing(Scene scene) {
        assertThat(scene.incident().obligations().open())
                .as("after the clock knocked")
                .allMatch(o -> o.next().filter(next -> !next.isAfter(scene.now())).isEmpty());
    }

    /** An independent reading of the policy: what is owed at this severity, from when, how long. */
    private static void assertPromisesAreThoseOfThePolicy(Scene scene, long seed) {
        Incident incident = scene.incident();
        for (ClockRule rule : scene.policy().clocks()) {
            Optional<Obligation> open = incident.obligations().open(rule.name());
            boolean mayBeOpen =
                    incident.status() != Status.DISMISSED
                            && incident.milestones().has(rule.from())
                            && rule.until().filter(incident.milestones()::has).isEmpty()
                            && rule.within(incident.severity()).isPresent();
            if (!mayBeOpen) {
                assertThat(open).as("seed %d: %s is not owed", seed, rule.name()).isEmpty();
            }
            open.ifPresent(o -> {
                Optional<Instant> due =
                        scene.policy()
                                .calendar(rule.calendar())
                                .due(o.anchor(), rule.within(incident.severity()).orElseThrow());
                assertThat(due).as("seed %d: %s", seed, o.id()).contains(o.due());
                assertThat(o.anchor()).isAfterOrEqualTo(incident.declaredAt());
            });
        }
    }

    private static void assertReplayIsTheSame(Scene scene, List<Happened> story) {
        Incident replayed = Incident.declared(new IncidentId(1), story.getFirst());
        for (Happened happened : story.subList(1, story.size())) {
            replayed = replayed.apply(happened);
            assertThat(Timeline.sentence(happened).plain(PersonId::value)).isNotBlank();
        }
        assertThat(replayed).isEqualTo(scene.incident());
    }

    private static String severity(Policy policy, RandomGenerator random) {
        return any(policy.severities(), random).name().value();
    }

    private static IncidentCommand command(Scene scene, RandomGenerator random) {
        Policy policy = scene.policy();
        FreeText words = new FreeText(random.nextInt(5) == 0 ? "" : "because");
        Phase phase = any(policy.phases(), random);
        Item item = any(phase.items(), random);
        Role role = any(policy.roles(), random);
        Severity severity = any(policy.severities(), random);
        List<Obligation> open = scene.incident().obligations().open();
        return switch (random.nextInt(20)) {
            case 0 -> new IncidentCommand.Acknowledge();
            case 1 -> new IncidentCommand.Confirm(Optional.empty());
            case 2 -> new IncidentCommand.Classify(any(policy.kinds(), random).name());
            case 3 -> new IncidentCommand.Dismiss(random.nextInt(10) == 0 ? words : FreeText.NONE);
            case 4 -> new IncidentCommand.ChangeSeverity(severity.name(), words);
            case 5, 6 -> new IncidentCommand.StartPhase(phase.name());
            case 7 -> new IncidentCommand.FinishPhase(phase.name(), words);
            case 8, 9 -> new IncidentCommand.Tick(item.name());
            case 10 -> new IncidentCommand.Untick(item.name());
            case 11 -> new IncidentCommand.AssignRole(role.name(), any(PEOPLE, random));
            case 12, 13 -> new IncidentCommand.PostUpdate(words, FreeText.NONE, FreeText.NONE);
            case 14 -> new IncidentCommand.AddNote(words);
            case 15 ->
                    open.isEmpty()
                            ? new IncidentCommand.Confirm(
                                    Optional.of(any(policy.kinds(), random).name()))
                            : new IncidentCommand.Snooze(
                                    any(open, random).id(),
                                    Duration.ofMinutes(random.nextInt(0, 300)));
            case 16 -> new IncidentCommand.Escalate(words);
            case 17 -> new IncidentCommand.Resolve(words);
            case 18 -> new IncidentCommand.Reopen(words);
            default -> new IncidentCommand.Close(words);
        };
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}

package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.TimeName;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.QuestionName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Whatever is said and sent in whatever order, the clocks are where a second reckoning has them.
 */
class GeneratedCoursesTest {
    private static final int COURSES = 120;
    private static final int STEPS = 30;
    private static final FreeText WORDS = new FreeText("because");
    private static final List<String> DUTIES =
            List.of(
                    "gdpr-33",
                    "customers",
                    "vendor-customers",
                    "dora-initial",
                    "dora-intermediate",
                    "dora-final",
                    "nis2-warning",
                    "nis2-notification",
                    "nis2-final",
                    "nis2-recipients",
                    "cra-final",
                    "sec-8k");
    private static final List<String> QUESTIONS =
            List.of(
                    "personal-data",
                    "dora-major",
                    "nis2-significant",
                    "cra-exploited",
                    "cra-fixed",
                    "sec-material");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);

    @Test
    @Tag("F15")
    @Tag("F19")
    @Tag("S10")
    void two_reckonings_agree_on_every_clock_of_every_course() {
        Scene first = Scene.underText(DutyCourse.everyLaw());
        List<NotificationRule> rules =
                DUTIES.stream()
                        .map(DutyName::new)
                        .map(d -> first.policy().notifications().duty(d).orElseThrow())
                        .toList();
        int moved = 0;
        for (int i = 0; i < COURSES; i++) {
            moved += play(first.at("2026-03-02T10:00:00Z"), rules, i);
        }
        assertThat(moved).as("the courses move clocks").isGreaterThan(COURSES);
    }

    private int play(Scene scene, List<NotificationRule> rules, int course) {
        SecondCourse second = new SecondCourse(scene.policy());
        scene.withAdmin(Scene.ANA).by(Scene.ANA).declares("P0", "Something happened");
        second.happened(scene.now(), scene.happened());
        List<String> steps = new ArrayList<>();
        int moved = 0;
        for (int i = 0; i < STEPS; i++) {
            scene.after("PT" + (1 + random.nextInt(900)) + "M");
            IncidentCommand command = command(scene.now());
            if (scene.decide(command) instanceof Decision.Accepted) {
                scene.does(command);
                second.happened(scene.now(), scene.happened());
                steps.add(scene.now() + " " + command);
                moved += scene.happened(IncidentEvent.ObligationMoved.class).size();
                for (NotificationRule rule : rules) {
                    assertThat(open(scene, rule))
                            .as("course %d: %s after %s", course, rule.name(), steps)
                            .isEqualTo(second.due(rule));
                }
            }
        }
        return moved;
    }

    private static Optional<Instant> open(Scene scene, NotificationRule rule) {
        return scene.incident().obligations().open(rule.name().clock()).map(Obligation::due);
    }

    private IncidentCommand command(Instant now) {
        DutyName duty = new DutyName(DUTIES.get(random.nextInt(DUTIES.size())));
        DutyName sec = new DutyName("sec-8k");
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> answer(now);
            case 4 -> new FactCommand.ClaimTime(TimeName.AWARE, before(now), WORDS);
            case 5 -> new DutyCommand.RecordVendorNotice(WORDS, before(now), WORDS);
            case 6, 7 ->
                    new DutyCommand.DischargeDuty(
                            duty, before(now), WORDS, Optional.empty(), WORDS, WORDS);
            case 8 -> new DutyCommand.SendAgain(duty, before(now), WORDS, WORDS);
            case 9 -> new DutyCommand.TakeBackDuty(duty, WORDS);
            case 10 ->
                    new DutyCommand.HoldDuty(
                            sec,
                            "attorney-general",
                            now.plusSeconds(60L * random.nextInt(200_000)),
                            WORDS);
            default -> new DutyCommand.ReleaseDuty(sec, WORDS);
        };
    }

    private IncidentCommand answer(Instant now) {
        return new FactCommand.AnswerQuestion(
                new QuestionName(QUESTIONS.get(random.nextInt(QUESTIONS.size()))),
                random.nextInt(4) > 0
                        ? Answer.YES
                        : random.nextBoolean() ? Answer.NO : Answer.UNKNOWN,
                FreeText.of("seen " + now),
                random.nextBoolean() ? Optional.of(before(now)) : Optional.empty());
    }

    private Instant before(Instant now) {
        return now.minusSeconds(60L * random.nextInt(3_000));
    }
}

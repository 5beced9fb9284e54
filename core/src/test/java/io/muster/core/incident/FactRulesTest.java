package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.fact.Answer;
import io.muster.core.fact.Fact;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.QuestionName;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class FactRulesTest {
    private static final QuestionName PERSONAL_DATA = new QuestionName("personal-data");

    @Test
    @Tag("F13")
    void a_correction_is_a_new_fact_beside_the_old_one() {
        Scene scene = Scene.declared().after("PT5M").does(then(TimeName.OCCURRED, "09:50"));
        scene.by(Scene.BEN).after("PT5M").does(then(TimeName.OCCURRED, "09:40"));
        var facts = scene.incident().dossier().facts();
        assertThat(facts.all())
                .extracting(Fact::by)
                .containsExactly(person(Scene.ANA), person(Scene.BEN));
        assertThat(facts.time(TimeName.OCCURRED)).contains(instant("09:40"));
        assertThat(line(scene))
                .isEqualTo(
                        "Occurred: 2026-03-04 09:40 UTC (until now 2026-03-04 09:50 UTC) — UBEN");
    }

    @Test
    @Tag("F13")
    void a_claimed_time_stands_beside_the_recorded_one() {
        Scene scene =
                Scene.declared().after("PT1H").does(new IncidentCommand.Resolve(FreeText.NONE));
        scene.does(then(TimeName.RESOLVED, "10:40"));
        assertThat(Times.recorded(scene.incident(), TimeName.RESOLVED)).contains(instant("11:00"));
        assertThat(Times.known(scene.incident(), TimeName.RESOLVED)).contains(instant("10:40"));
        assertThat(line(scene))
                .startsWith("Resolved: 2026-03-04 10:40 UTC (until now 2026-03-04 11:00 UTC)");
    }

    @ParameterizedTest
    @EnumSource(FindingName.class)
    @Tag("F13")
    void each_finding_is_recorded_corrected_and_never_lost(FindingName name) {
        Scene scene = Scene.declared().does(found(name, "one")).does(found(name, "two"));
        var facts = scene.incident().dossier().facts();
        assertThat(facts.finding(name)).contains(new FreeText("two"));
        assertThat(facts.all()).hasSize(2);
        assertThat(line(scene)).isEqualTo(name.title() + ", corrected: two — UANA");
        scene.isRefused(found(name, "two"), name.title() + ": that is in the record already")
                .isRefused(found(name, ""), "say what is so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"featuresignals", "soc2-irp-001"})
    @Tag("F13")
    void whether_personal_data_is_affected_is_yes_no_or_unknown_and_not_asked_at_first(
            String policy) {
        Scene scene = Scene.under(policy);
        scene.declares(scene.policy().severities().getFirst().name().value(), "x");
        assertThat(scene.incident().dossier().facts().answer(PERSONAL_DATA)).isEmpty();
        scene.does(answer(Answer.UNKNOWN, ""))
                .isRefused(answer(Answer.UNKNOWN, ""), "in the record already")
                .does(answer(Answer.YES, "names and addresses"))
                .isRefused(answer(Answer.YES, "names and addresses"), "in the record already");
        assertThat(scene.incident().dossier().facts().answer(PERSONAL_DATA)).contains(Answer.YES);
        assertThat(line(scene))
                .isEqualTo(
                        "Is personal data affected? Yes (until now unknown), because: names and"
                                + " addresses — UANA");
        scene.isRefused(
                new FactCommand.AnswerQuestion(
                        new QuestionName("nonsense"), Answer.YES, FreeText.NONE),
                "is not a question of this policy");
    }

    @ParameterizedTest
    @Tag("F13")
    @CsvSource({
        "OCCURRED, 2026-03-04T12:00:00Z, Occurred: that is in the future",
        "AWARE, 2026-03-05T10:00:00Z, Aware: that is in the future",
        "OCCURRED, 1970-01-01T00:00:00Z, look at the year again",
        "OCCURRED, 2026-03-04T10:30:00Z, cannot be after the incident was declared",
        "DETECTED, 2026-03-04T10:30:00Z, cannot be after the incident was declared",
        "DETECTED, 2026-03-04T09:00:00Z, 'cannot be before it was begun, at 2026-03-04 09:30 UTC'",
        "CONTAINED, 2026-03-04T09:00:00Z, cannot be before it was begun",
        "AWARE, 2026-03-04T09:00:00Z, cannot be before it was begun",
        "CONFIRMED, 2026-03-04T09:00:00Z, it is not confirmed yet",
        "RESOLVED, 2026-03-04T10:30:00Z, it is not resolved yet",
        "CLOSED, 2026-03-04T10:30:00Z, it is not closed yet"
    })
    void what_cannot_have_been_is_refused_kindly(TimeName name, String claimed, String words) {
        Scene scene = Scene.declared().does(then(TimeName.OCCURRED, "09:30")).after("PT1H");
        scene.isRefused(
                new FactCommand.ClaimTime(name, Instant.parse(claimed), FreeText.NONE), words);
    }

    @Test
    void the_ends_of_the_course_keep_their_order() {
        Scene scene = Scene.declared().does(then(TimeName.DETECTED, "09:45")).after("PT1H");
        scene.isRefused(then(TimeName.OCCURRED, "09:50"), "cannot be after it was detected");
        scene.does(new IncidentCommand.Resolve(FreeText.NONE)).after("PT1H");
        scene.does(then(TimeName.RESTORED, "10:45"));
        scene.isRefused(then(TimeName.CONTAINED, "10:50"), "cannot be after it was restored");
        scene.does(then(TimeName.CONTAINED, "10:30"));
    }

    @Test
    void awareness_may_be_long_after_containment_and_before_the_declaration() {
        Scene.declared()
                .does(then(TimeName.AWARE, "09:55"))
                .after("PT2H")
                .does(then(TimeName.CONTAINED, "10:30"))
                .does(then(TimeName.AWARE, "11:45"));
    }

    @Test
    @Tag("F13")
    void facts_are_still_recorded_when_the_incident_is_closed() {
        Scene scene = Scene.declared().does(new IncidentCommand.Resolve(FreeText.NONE));
        scene.after("PT25H").does(new IncidentCommand.Close(FreeText.NONE));
        scene.does(found(FindingName.CAUSE, "a full disk"));
        assertThat(scene.said()).containsExactly("Cause: a full disk — UANA");
    }

    private static String line(Scene scene) {
        PersonId by =
                scene.incident().dossier().facts().all().getLast().by().person().orElseThrow();
        return Timeline.sentence(
                        new Happened(scene.happened().getFirst(), Actor.person(by), scene.now()))
                .plain(PersonId::value);
    }

    private static Actor person(PersonId id) {
        return Actor.person(id);
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-03-04T" + time + ":00Z");
    }

    private static IncidentCommand then(TimeName name, String time) {
        return new FactCommand.ClaimTime(name, instant(time), FreeText.NONE);
    }

    private static IncidentCommand found(FindingName name, String text) {
        return new FactCommand.RecordFinding(name, new FreeText(text));
    }

    private static IncidentCommand answer(Answer answer, String because) {
        return new FactCommand.AnswerQuestion(PERSONAL_DATA, answer, new FreeText(because));
    }
}

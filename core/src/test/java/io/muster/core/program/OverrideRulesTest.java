package io.muster.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** Standing in for each other on call. */
@Tag("F05")
class OverrideRulesTest {
    private static final RoleName CISO = new RoleName("ciso");
    private ProgramScene scene = ProgramScene.under("soc2-irp-001");
    private Instant now = scene.now();

    @BeforeEach
    void begin() {
        scene = ProgramScene.under("soc2-irp-001");
        now = scene.now();
    }

    @Test
    void it_is_written_down_with_whom_it_replaces_and_all_hear_it() {
        scene.does(override(ProgramScene.SAM, Duration.ZERO, Duration.ofHours(8)));
        ProgramEvent.OnCallOverridden event =
                scene.happened(ProgramEvent.OnCallOverridden.class).getFirst();
        assertThat(event.number()).isEqualTo(1);
        assertThat(event.instead()).contains(ProgramScene.CIRO);
        assertThat(scene.announced()).hasSize(1);
        assertThat(scene.told()).containsExactly(ProgramScene.SAM);
        assertThat(scene.program().overrides().standing(1, now.plusSeconds(60))).isPresent();
    }

    @Test
    void asking_twice_says_that_it_is_so_already() {
        scene.does(override(ProgramScene.SAM, Duration.ofHours(1), Duration.ofHours(8)));
        scene.isRefused(
                override(ProgramScene.SAM, Duration.ofHours(2), Duration.ofHours(4)),
                "is on call then already");
    }

    @Test
    void one_that_has_begun_ends_when_it_is_cancelled() {
        scene.does(override(ProgramScene.SAM, Duration.ZERO, Duration.ofHours(8)));
        scene.after(Duration.ofHours(2)).does(new ProgramCommand.CancelOverride(1));
        assertThat(scene.program().overrides().all())
                .singleElement()
                .satisfies(o -> assertThat(o.until()).isEqualTo(now.plus(Duration.ofHours(2))));
        scene.isRefused(new ProgramCommand.CancelOverride(1), "cancelled already");
    }

    @Test
    void one_that_has_not_begun_never_does_and_its_number_is_not_given_again() {
        scene.does(override(ProgramScene.SAM, Duration.ofHours(1), Duration.ofHours(8)));
        scene.does(new ProgramCommand.CancelOverride(1));
        assertThat(scene.program().overrides().all()).isEmpty();
        scene.does(override(ProgramScene.SAM, Duration.ofHours(1), Duration.ofHours(8)));
        assertThat(scene.program().overrides().all().getFirst().number()).isEqualTo(2);
    }

    @Test
    void only_who_has_the_role_may_pass_it_on_for_with_it_goes_what_it_may_do() {
        scene.by(ProgramScene.SAM);
        scene.isRefused(
                override(ProgramScene.SAM, Duration.ZERO, Duration.ofHours(8)),
                "by the team file may change who is on call. Ask UCIRO");
    }

    @Test
    void whom_the_policy_names_may_and_others_may_not() {
        scene.adopts(
                "soc2-irp-001",
                "permissions:\n",
                "permissions:\n  change-on-call: [security-lead]\n");
        scene.by(ProgramScene.CIRO)
                .isRefused(
                        override(ProgramScene.CIRO, Duration.ofHours(1), Duration.ofHours(2)),
                        "Ask USAM");
        scene.by(ProgramScene.SAM)
                .does(override(ProgramScene.ELI, Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void whoever_stands_in_may_step_back_by_themselves() {
        scene.does(override(ProgramScene.OTTO, Duration.ofHours(1), Duration.ofHours(8)));
        scene.by(ProgramScene.OTTO).does(new ProgramCommand.CancelOverride(1));
        assertThat(scene.program().overrides().all()).isEmpty();
    }

    @Test
    void times_that_make_no_sense_are_refused_in_words() {
        scene.isRefused(
                override(ProgramScene.SAM, Duration.ofHours(2), Duration.ofHours(1)),
                "end before it begins");
        scene.isRefused(
                override(ProgramScene.SAM, Duration.ofHours(1), Duration.ofDays(100)),
                "92 days at most");
        scene.isRefused(
                override(ProgramScene.SAM, Duration.ofDays(400), Duration.ofDays(401)),
                "more than a year ahead");
        scene.isRefused(
                new ProgramCommand.OverrideOnCall(
                        new RoleName("cisco"),
                        ProgramScene.SAM,
                        now,
                        now.plusSeconds(60),
                        FreeText.NONE,
                        false),
                "is not a role here");
    }

    @Test
    void taking_a_shift_that_one_has_already_changes_nothing() {
        scene.isRefused(
                new ProgramCommand.OverrideOnCall(
                        CISO, ProgramScene.CIRO, now, now.plusSeconds(60), FreeText.NONE, true),
                "is on call then already");
    }

    private ProgramCommand override(PersonId person, Duration from, Duration until) {
        return new ProgramCommand.OverrideOnCall(
                CISO, person, now.plus(from), now.plus(until), new FreeText("dentist"), false);
    }
}

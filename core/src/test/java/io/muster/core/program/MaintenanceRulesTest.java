package io.muster.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.statuspage.PlannedWork;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the public is told of work to come is on the record, and all who should hear of it do. */
@Tag("F16")
class MaintenanceRulesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ProgramScene scene = ProgramScene.under("soc2-irp-001").by(ProgramScene.CIRO);

    @Test
    void announced_work_is_recorded_with_its_hash_and_told_inside_and_to_followers() {
        PlannedWork work = work("Move of the database", HOUR, HOUR);
        scene.does(new ProgramCommand.AnnounceMaintenance(7, work));
        assertThat(scene.happened(ProgramEvent.MaintenanceAnnounced.class))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.number()).isEqualTo(7);
                    assertThat(e.components()).containsExactly("API");
                    assertThat(e.hash()).isEqualTo(work.hash());
                });
        assertThat(line())
                .contains("Maintenance announced", "Move of the database", "API", "UCIRO")
                .contains(work.hash().substring(0, 7));
        assertThat(scene.effects())
                .contains(new Effect.ToFollowers.SpreadMaintenance(7, false, work.hash()));
    }

    @Test
    void that_it_is_called_off_is_told_to_the_same_people() {
        PlannedWork work = work("Move of the database", HOUR, HOUR);
        scene.does(new ProgramCommand.CallOffMaintenance(7, work));
        assertThat(line()).contains("Maintenance called off", "Move of the database");
        assertThat(scene.effects())
                .contains(new Effect.ToFollowers.SpreadMaintenance(7, true, work.hash()));
        scene.after(Duration.ofDays(2))
                .isRefused(new ProgramCommand.CallOffMaintenance(7, work), "over already");
    }

    @Test
    void what_nobody_could_read_as_a_plan_is_refused() {
        refused(work(" ", HOUR, HOUR), "in a title");
        refused(work("x", HOUR, Duration.ZERO), "end after it begins");
        refused(work("x", HOUR.negated(), HOUR), "over already");
        refused(work("x", HOUR, Duration.ofDays(32)), "longer than a month");
    }

    @Test
    void the_hash_covers_times_and_components() {
        PlannedWork work = work("x", HOUR, HOUR);
        assertThat(work("x", HOUR, HOUR).hash()).isEqualTo(work.hash());
        assertThat(work("x", HOUR, HOUR.plus(HOUR)).hash()).isNotEqualTo(work.hash());
        assertThat(
                        new PlannedWork(
                                        work.title(),
                                        List.of(),
                                        work.text(),
                                        work.from(),
                                        work.to())
                                .hash())
                .isNotEqualTo(work.hash());
    }

    private void refused(PlannedWork work, String words) {
        scene.isRefused(new ProgramCommand.AnnounceMaintenance(1, work), words);
    }

    private String line() {
        Notice notice = scene.announced().getFirst();
        return ((Notice.Line) notice).phrase().plain(PersonId::value);
    }

    private PlannedWork work(String title, Duration ahead, Duration length) {
        Instant from = scene.now().plus(ahead);
        return new PlannedWork(
                new FreeText(title),
                List.of("API"),
                new FreeText("It is slower."),
                from,
                from.plus(length));
    }
}

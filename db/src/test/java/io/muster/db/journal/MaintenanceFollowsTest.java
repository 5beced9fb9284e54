package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.roster.Actor;
import io.muster.core.statuspage.PlannedWork;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.TestPolicy;
import io.muster.db.Tx;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.status.Maintenance;
import io.muster.db.status.MaintenanceMails;
import io.muster.db.status.MaintenanceTable;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Announced work is public, so it stands in the record, and verification holds it against that. */
@Tag("F16")
class MaintenanceFollowsTest {
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant FROM = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final PlannedWork WORK =
            new PlannedWork(
                    new FreeText("Move"),
                    List.of("API", "Website"),
                    new FreeText("It is slower."),
                    FROM,
                    FROM.plus(DAY));

    @AutoClose private final TestDatabase database = Postgres.database();
    private final ProgramJournal journal = new ProgramJournal(new ObligationTable());
    private final MaintenanceTable table = new MaintenanceTable();
    private Archive archive;

    @BeforeEach
    void open() {
        archive = database.archive();
    }

    @Test
    void what_is_announced_stands_until_it_is_over_or_called_off() {
        long number = announce();
        assertThat(archive.<Boolean>transact(tx -> table.isAnnounced(tx, WORK))).isTrue();
        assertThat(after(FROM))
                .singleElement()
                .satisfies(work -> {
                    assertThat(work.work()).isEqualTo(WORK);
                    assertThat(work.isOn(FROM)).isTrue();
                    assertThat(work.isOn(FROM.plus(DAY))).isFalse();
                });
        assertThat(after(FROM.plus(DAY))).isEmpty();
        callOff(number);
        assertThat(archive.<Boolean>transact(tx -> table.isAnnounced(tx, WORK))).isFalse();
        assertThat(after(FROM)).isEmpty();
        assertThat(archive.<List<Maintenance>>transact(tx -> table.since(tx, Instant.EPOCH)))
                .singleElement()
                .satisfies(work -> assertThat(work.calledOff()).contains(work.changed()));
    }

    @Test
    @Tag("S15")
    void verification_finds_work_of_which_the_page_says_something_else_than_the_record() {
        long number = announce();
        callOff(announce());
        assertThat(broken()).isEmpty();
        for (String forged :
                List.of(
                        "words = 'All data is lost.'",
                        "affected = 'API'",
                        "ends_at = ends_at + interval '1 day'",
                        "cancelled_at = now(), cancelled_by = 'U0ANA'",
                        "before_record = true")) {
            database.execute("update maintenance set " + forged + " where id = " + number);
            assertThat(broken())
                    .as(forged)
                    .containsExactly(
                            "Program: its journal says otherwise than the table of announced"
                                    + " maintenance");
            database.execute(
                    "update maintenance set (words, affected, ends_at, cancelled_at, cancelled_by,"
                            + " before_record) = ('It is slower.', E'API\\nWebsite',"
                            + " '2099-01-02T00:00:00Z', null, null, false) where id = "
                            + number);
            assertThat(broken()).isEmpty();
        }
    }

    @Test
    void what_was_announced_before_there_was_a_record_of_it_is_no_fault() {
        archive.run(tx -> table.announce(tx, table.number(tx), WORK, ANA));
        assertThat(broken()).isNotEmpty();
        database.execute("update maintenance set before_record = true");
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_subscriber_gets_one_mail_when_it_is_announced_and_one_when_it_is_called_off() {
        long number = announce();
        database.execute(
                "insert into status_subscriber (address, asked_at, confirmed_at) select 's' || n"
                        + " || '@x.example', now(), now() from generate_series(1, 3) n");
        database.execute(
                "insert into status_subscriber (address, asked_at) values ('no@x.example', now())");
        assertThat(next(number, false, 2)).hasSize(2);
        assertThat(next(number, false, 2)).hasSize(1);
        assertThat(next(number, false, 2)).isEmpty();
        assertThat(next(number, true, 9)).hasSize(3);
    }

    private List<Long> next(long number, boolean calledOff, int most) {
        return archive.transact(tx -> new MaintenanceMails().next(tx, number, calledOff, most));
    }

    private long announce() {
        return archive.<Long>transact(tx -> {
            long number = table.number(tx);
            append(
                    tx,
                    new ProgramEvent.MaintenanceAnnounced(
                            number,
                            WORK.title(),
                            WORK.components(),
                            WORK.text(),
                            WORK.from(),
                            WORK.to(),
                            WORK.hash()));
            table.announce(tx, number, WORK, ANA);
            return number;
        });
    }

    private void callOff(long number) {
        archive.run(tx -> {
            append(
                    tx,
                    new ProgramEvent.MaintenanceCalledOff(
                            number, WORK.title(), WORK.from(), WORK.to(), WORK.hash()));
            table.callOff(tx, number, ANA);
        });
    }

    private void append(Tx tx, ProgramEvent event) {
        journal.append(
                tx,
                journal.open(tx),
                List.of(new ProgramHappened(event, Actor.person(ANA), THEN)),
                TestPolicy.VERSION,
                new Provenance("modal", "a request"));
    }

    private List<Maintenance> after(Instant then) {
        return archive.transact(tx -> table.after(tx, then));
    }

    private List<String> broken() {
        return ChainAudit.check(archive).broken();
    }
}

package io.muster.db.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.roster.Actor;
import io.muster.core.roster.DutyOverride;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.TestPolicy;
import io.muster.db.journal.ChainAudit;
import io.muster.db.journal.ProgramJournal;
import io.muster.db.journal.Provenance;
import io.muster.db.obligation.ObligationTable;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who stands in on call lies in a table that follows the program's journal. */
@Tag("F05")
class OverrideTableTest {
    private static final RoleName ON_CALL = new RoleName("on-call");
    private static final PersonId BEN = new PersonId("U0BEN");
    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");

    @AutoClose private final TestDatabase database = Postgres.database();
    private final ProgramJournal journal = new ProgramJournal(new ObligationTable());
    private Archive archive;

    @BeforeEach
    void somebody_stands_in() {
        archive = database.archive();
        append(overridden(1, THEN, THEN.plusSeconds(3600)), THEN);
    }

    @Test
    void it_is_there_until_it_ends() {
        DutyOverride first = new DutyOverride(1, ON_CALL, BEN, THEN, THEN.plusSeconds(3600));
        assertThat(standing(THEN)).containsExactly(first);
        assertThat(standing(THEN.plusSeconds(3600))).isEmpty();
        assertThat(ChainAudit.check(archive).broken()).isEmpty();
    }

    @Test
    void one_that_is_cancelled_ends_then_and_one_that_never_began_is_gone() {
        append(overridden(2, THEN.plusSeconds(7200), THEN.plusSeconds(9000)), THEN);
        append(cancelled(1), THEN.plusSeconds(600));
        append(cancelled(2), THEN.plusSeconds(600));
        assertThat(standing(THEN))
                .containsExactly(new DutyOverride(1, ON_CALL, BEN, THEN, THEN.plusSeconds(600)));
        assertThat(ChainAudit.check(archive).broken()).isEmpty();
    }

    @Test
    void verification_finds_a_table_that_says_otherwise() {
        database.execute("update on_call_override set person = 'U0EVE'");
        assertThat(ChainAudit.check(archive).broken())
                .anyMatch(fault -> fault.contains("who stands in on call"));
    }

    private List<DutyOverride> standing(Instant at) {
        return archive.transact(tx -> OverrideTable.endingAfter(tx, at));
    }

    private void append(ProgramEvent event, Instant at) {
        archive.run(tx ->
                journal.append(
                        tx,
                        journal.open(tx),
                        List.of(new ProgramHappened(event, Actor.person(BEN), at)),
                        TestPolicy.VERSION,
                        new Provenance("test", "")));
    }

    private static ProgramEvent overridden(int number, Instant from, Instant until) {
        return new ProgramEvent.OnCallOverridden(
                number,
                ON_CALL,
                "On-call engineer",
                BEN,
                from,
                until,
                FreeText.NONE,
                Optional.empty());
    }

    private static ProgramEvent cancelled(int number) {
        return new ProgramEvent.OnCallOverrideCancelled(
                number, ON_CALL, "On-call engineer", BEN, THEN, THEN.plusSeconds(60));
    }
}

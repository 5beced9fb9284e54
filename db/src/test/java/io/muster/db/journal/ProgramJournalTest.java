package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.calendar.CalendarName;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.RoleName;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.TestPolicy;
import io.muster.db.obligation.Due;
import io.muster.db.obligation.ObligationTable;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The program's standing file is in the same journal as the incidents and guarded like them. */
class ProgramJournalTest {
    private static final Path NAMES =
            Path.of("src/test/resources/io/muster/db/journal/stored-program-names.txt");
    private static final Actor CIRO = Actor.person(new PersonId("U0CIRO"));
    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final ObligationId TABLETOP = ObligationId.parse("plan.tabletop/1");

    @AutoClose private final TestDatabase database = Postgres.database();
    private final ObligationTable obligations = new ObligationTable();
    private final ProgramJournal journal = new ProgramJournal(obligations);
    private Archive archive;

    @BeforeEach
    void something_happened() {
        archive = database.archive();
        append(new ProgramEvent.PlanDutyOwed(tabletop(), Optional.empty(), List.of()));
        append(met("All of it by heart"));
    }

    @Test
    @Tag("S15")
    void what_was_written_is_told_again_and_the_chain_is_whole() {
        Program program = archive.transact(journal::read);
        assertThat(Objects.requireNonNull(program.proofs().get(TABLETOP)).minutes().text())
                .isEqualTo("All of it by heart");
        assertThat(Objects.requireNonNull(program.proofs().get(TABLETOP)).by()).isEqualTo(CIRO);
        ChainAudit.Report report = ChainAudit.check(archive);
        assertThat(report.broken()).isEmpty();
        assertThat(report.entries()).isEqualTo(2);
    }

    @Test
    @Tag("S15")
    void what_is_owed_lies_where_the_clock_looks() {
        ObligationId next = TABLETOP.next();
        append(new ProgramEvent.PlanDutyOwed(promise(next), Optional.empty(), List.of()));
        List<Due> found = archive.transact(tx -> obligations.due(tx, 10));
        assertThat(found)
                .singleElement()
                .matches(due -> due.incident().equals(IncidentId.PROGRAM))
                .matches(due -> due.obligation().equals(next));
    }

    @Test
    @Tag("S15")
    void whoever_tampers_with_it_is_found_out() {
        database.execute("alter table words disable trigger all");
        database.execute("alter table journal disable trigger all");
        database.execute("update words set text = 'We never met' where incident = 0");
        assertThat(broken())
                .containsExactly(
                        "Program, entry 2: has words that are not those that were recorded");
        database.execute("delete from words where incident = 0");
        database.execute("delete from journal where incident = 0 and seq = 2");
        assertThat(broken()).containsExactly("Program, entry 2: is missing");
    }

    @Test
    @Tag("S15")
    void a_promise_that_was_settled_by_hand_is_found_out() {
        database.execute("update obligation set due_at = now() where incident = 0");
        assertThat(broken())
                .containsExactly(
                        "Program: its journal says otherwise than the table of what is owed");
    }

    @Test
    void its_head_only_grows() {
        assertThatThrownBy(() -> database.execute("update program set seq = 1"))
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> database.execute("delete from program"))
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void the_stored_names_are_for_ever() throws IOException {
        assertThat(ProgramJson.kinds().stream().map(ProgramJson::name).sorted().toList())
                .as("a name is never changed, removed or used again; add new ones to the file")
                .isEqualTo(Files.readAllLines(NAMES));
    }

    @Test
    void every_kind_of_event_is_read_as_it_was_written() {
        for (Class<? extends ProgramEvent> kind : ProgramJson.kinds()) {
            for (Anything any : List.of(Anything.full(7), Anything.sparse(7), Anything.seeded(7))) {
                ProgramEvent event = any.of(kind);
                Words words = new Words();
                JsonNode body = ProgramJson.write(event, words);
                assertThat(ProgramJson.read(ProgramJson.name(kind), body, words::text))
                        .isEqualTo(event);
            }
        }
    }

    private List<String> broken() {
        return ChainAudit.check(archive).broken();
    }

    private void append(ProgramEvent event) {
        archive.run(tx ->
                journal.append(
                        tx,
                        journal.open(tx),
                        List.of(new ProgramHappened(event, CIRO, THEN)),
                        TestPolicy.VERSION,
                        new Provenance("modal", "a request")));
    }

    private static ProgramEvent met(String minutes) {
        return new ProgramEvent.PlanDutyMet(
                TABLETOP,
                "Tabletop exercise",
                THEN.plus(Duration.ofDays(300)),
                false,
                THEN,
                new FreeText(minutes),
                FreeText.NONE,
                Optional.of(new IncidentId(4)),
                Optional.empty());
    }

    private static Obligation tabletop() {
        return promise(TABLETOP);
    }

    private static Obligation promise(ObligationId id) {
        return Obligation.open(
                id,
                "Tabletop exercise",
                new RoleName("ciso"),
                new CalendarName("office"),
                THEN.minus(Duration.ofDays(300)),
                THEN,
                Optional.empty(),
                List.of(new Rung(THEN, List.of(), Optional.empty())));
    }
}

package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.roster.Actor;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.status.StatusRow;
import io.muster.db.status.StatusTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the public can read follows the journal, and verification holds it against it. */
@Tag("F16")
class StatusFollowsTest {
    private static final TestDatabase DATABASE = Postgres.database();
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final Duration DAY = Duration.ofDays(1);

    private final Archive archive = DATABASE.archive();
    private final Scribe scribe = new Scribe();
    private Instant now = Instant.EPOCH;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_is_published_can_be_read_for_as_long_as_it_matters() {
        IncidentId over = begin(false);
        publish(over, PageState.INVESTIGATING, "Odd.", false);
        publish(over, PageState.RESOLVED, "Over.", false);
        Instant end = now;
        IncidentId open = begin(false);
        publish(open, PageState.MONITORING, "We watch.", false);
        assertThat(texts(end)).contains("Odd.", "Over.", "We watch.");
        assertThat(texts(now.plus(DAY))).contains("We watch.").doesNotContain("Odd.", "Over.");
        StatusRow row = rows(end).getFirst();
        assertThat(row.publication().bulletin().affected())
                .containsExactly(new Affected("A: B", ComponentState.PARTIAL_OUTAGE));
        assertThat(row.key()).matches("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}");
    }

    @Test
    void of_a_private_incident_and_of_a_drill_nothing_is_there() {
        publish(begin(true), PageState.IDENTIFIED, "A secret.", false);
        publish(begin(false), PageState.IDENTIFIED, "An exercise.", true);
        assertThat(texts(Instant.EPOCH)).doesNotContain("A secret.", "An exercise.");
    }

    @Test
    void verification_finds_a_page_that_says_something_else_than_the_journal() {
        publish(begin(false), PageState.IDENTIFIED, "All is lost.", false);
        assertThat(broken()).isEmpty();
        DATABASE.execute(
                "update status_update set words = 'All is well.' where words = 'All is lost.'");
        assertThat(broken()).singleElement().asString().contains("the status page");
        DATABASE.execute(
                "update status_update set words = 'All is lost.' where words = 'All is well.'");
        assertThat(broken()).isEmpty();
    }

    @Test
    void what_the_public_knew_of_other_incidents_at_a_time_can_be_looked_up() {
        IncidentId one = begin(false);
        publish(one, PageState.INVESTIGATING, "Before.", false);
        Instant then = now;
        publish(one, PageState.RESOLVED, "After.", false);
        IncidentId other = begin(false);
        publish(other, PageState.IDENTIFIED, "Itself.", false);
        assertThat(beside(other, then)).contains("Before.").doesNotContain("Itself.");
        assertThat(beside(other, now)).doesNotContain("Before.", "After.", "Itself.");
        assertThat(beside(one, now)).contains("Itself.");
    }

    private List<String> beside(IncidentId incident, Instant then) {
        return archive.transact(tx -> new StatusTable().beside(tx, incident, then)).stream()
                .map(r -> r.publication().bulletin().text().text())
                .toList();
    }

    private IncidentId begin(boolean isPrivate) {
        Happened first =
                Stream.iterate(1L, seed -> seed + 1)
                        .map(seed -> Stories.story(seed, 1).getFirst())
                        .filter(h ->
                                h.event() instanceof IncidentEvent.Declared e
                                        && e.isPrivate() == isPrivate)
                        .findFirst()
                        .orElseThrow();
        now = now.isAfter(first.at()) ? now.plusSeconds(60) : first.at();
        Happened begun = new Happened(first.event(), first.by(), now);
        return archive.transact(tx -> scribe.begin(tx, List.of(begun))).id();
    }

    private void publish(IncidentId id, PageState state, String text, boolean exercise) {
        now = now.plusSeconds(60);
        StatusPageEvent event =
                new StatusPageEvent.StatusPublished(
                        new FreeText("Trouble"),
                        state,
                        List.of(new Affected("A: B", ComponentState.PARTIAL_OUTAGE)),
                        new FreeText(text),
                        "0123456789abcdef" + id,
                        Optional.empty(),
                        exercise);
        Happened happened = new Happened(event, Actor.person(ANA), now);
        archive.run(tx -> scribe.append(tx, id, List.of(happened)));
    }

    private List<StatusRow> rows(Instant since) {
        return archive.transact(tx -> new StatusTable().since(tx, since));
    }

    private List<String> texts(Instant since) {
        return rows(since).stream().map(r -> r.publication().bulletin().text().text()).toList();
    }

    private List<String> broken() {
        return archive.snapshot(tx -> new ChainAudit().check(tx).broken());
    }
}

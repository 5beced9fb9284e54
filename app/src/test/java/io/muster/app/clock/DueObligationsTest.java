package io.muster.app.clock;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.muster.app.desk.IncidentDesk;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.ObligationId;
import io.muster.db.Archive;
import io.muster.db.obligation.Due;
import io.muster.db.obligation.ObligationTable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** The clock's rounds, with a desk that fails as it is told to. */
class DueObligationsTest {
    private static final ObligationId UPDATE = ObligationId.parse("status-update/1");
    private static final int PAGE = 200;

    private final Archive archive = mock();
    private final ObligationTable table = mock();
    private final IncidentDesk desk = mock();

    @Test
    @Tag("M5")
    void a_promise_that_cannot_be_rung_does_not_keep_the_next_one_waiting() {
        due(List.of(of(1), of(2), of(3)));
        failsFor(2);
        new DueObligations(archive, table, desk, mock()).knock();
        verify(desk).handle(eq(new IncidentId(1)), any(IncidentCommand.class), any());
        verify(desk).handle(eq(new IncidentId(3)), any(IncidentCommand.class), any());
    }

    @Test
    void a_page_full_of_failures_ends_the_round_and_is_tried_at_the_next_bell() {
        due(LongStream.rangeClosed(1, PAGE).mapToObj(DueObligationsTest::of).toList());
        for (long n = 1; n <= PAGE; n++) {
            failsFor(n);
        }
        new DueObligations(archive, table, desk, mock()).knock();
        verify(desk, times(PAGE)).handle(any(), any(IncidentCommand.class), any());
    }

    private void due(List<Due> due) {
        when(archive.<List<Due>>transact(any())).thenReturn(due).thenReturn(due);
        when(table.due(any(), anyInt())).thenReturn(due);
    }

    private void failsFor(long incident) {
        when(desk.handle(eq(new IncidentId(incident)), any(IncidentCommand.class), any()))
                .thenThrow(new IllegalStateException("on purpose"));
    }

    private static Due of(long incident) {
        return new Due(new IncidentId(incident), UPDATE, Instant.EPOCH);
    }
}

package io.muster.core.report;

import io.muster.core.incident.IncidentId;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramHappened;

import java.time.Instant;
import java.util.List;

/** The program's own file as it stood when the period ended. */
public record PlanFile(Program program, List<TracedPlan> story) {
    public PlanFile {
        story = List.copyOf(story);
    }

    /**
     * The file as it stood then.
     *
     * @param story all entries, oldest first
     */
    public static PlanFile asOf(Instant end, List<TracedPlan> story) {
        List<TracedPlan> then =
                story.stream().filter(t -> t.happened().at().isBefore(end)).toList();
        List<ProgramHappened> happened = then.stream().map(TracedPlan::happened).toList();
        return new PlanFile(Program.NONE.applyAll(happened), then);
    }

    static Reference reference(TracedPlan traced) {
        return new Reference(
                IncidentId.PROGRAM, traced.entry(), traced.happened().at(), traced.hash());
    }
}

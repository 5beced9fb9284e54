package io.muster.core.incident;

/**
 * The gap-free number of an incident, from 1. People write it {@code INC-42}. The number 0 is no
 * incident: it marks the standing file of the program, see {@code core.program}.
 */
public record IncidentId(long number) {
    /** The standing file of the program, where a promise or a message has to name its file. */
    public static final IncidentId PROGRAM = new IncidentId(0);

    public IncidentId {
        if (number < 0) {
            throw new IllegalArgumentException("incidents are counted from 1");
        }
    }

    @Override
    public String toString() {
        return number == 0 ? "the program" : "INC-" + number;
    }
}

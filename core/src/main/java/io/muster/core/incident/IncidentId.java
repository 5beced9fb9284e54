package io.muster.core.incident;

/** The gap-free number of an incident, from 1. People write it {@code INC-42}. */
public record IncidentId(long number) {
    public IncidentId {
        if (number < 1) {
            throw new IllegalArgumentException("incidents are counted from 1");
        }
    }

    @Override
    public String toString() {
        return "INC-" + number;
    }
}

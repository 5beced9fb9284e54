package io.muster.core.report;

import io.muster.core.alert.Fate;

/** How many alerts of a period came to this. */
public record AlertTally(Fate fate, int alerts) {
    /** What became of them. */
    String words() {
        return switch (fate) {
            case DECLARED -> "An incident was declared";
            case JOINED -> "Joined an incident that was open";
            case REPEATED -> "Known already: counted";
            case RETURNED -> "Fired again after the incident was resolved";
            case CLEARED -> "Over: noted in its incident";
            case DISMISSED -> "No incident, by a rule of the team";
            case UNHEARD -> "Over: nothing was open because of it";
            case OVER -> "No incident: the same as in one that is closed or dismissed";
        };
    }
}

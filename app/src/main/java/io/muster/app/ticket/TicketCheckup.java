package io.muster.app.ticket;

import io.muster.app.SecretVariables;
import io.muster.app.checkup.Finding;
import io.muster.core.roster.TicketSystem;

import java.util.Optional;

/** Whether tickets can be opened, for {@code doctor}. Opens none. */
public final class TicketCheckup {
    private static final String ABOUT = "tickets";

    private TicketCheckup() {}

    /** Asks the ticket system for the project, with the token. */
    public static Finding examine(TicketSystem system, SecretVariables variables) {
        String where =
                system.address() + (system.project().isBlank() ? "" : ", " + system.project());
        if (variables.find(system.tokenFrom()).isEmpty()) {
            return Finding.toDo(
                    ABOUT,
                    where
                            + " has no token: set "
                            + system.tokenFrom()
                            + "; until then no tickets are opened");
        }
        Tracker tracker =
                new TicketOffice(Optional.of(system), variables, "").tracker().orElseThrow();
        return switch (tracker.check()) {
            case Reply.Done ignored ->
                    Finding.ok(ABOUT, where + " answers, takes the token and is there");
            case Reply.Opened ignored -> Finding.ok(ABOUT, where + " answers");
            case Reply.Absent ignored -> Finding.toDo(ABOUT, where + " is not there");
            case Reply.Later(var after, String why) -> wrong(where, why);
            case Reply.Lost(String why) -> wrong(where, why);
            case Reply.Refused(String why) -> wrong(where, why);
        };
    }

    private static Finding wrong(String where, String why) {
        return Finding.toDo(
                ABOUT, where + ": " + why + "; check `tickets` in the team file and the token");
    }
}

package io.muster.app.ticket;

import io.muster.app.SecretVariables;
import io.muster.core.roster.TicketSystem;

import java.util.Optional;

/** Whether tickets can be opened, for {@code doctor}. Opens none. */
public final class TicketCheckup {
    private TicketCheckup() {}

    /** One thing that was looked at; it is well, or the words say what to do. */
    public record Line(boolean ok, String words) {}

    /** Asks the ticket system for the project, with the token. */
    public static Line examine(TicketSystem system, SecretVariables variables) {
        String where =
                system.address() + (system.project().isBlank() ? "" : ", " + system.project());
        if (variables.find(system.tokenFrom()).isEmpty()) {
            return new Line(
                    false,
                    where
                            + " has no token: set "
                            + system.tokenFrom()
                            + "; until then no tickets are opened");
        }
        Tracker tracker =
                new TicketOffice(Optional.of(system), variables, "").tracker().orElseThrow();
        return switch (tracker.check()) {
            case Reply.Done ignored ->
                    new Line(true, where + " answers, takes the token and is there");
            case Reply.Opened ignored -> new Line(true, where + " answers");
            case Reply.Absent ignored -> new Line(false, where + " is not there");
            case Reply.Later(var after, String why) -> wrong(where, why);
            case Reply.Lost(String why) -> wrong(where, why);
            case Reply.Refused(String why) -> wrong(where, why);
        };
    }

    private static Line wrong(String where, String why) {
        return new Line(
                false, where + ": " + why + "; check `tickets` in the team file and the token");
    }
}

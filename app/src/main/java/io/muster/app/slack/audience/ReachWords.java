package io.muster.app.slack.audience;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Roster;

import java.util.List;

/** What becomes of telling those who are not in Slack; their addresses follow. */
final class ReachWords {
    private ReachWords() {}

    static String of(IncidentView view, Roster roster, Audience audience) {
        List<Reach> mails = view.incident().dossier().reaches().mailsTo(audience.role().value());
        if (!mails.isEmpty() && mails.getLast().isOpen()) {
            return "A mail is on its way since "
                    + Mrkdwn.dateTime(mails.getLast().ordered())
                    + ", not yet taken by the mail server: ";
        }
        if (!mails.isEmpty() && mails.getLast().hasFailed()) {
            String why = mails.getLast().outcome().map(Reach.Outcome::words).orElse("");
            return "To do by hand, the mail failed (" + Mrkdwn.escape(why) + "): ";
        }
        boolean byItself =
                roster.reach().mail()
                        && !view.incident().header().drill()
                        && audience.owed().filter(c -> c.when() != Cell.When.AT_ONCE).isPresent();
        return byItself
                ? "Not in Slack; Muster mails them by itself: "
                : "To do by hand, not in Slack: ";
    }
}

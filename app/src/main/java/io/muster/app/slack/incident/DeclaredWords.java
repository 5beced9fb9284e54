package io.muster.app.slack.incident;

import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.policy.Policy;
import io.muster.db.incident.BoardRow;

import java.util.List;
import java.util.Locale;

/** What whoever declared or reported is told to do next. */
final class DeclaredWords {
    private DeclaredWords() {}

    /**
     * @param open what the same person sees open: perhaps it is the same thing
     */
    static String afterDeclare(Incident incident, List<BoardRow> open) {
        String where =
                incident.room()
                        .map(Room::channel)
                        .map(channel -> "Work together in " + Mrkdwn.channel(channel) + ".")
                        .orElse(
                                "Its channel is being opened; you will be brought in within seconds.");
        return where + " There: press *Acknowledge* if you take it up." + twins(incident, open);
    }

    /** Two people often see the same thing; nobody is kept from declaring, but both are told. */
    private static String twins(Incident incident, List<BoardRow> open) {
        return open.stream()
                .filter(row -> !row.id().equals(incident.id()))
                .filter(row -> alike(row.title(), incident.header().title()))
                .findFirst()
                .map(row ->
                        "\n⚠️ "
                                + row.id()
                                + " has the same title and is open"
                                + row.channel().map(c -> ", in " + Mrkdwn.channel(c)).orElse("")
                                + ". If it is the same thing, work there and end this one: `/incident"
                                + " dismiss "
                                + incident.id()
                                + " same as "
                                + row.id()
                                + "`.")
                .orElse("");
    }

    private static boolean alike(FreeText one, FreeText other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(FreeText text) {
        return text.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    static String afterReport(Incident incident, Policy policy) {
        String who =
                incident.crew().inside().size() > 1
                        ? "Those who handle security reports have been told; nobody else sees it."
                        : "It is written down and nobody else sees it. Nobody holds the roles that should"
                                + " be told, so please also write to the contact below.";
        return who + " Security contact: " + Mrkdwn.escape(policy.reporting().contact());
    }
}

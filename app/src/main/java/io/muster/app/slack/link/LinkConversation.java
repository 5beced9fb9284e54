package io.muster.app.slack.link;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;

/** Where is it? An address to point others at. */
public final class LinkConversation implements Conversation {
    private final Reception reception;
    private final IncidentLinks links;

    /** In front of this reception. */
    public LinkConversation(Reception reception, IncidentLinks links) {
        this.reception = reception;
        this.links = links;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("link", "", "a link to this incident, to post anywhere", this::link)
                .button(LinkCard.OPEN, pressed -> Answer.silence());
    }

    private Answer link(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception
                                .view(id, typed.by())
                                .map(view -> Answer.whisper(words(view)))
                                .orElseGet(reception::nothingHere));
    }

    private String words(IncidentView view) {
        return links.to(view.incident().id())
                .map(link -> "`" + Mrkdwn.escape(link) + "`\n" + what(view))
                .orElseGet(() -> "There are no links yet: set MUSTER_PUBLIC_URL." + channel(view));
    }

    private static String what(IncidentView view) {
        return view.incident().header().isPrivate()
                ? "The page behind it says nothing, and what it shows in Slack it shows in this"
                        + " incident's own channel only."
                : "Posted in Slack it shows how the incident stands, once the app may show links"
                        + " of that domain; the page behind it says nothing.";
    }

    private static String channel(IncidentView view) {
        return view.incident()
                .room()
                .map(room -> " Point at the channel meanwhile: " + Mrkdwn.channel(room.channel()))
                .orElse("");
    }
}

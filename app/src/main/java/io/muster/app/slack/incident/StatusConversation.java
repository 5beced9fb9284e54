package io.muster.app.slack.incident;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.status.SubscriberCount;
import io.muster.core.incident.IncidentId;
import io.muster.db.incident.BoardRow;

import java.util.List;
import java.util.Optional;

/** How does it stand, and what else is open? */
public final class StatusConversation implements Conversation {
    private final Reception reception;
    private final DeclareConversation declaring;
    private final SubscriberCount subscribers;

    /** In front of this reception. */
    public StatusConversation(
            Reception reception, DeclareConversation declaring, SubscriberCount subscribers) {
        this.reception = reception;
        this.declaring = declaring;
        this.subscribers = subscribers;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("status", "", "this incident's card", this::status)
                .verb("list", "", "open incidents", this::list)
                .bare(this::bare);
    }

    /** The command alone: the card inside an incident's channel, the form elsewhere. */
    private Answer bare(Typed typed) {
        Optional<IncidentId> here = typed.from().channel().flatMap(reception.records()::inChannel);
        return here.map(id -> card(typed, id))
                .orElseGet(() -> declaring.openForm(typed.from(), Optional.empty(), ""));
    }

    private Answer status(Typed typed) {
        return typed.rest().strip().equalsIgnoreCase("subscribers")
                ? Answer.whisper(Mrkdwn.escape(subscribers.words(typed.by())))
                : reception.about(typed, (id, rest) -> card(typed, id));
    }

    private Answer card(Typed typed, IncidentId id) {
        return reception
                .view(id, typed.by())
                .map(view ->
                        Answer.whisper(
                                OlderPolicy.below(IncidentCard.of(view), view, reception.policy())))
                .orElseGet(reception::nothingHere);
    }

    private Answer list(Typed typed) {
        List<BoardRow> open = reception.records().open(typed.by());
        return open.isEmpty()
                ? Answer.whisper(
                        "No incident is open that you can see. To declare one: `/incident declare`.")
                : Answer.whisper("*Open incidents*\n" + Reception.lines(open));
    }
}

package io.muster.app.slack.statuspage;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.status.SubscriberCount;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.StatusPageCommand;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.PublicPage;

import java.util.List;
import java.util.Optional;

/** Telling the public on the status page. */
public final class StatusPageConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;
    private final Optional<PublicPage> page;
    private final SubscriberCount subscribers;

    /**
     * In front of this reception.
     *
     * @param page as the team file describes it, if it does
     */
    public StatusPageConversation(
            Reception reception,
            Modals modals,
            Optional<PublicPage> page,
            SubscriberCount subscribers) {
        this.reception = reception;
        this.modals = modals;
        this.page = page;
        this.subscribers = subscribers;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("statuspage", "[subscribers]", "tell the public on the status page", this::typed)
                .alias("status-page", "statuspage")
                .button("statuspage", this::pressed)
                .modal(StatusPageModal.CALLBACK, this::submitted);
    }

    private Answer typed(Typed typed) {
        return typed.rest().strip().equalsIgnoreCase("subscribers")
                ? Answer.whisper(Mrkdwn.escape(subscribers.words(typed.by())))
                : reception.about(
                        typed, (id, rest) -> open(typed.from().trigger(), id, typed.by()));
    }

    private Answer pressed(Pressed pressed) {
        return pressed.incident()
                .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        if (view.get().incident().header().isPrivate()) {
            return Answer.whisper(
                    id
                            + " is private, so nothing of it goes on the status page. If users notice"
                            + " something, declare an incident about what they notice.");
        }
        if (page.isEmpty()) {
            return Answer.whisper(
                    "Muster has no status page yet: describe it in the team file under `status-page`."
                            + " For a page elsewhere, write the words with"
                            + " `/incident draft status-page`.");
        }
        return trigger.filter(t -> modals.open(t, StatusPageModal.of(view.get(), page.get())))
                        .isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Type `/incident statuspage` again.");
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<StatusPageModal.About> about = StatusPageModal.About.parse(form.metadata());
        Optional<IncidentView> view = about.flatMap(a -> reception.view(a.incident(), form.by()));
        if (view.isEmpty() || page.isEmpty()) {
            return ModalAnswer.close();
        }
        Bulletin bulletin = StatusPageModal.read(form, about.get(), page.get());
        if (about.get().overtaken(view.get(), bulletin)) {
            return ModalAnswer.show(StatusPageModal.again(view.get(), page.get(), bulletin.text()));
        }
        StatusPageCommand command = new StatusPageCommand.PublishStatus(bulletin);
        return switch (reception.askAll(about.get().incident(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) ->
                    ModalAnswer.refused(StatusPageModal.TEXT + about.get().suffix(), words);
        };
    }
}

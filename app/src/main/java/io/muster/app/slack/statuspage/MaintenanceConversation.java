package io.muster.app.slack.statuspage;

import com.slack.api.model.view.View;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.status.MaintenanceDesk;
import io.muster.core.Phrase;
import io.muster.core.statuspage.PlannedWork;
import io.muster.core.statuspage.PublicPage;

import java.util.Optional;

/** Announcing work to the public, and calling it off. */
public final class MaintenanceConversation implements Conversation {
    private final MaintenanceDesk desk;
    private final Modals modals;
    private final Optional<PublicPage> page;

    /**
     * In front of this desk.
     *
     * @param page as the team file describes it, if it does
     */
    public MaintenanceConversation(MaintenanceDesk desk, Modals modals, Optional<PublicPage> page) {
        this.desk = desk;
        this.modals = modals;
        this.page = page;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("maintenance", "", "announce planned work on the status page", this::typed)
                .button(MaintenanceModal.CANCEL, this::cancelled)
                .modal(MaintenanceModal.CALLBACK, this::submitted);
    }

    private Answer typed(Typed typed) {
        if (page.isEmpty()) {
            return Answer.whisper(
                    "Muster has no status page yet: describe it in the team file under"
                            + " `status-page`.");
        }
        Optional<String> refusal = desk.refusal(typed.by());
        if (refusal.isPresent()) {
            return Answer.whisper(Mrkdwn.escape(refusal.get()));
        }
        return typed.from()
                        .trigger()
                        .filter(t ->
                                modals.open(t, MaintenanceModal.of(page.get(), desk.planned())))
                        .isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Type `/incident maintenance` again.");
    }

    private Answer cancelled(Pressed pressed) {
        Optional<Long> id =
                pressed.value().stream()
                        .findFirst()
                        .filter(v -> v.matches("\\d{1,18}"))
                        .map(Long::valueOf);
        Optional<Phrase> refusal =
                id.flatMap(work -> desk.callOff(work, pressed.by(), pressed.knock()));
        if (pressed.inView().isEmpty() || page.isEmpty()) {
            return refusal.map(Answer::whisper).orElseGet(Answer::silence);
        }
        View now = MaintenanceModal.of(page.get(), desk.planned());
        modals.refresh(
                pressed.inView().get(),
                refusal.map(words -> Forms.saying(Message.of(Mrkdwn.of(words)), now)).orElse(now));
        return Answer.silence();
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<PlannedWork> work = page.flatMap(p -> MaintenanceModal.read(form, p));
        if (work.isEmpty()) {
            return ModalAnswer.error(MaintenanceModal.FROM, "Say when it begins and ends.");
        }
        return desk.announce(work.get(), form.by(), form.knock())
                .map(words -> ModalAnswer.refused(MaintenanceModal.TO, words))
                .orElseGet(ModalAnswer::close);
    }
}

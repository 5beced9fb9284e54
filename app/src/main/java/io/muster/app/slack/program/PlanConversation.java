package io.muster.app.slack.program;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.program.Cause;
import io.muster.core.program.ProgramCommand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which plan do we follow, and do we keep it alive? Recording that a review was held. */
public final class PlanConversation implements Conversation {
    private static final String REVIEW = "plan-review";
    private static final String MINUTES = "minutes";
    private static final String LINK = "link";
    private static final String HELD = "held";

    private final Reception reception;
    private final Modals modals;
    private final ProgramDesk program;

    /** In front of this reception; the plan is asked for at its own desk. */
    public PlanConversation(Reception reception, Modals modals, ProgramDesk program) {
        this.reception = reception;
        this.modals = modals;
        this.program = program;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("plan", "", "the plan, and what is owed to it", typed -> open(typed.from()))
                .alias("program", "plan")
                .button("plan", pressed -> open(pressed.from()))
                .button(REVIEW, this::openReview)
                .modal(REVIEW, this::recorded);
    }

    private Answer open(Delivered from) {
        PlanSheet sheet = sheet();
        return from.trigger().filter(t -> modals.open(t, sheet.view())).isPresent()
                ? Answer.silence()
                : Answer.whisper(asMessage(sheet.blocks()));
    }

    private PlanSheet sheet() {
        return new PlanSheet(program.seen(), reception.office().roster());
    }

    /** What can be read without a form; its buttons are in the reminders too. */
    private static Message asMessage(List<LayoutBlock> blocks) {
        String text =
                blocks.stream()
                        .filter(SectionBlock.class::isInstance)
                        .map(SectionBlock.class::cast)
                        .filter(s -> s.getText() != null)
                        .map(s -> s.getText().getText())
                        .collect(Collectors.joining("\n"));
        return new Message(text, blocks);
    }

    /** In the plan's own sheet the form takes its place; elsewhere it opens. */
    private Answer openReview(Pressed pressed) {
        Optional<Obligation> owed =
                id(pressed.value().stream().findFirst().orElse(""))
                        .flatMap(id -> program.seen().program().obligations().find(id))
                        .filter(Obligation::isOpen);
        if (owed.isEmpty()) {
            return Answer.whisper("That is recorded already. `/incident plan` shows what is owed.");
        }
        View form = form(owed.get());
        if (pressed.inView().isPresent()) {
            modals.refresh(pressed.inView().get(), form);
            return Answer.silence();
        }
        return pressed.from().trigger().filter(t -> modals.open(t, form)).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Press again.");
    }

    private View form(Obligation owed) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Cause> causes = program.seen().program().causesOf(owed.id());
        blocks.add(
                Shapes.context(
                        "*"
                                + Mrkdwn.escape(owed.title())
                                + "*, due "
                                + Mrkdwn.dateTime(owed.due())
                                + (causes.isEmpty()
                                        ? ""
                                        : ", because of "
                                                + causes.stream()
                                                        .limit(10)
                                                        .map(Cause::words)
                                                        .collect(Collectors.joining(", ")))));
        blocks.add(
                Forms.lines(
                        MINUTES,
                        "What came of it?",
                        "Who was there, what was looked at, what changes.",
                        "",
                        false));
        blocks.add(
                Forms.lines(LINK, "Where are the minutes?", "A link, if there are any.", "", true));
        blocks.add(Forms.when(HELD, "When was it held?", "Leave empty for just now."));
        return Forms.modal(REVIEW, "Record review", "Record", owed.id().toString(), blocks);
    }

    private ModalAnswer recorded(Submitted form) {
        Optional<ObligationId> id = id(form.metadata());
        if (id.isEmpty()) {
            return ModalAnswer.close();
        }
        Optional<Phrase> refused =
                program.handle(
                        new ProgramCommand.RecordReview(
                                id.get(), form.instant(HELD), form.text(MINUTES), form.text(LINK)),
                        form.knock());
        return refused.map(words -> ModalAnswer.refused(MINUTES, words))
                .orElseGet(() -> new ModalAnswer.Show(sheet().view()));
    }

    private static Optional<ObligationId> id(String text) {
        return text.matches("[a-z.][a-z0-9.-]{0,80}/\\d{1,6}")
                ? Optional.of(ObligationId.parse(text))
                : Optional.empty();
    }
}

package io.muster.app.slack.checklist;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be done, phase by phase, ticked where it stands. */
public final class ChecklistConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public ChecklistConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("checklist", "", "what has to be done; tick it off", this::typed)
                .alias("task", "checklist")
                .alias("tasks", "checklist")
                .button(
                        "checklist",
                        pressed ->
                                pressed.incident()
                                        .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                                        .orElseGet(reception::nothingHere))
                .button(ChecklistModal.TICK, this::ticked);
    }

    private Answer typed(Typed typed) {
        return reception.about(typed, (id, rest) -> open(typed.from().trigger(), id, typed.by()));
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, ChecklistModal.of(view.get()))).isPresent()
                ? Answer.silence()
                : Answer.whisper(asText(view.get()));
    }

    /** A box was ticked or cleared: the element tells all that are ticked now. */
    private Answer ticked(Pressed pressed) {
        Optional<IncidentView> view = viewOf(pressed);
        String[] group = pressed.parameter().split("/", 2);
        if (view.isEmpty() || group.length < 2 || !group[1].matches("\\d{1,2}")) {
            return reception.nothingHere();
        }
        Optional<Phase> phase = view.get().policy().phase(new PhaseName(group[0]));
        List<IncidentCommand> commands =
                phase.map(p -> changes(p, Integer.parseInt(group[1]), pressed.value(), view.get()))
                        .orElse(List.of());
        if (commands.isEmpty()) {
            return Answer.silence();
        }
        Outcome outcome = reception.askAll(view.get().incident().id(), commands, pressed.knock());
        pressed.inView()
                .ifPresent(sheet ->
                        viewOf(pressed)
                                .ifPresent(now -> modals.refresh(sheet, ChecklistModal.of(now))));
        return reception.tell(outcome, after -> Answer.silence());
    }

    private Optional<IncidentView> viewOf(Pressed pressed) {
        return pressed.inView()
                .flatMap(sheet -> Numbers.incident(sheet.metadata()))
                .flatMap(id -> reception.view(id, pressed.by()));
    }

    private static List<IncidentCommand> changes(
            Phase phase, int group, List<String> ticked, IncidentView view) {
        List<IncidentCommand> commands = new ArrayList<>();
        for (Item item : ChecklistModal.group(phase, group, view)) {
            boolean should = ticked.contains(item.name().value());
            boolean is = view.incident().checklists().done(item.name());
            if (should && !is) {
                commands.add(new IncidentCommand.Tick(item.name()));
            } else if (!should && is) {
                commands.add(new IncidentCommand.Untick(item.name()));
            }
        }
        return commands;
    }

    private static String asText(IncidentView view) {
        StringBuilder text = new StringBuilder("*" + view.incident().id() + " checklist*");
        for (Phase phase : view.policy().phases()) {
            text.append("\n*")
                    .append(Mrkdwn.escape(phase.title()))
                    .append("* ")
                    .append(view.progress(phase));
            for (Item item : view.items(phase)) {
                text.append("\n")
                        .append(view.incident().checklists().done(item.name()) ? "☑️ " : "◻️ ")
                        .append(Mrkdwn.escape(item.text()));
            }
        }
        return text.toString();
    }
}

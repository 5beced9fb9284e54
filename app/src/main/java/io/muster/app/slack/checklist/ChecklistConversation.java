package io.muster.app.slack.checklist;

import com.slack.api.model.view.View;

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
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        ways.verb("checklist", "[phase]", "what has to be done; tick it off", this::typed)
                .alias("tasks", "checklist")
                .button("checklist", this::turn)
                .button(ChecklistModal.TURN, this::turn)
                .button(ChecklistModal.TICK, this::ticked)
                .button(ChecklistModal.PICK, this::picked)
                .modal(ItemModal.CALLBACK, this::saved);
    }

    /** The sheet of the phase that was named, or of the one where work goes on. */
    Answer typed(Typed typed) {
        return reception.about(
                typed, (id, rest) -> open(typed.from().trigger(), id, typed.by(), rest.rest()));
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by, String said) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        Phase phase = phase(view.get(), said).orElseGet(() -> ChecklistModal.first(view.get()));
        View sheet = ChecklistModal.of(view.get(), phase, 0, Optional.empty());
        return trigger.filter(t -> modals.open(t, sheet)).isPresent()
                ? Answer.silence()
                : Answer.whisper(asText(view.get(), phase));
    }

    /** From the card a sheet opens; from a modal it takes the modal's place. */
    private Answer turn(Pressed pressed) {
        Optional<IncidentId> id = pressed.incident();
        if (id.isEmpty()) {
            return reception.nothingHere();
        }
        if (pressed.inView().isEmpty()) {
            return open(pressed.from().trigger(), id.get(), pressed.by(), pressed.detail());
        }
        Optional<IncidentView> view = reception.view(id.get(), pressed.by());
        view.ifPresent(v ->
                refresh(
                        pressed,
                        ChecklistModal.of(
                                v,
                                phase(v, pressed.detail()).orElseGet(() -> ChecklistModal.first(v)),
                                nextTurn(pressed),
                                Optional.empty())));
        return Answer.silence();
    }

    /** A box was ticked or cleared: the element tells all that are ticked now. */
    private Answer ticked(Pressed pressed) {
        Optional<Sheet> sheet = sheet(pressed);
        Optional<IncidentView> view =
                sheet.flatMap(s -> reception.view(s.incident(), pressed.by()));
        String[] group = pressed.parameter().split("/", 2);
        if (view.isEmpty() || group.length < 2 || !group[1].matches("\\d{1,2}")) {
            return reception.nothingHere();
        }
        Optional<Phase> phase = view.get().policy().phase(new PhaseName(group[0]));
        if (phase.isEmpty()) {
            return reception.nothingHere();
        }
        List<IncidentCommand> commands =
                changes(
                        phase.get(),
                        Integer.parseInt(group[1]),
                        pressed.value(),
                        sheet.orElseThrow(),
                        view.get());
        Optional<Phrase> refusal =
                commands.isEmpty()
                        ? Optional.empty()
                        : refusal(
                                reception.askAll(
                                        view.get().incident().id(), commands, pressed.knock()));
        reception
                .view(view.get().incident().id(), pressed.by())
                .ifPresent(now ->
                        refresh(
                                pressed,
                                ChecklistModal.of(now, phase.get(), nextTurn(pressed), refusal)));
        return Answer.silence();
    }

    /** Only what this person changed: a box that was ticked elsewhere meanwhile stays as it is. */
    private static List<IncidentCommand> changes(
            Phase phase, int group, List<String> ticked, Sheet sheet, IncidentView view) {
        List<IncidentCommand> commands = new ArrayList<>();
        for (Item item : ChecklistModal.group(phase, group, view)) {
            boolean should = ticked.contains(item.name().value());
            boolean was = sheet.wasTicked(group, ChecklistModal.place(phase, group, item));
            boolean is = view.incident().checklists().done(item.name());
            if (should && !was && !is) {
                commands.add(new IncidentCommand.Tick(item.name()));
            } else if (!should && was && is) {
                commands.add(new IncidentCommand.Untick(item.name()));
            }
        }
        return commands;
    }

    private Answer picked(Pressed pressed) {
        Optional<Sheet> sheet = sheet(pressed);
        Optional<IncidentView> view =
                sheet.flatMap(s -> reception.view(s.incident(), pressed.by()));
        Optional<Item> item =
                view.flatMap(v ->
                        pressed.value().stream()
                                .findFirst()
                                .flatMap(name -> v.policy().item(new ItemName(name))));
        if (item.isEmpty()) {
            return reception.nothingHere();
        }
        refresh(pressed, ItemModal.of(view.orElseThrow(), item.get(), sheet.orElseThrow()));
        return Answer.silence();
    }

    /** What was said of one item; then the sheet comes back. */
    private ModalAnswer saved(Submitted form) {
        Optional<Sheet> sheet = Sheet.parse(form.metadata());
        Optional<IncidentView> view = sheet.flatMap(s -> reception.view(s.incident(), form.by()));
        Optional<Item> item =
                view.flatMap(
                        v -> sheet.flatMap(Sheet::item).flatMap(name -> v.policy().item(name)));
        if (item.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = ItemModal.commands(form, view.orElseThrow(), item.get());
        Sheet from = sheet.orElseThrow();
        Optional<Phrase> refusal =
                commands.isEmpty()
                        ? Optional.empty()
                        : refusal(reception.askAll(from.incident(), commands, form.knock()));
        return refusal.map(words -> ModalAnswer.refused(ItemModal.field(form), words))
                .orElseGet(() -> back(from, form.by()));
    }

    private ModalAnswer back(Sheet from, PersonId by) {
        return reception
                .view(from.incident(), by)
                .<ModalAnswer>flatMap(now ->
                        now.policy()
                                .phase(from.phase())
                                .map(phase ->
                                        new ModalAnswer.Show(
                                                ChecklistModal.of(
                                                        now,
                                                        phase,
                                                        from.turn() + 1,
                                                        Optional.empty()))))
                .orElseGet(ModalAnswer::close);
    }

    private void refresh(Pressed pressed, View changed) {
        pressed.inView().ifPresent(sheet -> modals.refresh(sheet, changed));
    }

    private static Optional<Sheet> sheet(Pressed pressed) {
        return pressed.inView().flatMap(v -> Sheet.parse(v.metadata()));
    }

    private static int nextTurn(Pressed pressed) {
        return sheet(pressed).map(s -> s.turn() + 1).orElse(1);
    }

    private static Optional<Phrase> refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Phrase words)
                ? Optional.of(words)
                : Optional.empty();
    }

    /** People type the name, the title, or the beginning of either. */
    private static Optional<Phase> phase(IncidentView view, String words) {
        String said = words.strip().toLowerCase(Locale.ROOT);
        return said.isEmpty()
                ? Optional.empty()
                : view.policy().phases().stream()
                        .filter(p ->
                                p.name().value().startsWith(said)
                                        || p.title().toLowerCase(Locale.ROOT).startsWith(said))
                        .findFirst();
    }

    private static String asText(IncidentView view, Phase phase) {
        StringBuilder text =
                new StringBuilder("*" + view.incident().id() + " · ")
                        .append(Mrkdwn.escape(phase.title()))
                        .append("* ")
                        .append(view.progress(phase));
        for (Item item : view.items(phase)) {
            boolean settled = view.incident().checklists().settled(item.name());
            text.append("\n")
                    .append(settled ? "☑️ " : "◻️ ")
                    .append(Mrkdwn.escape(item.text()))
                    .append(" `")
                    .append(item.name())
                    .append("`");
        }
        return text.append("\nTick with `/incident task done <item>`.").toString();
    }
}

package io.muster.app.slack.action;

import com.slack.api.model.view.ViewState;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.action.ActionItem;
import io.muster.core.action.ActionKind;
import io.muster.core.incident.ActionCommand;
import io.muster.core.incident.IncidentCommand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the filled-in form of an action item says. */
final class ActionChanges {
    private ActionChanges() {}

    /**
     * What the form's writer changed and is not so yet, in an order in which each can follow the
     * other.
     */
    static List<IncidentCommand> of(Submitted form, ActionItem item, IncidentView view) {
        int number = item.number();
        String suffix = ActionForms.suffix(number);
        FreeText why = form.text(ActionForms.WHY + suffix);
        List<IncidentCommand> commands = new ArrayList<>();
        described(form, item).ifPresent(commands::add);
        form.person(ActionForms.OWNER + suffix)
                .filter(p -> form.changed(ActionForms.OWNER + suffix))
                .filter(p -> item.isOpen() && !p.equals(item.owner()))
                .ifPresent(p -> commands.add(new ActionCommand.HandOverAction(number, p, why)));
        date(form, ActionForms.DUE + suffix)
                .filter(d -> form.changed(ActionForms.DUE + suffix))
                .filter(d -> item.isOpen() && !d.equals(ActionForms.day(view, item.due())))
                .ifPresent(d -> commands.add(new ActionCommand.RescheduleAction(number, d, why)));
        form.choice(ActionForms.STATE + suffix)
                .map(ActionItem.State::valueOf)
                .filter(state -> form.changed(ActionForms.STATE + suffix))
                .filter(state -> state != item.state())
                .map(state -> move(number, state, why))
                .ifPresent(commands::add);
        return commands;
    }

    /** Its words are said all at once; those that were left alone are said as they are now. */
    private static Optional<IncidentCommand> described(Submitted form, ActionItem item) {
        String suffix = ActionForms.suffix(item.number());
        ActionCommand.DescribeAction said =
                new ActionCommand.DescribeAction(
                        item.number(),
                        text(form, ActionForms.TEXT + suffix, item.text()),
                        asks(form, ActionForms.KIND + suffix)
                                        && form.changed(ActionForms.KIND + suffix)
                                ? kind(form, suffix)
                                : item.kind(),
                        text(form, ActionForms.PROOF + suffix, item.verification()),
                        text(form, ActionForms.TICKET + suffix, item.ticket()));
        ActionCommand.DescribeAction now =
                new ActionCommand.DescribeAction(
                        item.number(),
                        item.text(),
                        item.kind(),
                        item.verification(),
                        item.ticket());
        return Optional.<IncidentCommand>of(said).filter(c -> !c.equals(now));
    }

    private static FreeText text(Submitted form, String field, FreeText now) {
        return asks(form, field) && form.changed(field) ? form.text(field) : now;
    }

    /** What the form did not ask for stays as it is. */
    private static boolean asks(Submitted form, String block) {
        return form.values().containsKey(block);
    }

    private static IncidentCommand move(int number, ActionItem.State to, FreeText why) {
        return switch (to) {
            case OPEN -> new ActionCommand.ReopenAction(number, why);
            case DONE -> new ActionCommand.FinishAction(number, why);
            case VERIFIED -> new ActionCommand.VerifyAction(number, why);
            case DROPPED -> new ActionCommand.DropAction(number, why);
        };
    }

    static ActionKind kind(Submitted form, String suffix) {
        return form.choice(ActionForms.KIND + suffix)
                .map(ActionKind::valueOf)
                .orElse(ActionKind.PREVENT);
    }

    static Optional<LocalDate> date(Submitted form, String block) {
        return Optional.ofNullable(form.values().get(block))
                .flatMap(actions -> actions.values().stream().findFirst())
                .map(ViewState.Value::getSelectedDate)
                .map(LocalDate::parse);
    }
}

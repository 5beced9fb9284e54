package io.muster.core.incident;

import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.NotApplicable;
import io.muster.core.checklist.Reference;

/** What became of the checklist items after it. */
final class TaskFold {
    private TaskFold() {}

    static Checklists after(Checklists before, TaskEvent event, Happened happened) {
        return switch (event) {
            case TaskEvent.ItemNotApplicable e ->
                    before.with(
                            e.item(), new NotApplicable(happened.by(), happened.at(), e.because()));
            case TaskEvent.ItemAssigned e -> before.with(e.item(), e.person());
            case TaskEvent.ItemLinked e ->
                    before.with(
                            e.item(), new Reference(e.reference(), happened.by(), happened.at()));
            case TaskEvent.GateOverridden ignored -> before; // for one act, which has happened
        };
    }
}

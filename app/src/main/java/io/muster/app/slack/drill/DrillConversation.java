package io.muster.app.slack.drill;

import com.slack.api.model.view.View;

import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.drill.Conclusion.Verdict;
import io.muster.core.drill.DrillPlan;
import io.muster.core.drill.Inject;
import io.muster.core.incident.DrillCommand;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Source;
import io.muster.core.policy.SeverityName;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A drill begins, something is thrown in, something is found, it ends with its report. */
public final class DrillConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public DrillConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "drill",
                        "[kind] [severity] [x10] [title] | inject | finding | end",
                        "run an exercise, throw something in, end it",
                        this::typed)
                .button(DrillForms.START, this::startForDuty)
                .button(DrillForms.END, this::openEnd)
                .modal(DrillForms.START, this::started)
                .modal(DrillForms.END, this::ended);
    }

    private Answer typed(Typed typed) {
        String[] words = Typing.split(typed.rest());
        Typed after = new Typed(typed.from(), words[1], Typing.split(typed.raw())[1]);
        return switch (words[0]) {
            case "inject" -> act(after, DrillCommand.PlayInject::new, "Thrown in, for all to see.");
            case "finding" -> act(after, DrillCommand.RecordFinding::new, "Recorded.");
            case "end" ->
                    reception.about(
                            after, (id, rest) -> openEnd(typed.from().trigger(), id, typed.by()));
            default -> start(typed);
        };
    }

    private Answer act(Typed typed, Function<FreeText, IncidentCommand> command, String done) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                command.apply(FreeText.of(rest.rest())),
                                typed.knock(),
                                after -> Answer.whisper(done)));
    }

    private Answer start(Typed typed) {
        DrillWords words = DrillWords.read(typed.rest(), reception.policy());
        if (words.severity().isEmpty() || words.title().isBlank()) {
            View form = DrillForms.start(words, reception.policy());
            return typed.from().trigger().filter(t -> modals.open(t, form)).isPresent()
                    ? Answer.silence()
                    : Answer.whisper(
                            "The form did not open in time. Type it in one line: `/incident drill "
                                    + reception.policy().severities().getFirst().name()
                                    + " Restore the database`.");
        }
        Outcome outcome =
                declare(
                        words.title(),
                        FreeText.NONE,
                        words.severity().get().name(),
                        new DrillPlan(words.kind(), words.pace(), List.of()),
                        typed.knock());
        return reception.tell(outcome, drill -> Answer.whisper(declared(drill)));
    }

    private Outcome declare(
            String title, FreeText scenario, SeverityName severity, DrillPlan plan, Knock knock) {
        return reception.declare(
                new IncidentCommand.Declare(
                        FreeText.of(title),
                        scenario,
                        severity,
                        Optional.empty(),
                        false,
                        false,
                        true,
                        Source.EMPLOYEE,
                        Optional.empty(),
                        Optional.of(plan)),
                knock);
    }

    private static String declared(Incident drill) {
        return "🧪 *DRILL · "
                + drill.id()
                + "* "
                + Mrkdwn.escape(drill.header().title())
                + " has begun. Its channel is being opened; you will be brought in within seconds. There:"
                + " `/incident drill inject …` throws something in, `/incident drill finding …` keeps what"
                + " you learn, *End the drill* ends it.";
    }

    /** From a reminder, or from the plan itself, where the form takes its place. */
    private Answer startForDuty(Pressed pressed) {
        String kind = pressed.value().stream().findFirst().orElse("");
        View form = DrillForms.start(DrillWords.read(kind, reception.policy()), reception.policy());
        if (pressed.inView().isPresent()) {
            modals.refresh(pressed.inView().get(), form);
            return Answer.silence();
        }
        return pressed.from().trigger().filter(t -> modals.open(t, form)).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Press again.");
    }

    private ModalAnswer started(Submitted form) {
        String injects = form.text(DrillForms.INJECTS).text();
        Optional<String> wrong = Injects.wrong(injects);
        if (wrong.isPresent()) {
            return ModalAnswer.error(DrillForms.INJECTS, wrong.get());
        }
        List<Inject> planned = Injects.read(injects);
        Outcome outcome =
                declare(
                        form.text(DrillForms.TITLE).text(),
                        form.text(DrillForms.SCENARIO),
                        new SeverityName(form.choice(DrillForms.SEVERITY).orElse("")),
                        new DrillPlan(form.choice(DrillForms.KIND), pace(form), planned),
                        form.knock());
        return switch (outcome) {
            case Outcome.Done(Incident drill, var ignored) ->
                    new ModalAnswer.Show(
                            Forms.sheet(
                                    "declared",
                                    drill.id() + " has begun",
                                    "",
                                    List.of(Shapes.section(declared(drill)))));
            case Outcome.Refused(var words) -> ModalAnswer.refused(DrillForms.TITLE, words);
        };
    }

    private static int pace(Submitted form) {
        return form.choice(DrillForms.PACE)
                .filter(n -> n.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private Answer openEnd(Pressed pressed) {
        return pressed.incident()
                .map(id -> openEnd(pressed.from().trigger(), id, pressed.by()))
                .orElseGet(reception::nothingHere);
    }

    private Answer openEnd(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        if (!view.get().incident().header().drill()) {
            return Answer.whisper(id + " is no drill. To start one: `/incident drill`.");
        }
        View form = DrillForms.end(view.get(), reception.policy());
        return trigger.filter(t -> modals.open(t, form)).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Press again.");
    }

    private ModalAnswer ended(Submitted form) {
        if (form.incident().isEmpty()) {
            return ModalAnswer.close();
        }
        IncidentCommand command =
                new DrillCommand.Conclude(
                        form.choice(DrillForms.VERDICT)
                                .map(Verdict::valueOf)
                                .orElse(Verdict.ABANDONED),
                        form.choice(DrillForms.KIND),
                        form.text(DrillForms.TESTED),
                        form.text(DrillForms.RESULT),
                        form.text(DrillForms.ACTIONS));
        return switch (reception.askAll(form.incident().get(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) -> ModalAnswer.refused(DrillForms.TESTED, words);
        };
    }
}

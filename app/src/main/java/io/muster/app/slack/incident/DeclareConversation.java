package io.muster.app.slack.incident;

import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pinned;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.Whispers;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Source;
import io.muster.core.incident.TalkCommand;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Reporting;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;
import io.muster.core.talk.Quoted;

import java.util.List;
import java.util.Optional;

/** Something is wrong: declared in one line, with a form, or reported in private. */
public final class DeclareConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;
    private final Whispers whispers;

    /** In front of this reception. */
    public DeclareConversation(Reception reception, Modals modals, Whispers whispers) {
        this.reception = reception;
        this.modals = modals;
        this.whispers = whispers;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("declare", "[severity] [title]", "declare an incident", this::declare)
                .alias("new", "declare")
                .alias("open", "declare")
                .alias("create", "declare")
                .verb("report", "[title]", "report a suspicion in private", this::report)
                .button("declare", pressed -> openForm(pressed.from(), Optional.empty(), ""))
                .button("report", pressed -> openReport(pressed.from(), ""))
                .modal(DeclareModal.DECLARE, this::submitted)
                .modal(DeclareModal.REPORT, this::reported);
    }

    /** The form, for whoever typed the command alone outside an incident's channel. */
    public Answer openForm(Delivered from, Optional<String> severity, String title) {
        return open(from, severity, title, FreeText.NONE, "");
    }

    /** The form, for whoever used the shortcut that belongs to no message. */
    public Answer openBlank(Delivered from) {
        return openForm(from, Optional.empty(), "");
    }

    /**
     * The form, filled in with a message; what is declared is told where it came from.
     *
     * @param kept how the form remembers the message
     */
    public Answer openFrom(Delivered from, Quoted message, String kept) {
        String title = DeclareModal.title(message);
        boolean saysMore = !message.text().text().strip().equals(title);
        return open(from, Optional.empty(), title, saysMore ? message.text() : FreeText.NONE, kept);
    }

    private Answer open(
            Delivered from,
            Optional<String> severity,
            String title,
            FreeText description,
            String kept) {
        boolean opened =
                from.trigger()
                        .filter(trigger ->
                                modals.open(
                                        trigger,
                                        DeclareModal.declare(
                                                reception.policy(),
                                                severity,
                                                title,
                                                description,
                                                kept,
                                                reception.records().open(from.by()))))
                        .isPresent();
        return opened ? Answer.silence() : Answer.whisper(formDidNotOpen());
    }

    private Answer declare(Typed typed) {
        String[] words = Typing.split(typed.rest());
        Optional<Severity> severity = reception.policy().severityCalled(words[0]);
        if (severity.isPresent() && !words[1].isBlank()) {
            return answer(
                    reception.declare(atOnce(severity.get().name(), words[1]), typed.knock()),
                    typed.from());
        }
        return severity.isPresent()
                ? openForm(typed.from(), severity.map(s -> s.name().value()), "")
                : openForm(typed.from(), Optional.empty(), typed.rest());
    }

    private static IncidentCommand.Declare atOnce(SeverityName severity, String title) {
        return new IncidentCommand.Declare(
                FreeText.of(title),
                FreeText.NONE,
                severity,
                Optional.empty(),
                false,
                false,
                false,
                Source.EMPLOYEE,
                Optional.empty());
    }

    private Answer report(Typed typed) {
        return typed.rest().isBlank()
                ? openReport(typed.from(), "")
                : answer(
                        reportPrivately(FreeText.of(typed.rest()), FreeText.NONE, typed.knock()),
                        typed.from());
    }

    private Answer openReport(Delivered from, String title) {
        boolean opened =
                from.trigger()
                        .filter(t -> modals.open(t, DeclareModal.report(reception.policy(), title)))
                        .isPresent();
        return opened
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Type it in one line: `/incident report <what you"
                                + " suspect>`. It stays private. Security contact: "
                                + Mrkdwn.escape(reception.policy().reporting().contact()));
    }

    private Outcome reportPrivately(FreeText title, FreeText description, Knock knock) {
        Reporting reporting = reception.policy().reporting();
        return reception.declare(
                new IncidentCommand.Declare(
                        title,
                        description,
                        reporting.severity(),
                        reporting.kind(),
                        true,
                        true,
                        false,
                        Source.EMPLOYEE,
                        Optional.empty()),
                knock);
    }

    private ModalAnswer submitted(Submitted form) {
        List<String> options = form.choices(DeclareModal.OPTIONS);
        Outcome outcome =
                reception.declare(
                        new IncidentCommand.Declare(
                                form.text(DeclareModal.TITLE),
                                form.text(DeclareModal.DESCRIPTION),
                                new SeverityName(form.choice(DeclareModal.SEVERITY).orElse("")),
                                form.choice(DeclareModal.KIND).map(KindName::new),
                                options.contains(DeclareModal.PRIVATE),
                                false,
                                options.contains(DeclareModal.DRILL),
                                Source.EMPLOYEE,
                                form.choice(DeclareModal.SOURCE).map(DetectionName::new),
                                form.instant(DeclareModal.DETECTED),
                                Optional.empty()),
                        form.knock());
        origin(outcome, form);
        return shown(outcome, form.from().by(), DeclareModal.TITLE);
    }

    /** The message that it was declared from is linked; asked again, it is linked already. */
    private void origin(Outcome outcome, Submitted form) {
        Optional<TalkCommand> mark = Pinned.in(form.metadata()).map(pinned -> pinned.mark(true));
        if (outcome instanceof Outcome.Done done && mark.isPresent()) {
            Knock again = new Knock(form.knock().by(), form.knock().from(), Optional.empty());
            Outcome ignored = reception.askAll(done.incident().id(), List.of(mark.get()), again);
        }
    }

    private ModalAnswer reported(Submitted form) {
        return shown(
                reportPrivately(
                        form.text(DeclareModal.TITLE),
                        form.text(DeclareModal.DESCRIPTION),
                        form.knock()),
                form.from().by(),
                DeclareModal.TITLE);
    }

    private ModalAnswer shown(Outcome outcome, PersonId by, String field) {
        return switch (outcome) {
            case Outcome.Done(Incident incident, var ignored) ->
                    new ModalAnswer.Show(
                            Forms.sheet(
                                    "declared",
                                    incident.id() + " is declared",
                                    "",
                                    declared(incident, by).blocks()));
            case Outcome.Refused(Phrase words) -> ModalAnswer.refused(field, words);
        };
    }

    private Answer answer(Outcome outcome, Delivered from) {
        return reception.tell(
                outcome,
                incident -> {
                    if (incident.room().isEmpty()) {
                        whispers.whisperWhen(from, () -> channelOf(incident.id(), from.by()));
                    }
                    return Answer.whisper(declared(incident, from.by()));
                });
    }

    /** Where to go, once the channel is there. */
    private Optional<Message> channelOf(IncidentId id, PersonId by) {
        return reception
                .view(id, by)
                .flatMap(view -> view.incident().room())
                .map(room ->
                        Message.of(
                                "➡️ " + id + " is worked on in " + Mrkdwn.channel(room.channel())));
    }

    private Message declared(Incident incident, PersonId by) {
        Policy policy = reception.office().policyOf(incident);
        IncidentView view = new IncidentView(incident, policy, incident.declaredAt());
        Phrase what =
                Phrase.of(view.drill() + view.sign() + " ")
                        .strong(incident.severity() + " · " + incident.id())
                        .say(" · ")
                        .quote(incident.header().title())
                        .say(
                                incident.header().suspicion()
                                        ? " is reported in private."
                                        : " is declared.");
        String next =
                incident.header().suspicion()
                        ? DeclaredWords.afterReport(incident, policy)
                        : DeclaredWords.afterDeclare(incident, reception.records().open(by));
        return new Message(
                Mrkdwn.of(what) + "\n" + next, List.of(RichText.block(what), Shapes.section(next)));
    }

    private String formDidNotOpen() {
        String example =
                reception.policy().severities().stream()
                        .findFirst()
                        .map(s -> s.name().value())
                        .orElse("");
        return "The form did not open in time. Press or type it again, or say it in one line: `/incident"
                + " declare "
                + example
                + " Checkout is down`.";
    }
}

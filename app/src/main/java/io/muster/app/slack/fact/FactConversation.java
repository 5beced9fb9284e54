package io.muster.app.slack.fact;

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
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.FactCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.Question;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** What is established: when, what, whom it hit, why. */
public final class FactConversation implements Conversation {
    private static final int QUESTIONS = 10;

    private final Reception reception;
    private final Modals modals;
    private final Function<PersonId, Optional<ZoneId>> zones;

    /**
     * In front of this reception.
     *
     * @param zones in which zone somebody reads the clock, if that can be found out
     */
    public FactConversation(
            Reception reception, Modals modals, Function<PersonId, Optional<ZoneId>> zones) {
        this.reception = reception;
        this.modals = modals;
        this.zones = zones;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("facts", "", "what is known; fill in what you know", this::sheet)
                .verb("fact", "<name> <text>", "record one fact, or correct it", this::one)
                .button("facts", this::pressed)
                .modal(FactModal.CALLBACK, this::submitted);
    }

    private Answer sheet(Typed typed) {
        return reception.about(typed, (id, rest) -> open(typed.from().trigger(), id, typed.by()));
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
        return trigger.filter(t -> modals.open(t, FactModal.of(view.get()))).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. " + usage(view.get()));
    }

    private Answer one(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    Optional<IncidentView> view = reception.view(id, typed.by());
                    if (view.isEmpty()) {
                        return reception.nothingHere();
                    }
                    if (rest.rest().isBlank()) {
                        return open(typed.from().trigger(), id, typed.by());
                    }
                    String[] words = Typing.split(rest.rest());
                    TypistsZone home = new TypistsZone(() -> zones.apply(typed.by()));
                    return command(words[0].toLowerCase(Locale.ROOT), words[1], view.get(), home)
                            .map(command ->
                                    reception.ask(
                                            id,
                                            command,
                                            typed.knock(),
                                            after ->
                                                    Answer.whisper(
                                                            recorded(command, home)
                                                                    + " `/incident facts` shows"
                                                                    + " what is known.")))
                            .orElseGet(() -> Answer.whisper(usage(view.get())));
                });
    }

    /** A time is said back in both zones, so that a mistake is seen while it can be corrected. */
    private static String recorded(FactCommand command, TypistsZone home) {
        Optional<Instant> time =
                switch (command) {
                    case FactCommand.ClaimTime c -> Optional.of(c.claimed());
                    case FactCommand.AnswerQuestion c -> c.since();
                    case FactCommand.RecordFinding ignored -> Optional.empty();
                    case FactCommand.RecordDetection ignored -> Optional.empty();
                };
        return time.map(at -> TimeSaid.back(at, home.isGuessed())).orElse("Recorded.");
    }

    /** What these words say; empty if they say nothing that can be recorded. */
    private static Optional<FactCommand> command(
            String name, String words, IncidentView view, TypistsZone home) {
        Optional<FindingName> finding =
                Arrays.stream(FindingName.values()).filter(f -> f.word().equals(name)).findFirst();
        if (finding.isPresent()) {
            return Optional.of(new FactCommand.RecordFinding(finding.get(), FreeText.of(words)));
        }
        Optional<TimeName> time =
                Arrays.stream(TimeName.values()).filter(t -> t.word().equals(name)).findFirst();
        if (time.isPresent()) {
            return TypedTime.read(words, view.now(), home::zone)
                    .map(typed ->
                            new FactCommand.ClaimTime(
                                    time.get(), typed.at(), FreeText.of(typed.rest())));
        }
        String[] answer = Typing.split(words);
        if (name.equals("noticed")) {
            return Optional.of(
                    new FactCommand.RecordDetection(
                            new DetectionName(answer[0].toLowerCase(Locale.ROOT)),
                            FreeText.of(answer[1])));
        }
        return view.policy().questions().stream()
                .filter(q -> q.name().value().equals(name))
                .findFirst()
                .flatMap(q -> FactModal.answer(answer[0]))
                .map(a -> answer(new QuestionName(name), a, answer[1], view, home));
    }

    /** An answer may say since when it holds: {@code since 09:40 how you know}. */
    private static FactCommand answer(
            QuestionName question,
            io.muster.core.fact.Answer answer,
            String words,
            IncidentView view,
            TypistsZone home) {
        String[] said = Typing.split(words);
        Optional<TypedTime> since =
                said[0].equalsIgnoreCase("since")
                        ? TypedTime.read(said[1], view.now(), home::zone)
                        : Optional.empty();
        return new FactCommand.AnswerQuestion(
                question,
                answer,
                FreeText.of(since.map(TypedTime::rest).orElse(words)),
                since.map(TypedTime::at));
    }

    private static String usage(IncidentView view) {
        StringBuilder usage =
                new StringBuilder(
                        "Say which fact: `/incident facts` opens a form, or type"
                                + "\n• `/incident fact systems|data|customers|impact|findings|cause"
                                + " <text>`"
                                + "\n• `/incident fact noticed <way> [how you know]`: "
                                + ways(view)
                                + "\n• `/incident fact occurred|detected|aware|contained|restored"
                                + " 2026-03-04 09:40 [how you know]` (your time, or with `UTC` or an"
                                + " offset such as `+02:00` behind it)");
        List<Question> questions = view.policy().questions();
        questions.stream()
                .limit(QUESTIONS)
                .forEach(q ->
                        usage.append("\n• `/incident fact ")
                                .append(q.name())
                                .append(" yes|no|unknown [since 09:40] [why]`: ")
                                .append(Mrkdwn.escape(q.text())));
        if (questions.size() > QUESTIONS) {
            usage.append("\n… and ")
                    .append(questions.size() - QUESTIONS)
                    .append(" more questions: `/incident facts` shows them");
        }
        return usage.toString();
    }

    private static String ways(IncidentView view) {
        return String.join(
                ", ", view.policy().detections().stream().map(d -> "`" + d.name() + "`").toList());
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<IncidentView> view = form.incident().flatMap(id -> reception.view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        SequencedMap<String, FactCommand> changes = FactModal.changes(form, view.get());
        if (changes.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = List.copyOf(changes.values());
        return switch (reception.askAll(view.get().incident().id(), commands, form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(Phrase words) -> {
                String said = words.plain(Object::toString);
                yield ModalAnswer.refused(field(changes, said, view.get()), words);
            }
        };
    }

    /** A refusal begins with what it is about. */
    private static String field(
            SequencedMap<String, FactCommand> changes, String said, IncidentView view) {
        return changes.entrySet().stream()
                .filter(e -> said.startsWith(FactModal.title(e.getValue(), view) + ":"))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> changes.firstEntry().getKey());
    }
}

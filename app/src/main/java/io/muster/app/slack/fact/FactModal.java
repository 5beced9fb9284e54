package io.muster.app.slack.fact;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.Fact;
import io.muster.core.fact.Facts;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.FactCommand;
import io.muster.core.incident.Times;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.Question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Everything that can be established, in one form that shows what is known; only what a person
 * changed becomes a new fact.
 */
final class FactModal {
    static final String CALLBACK = "facts";

    private static final String NOTICED = "noticed";
    private static final String BECAUSE = "because";
    private static final String SINCE = "since";
    private static final int LONGEST = 3_000;
    private static final int MOST_QUESTIONS = 40;
    private static final List<FindingName> ORDER =
            List.of(
                    FindingName.FINDINGS,
                    FindingName.SYSTEMS,
                    FindingName.DATA,
                    FindingName.CUSTOMERS,
                    FindingName.IMPACT,
                    FindingName.CAUSE);

    private FactModal() {}

    static View of(IncidentView view) {
        Facts facts = view.incident().dossier().facts();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "Fill in what you know; leave the rest. What you change becomes a new fact,"
                                + " and what was said before stays in the timeline."));
        ORDER.forEach(name -> blocks.add(finding(name, facts)));
        blocks.add(noticed(view));
        List<Question> questions = view.policy().questions();
        questions.stream().limit(MOST_QUESTIONS).forEach(q -> blocks.add(question(q, facts)));
        if (questions.size() > MOST_QUESTIONS) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (questions.size() - MOST_QUESTIONS)
                                    + " more questions: `/incident fact <question> yes`"));
        }
        if (!questions.isEmpty()) {
            blocks.add(
                    Forms.when(
                            SINCE,
                            "Since when is that so?",
                            "For the answers that you change; empty means: now. A clock that counts"
                                    + " from an answer counts from then."));
        }
        blocks.add(Shapes.section("*Times*, in your own time zone"));
        times(view).forEach(name -> blocks.add(time(name, view)));
        blocks.add(
                Forms.lines(BECAUSE, "How do you know?", "Kept with answers and times.", "", true));
        return Forms.modal(
                CALLBACK,
                view.incident().id() + " facts",
                "Record",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    /** By field: what a person changed since the form was drawn. */
    static SequencedMap<String, FactCommand> changes(Submitted form, IncidentView view) {
        FreeText because = form.text(BECAUSE);
        SequencedMap<String, FactCommand> changes = new LinkedHashMap<>();
        for (FindingName name : ORDER) {
            if (form.changed(field(name))) {
                changes.put(
                        field(name), new FactCommand.RecordFinding(name, form.text(field(name))));
            }
        }
        form.choice(NOTICED)
                .map(DetectionName::new)
                .filter(way -> form.changed(NOTICED))
                .ifPresent(
                        way -> changes.put(NOTICED, new FactCommand.RecordDetection(way, because)));
        for (Question question : view.policy().questions()) {
            answer(form.choice(field(question)).orElse(""))
                    .filter(answer -> form.changed(field(question)))
                    .ifPresent(answer ->
                            changes.put(
                                    field(question),
                                    new FactCommand.AnswerQuestion(
                                            question.name(),
                                            answer,
                                            because,
                                            form.instant(SINCE))));
        }
        for (TimeName name : TimeName.values()) {
            form.instant(field(name))
                    .filter(at -> form.changed(field(name)))
                    .ifPresent(at ->
                            changes.put(field(name), new FactCommand.ClaimTime(name, at, because)));
        }
        return changes;
    }

    /** What a refusal calls what a field holds. */
    static String title(FactCommand command, IncidentView view) {
        return switch (command) {
            case FactCommand.ClaimTime c -> c.name().title();
            case FactCommand.RecordFinding c -> c.name().title();
            case FactCommand.AnswerQuestion c ->
                    view.policy().questions().stream()
                            .filter(q -> q.name().equals(c.question()))
                            .map(Question::text)
                            .findFirst()
                            .orElse("");
            case FactCommand.RecordDetection ignored -> "Noticed by";
        };
    }

    static Optional<Answer> answer(String word) {
        return Arrays.stream(Answer.values())
                .filter(a -> a.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<DetectionName> noticed(Facts facts) {
        return facts.detection().map(f -> ((Fact.What.Detected) f.what()).detection());
    }

    private static LayoutBlock noticed(IncidentView view) {
        return Forms.choice(
                NOTICED,
                "How was it noticed?",
                view.policy().detections().stream()
                        .map(way -> Shapes.option(way.title(), way.name().value()))
                        .toList(),
                noticed(view.incident().dossier().facts()).map(DetectionName::value),
                true);
    }

    private static LayoutBlock finding(FindingName name, Facts facts) {
        return Forms.lines(field(name), label(name), "", shown(name, facts), true);
    }

    private static String shown(FindingName name, Facts facts) {
        return facts.finding(name).map(t -> Foreign.atMost(t.text(), LONGEST)).orElse("");
    }

    private static LayoutBlock question(Question question, Facts facts) {
        List<OptionObject> options =
                Arrays.stream(Answer.values())
                        .map(answer ->
                                Shapes.option(
                                        answer == Answer.UNKNOWN
                                                ? "Unknown: looked at, cannot be said yet"
                                                : answer.title(),
                                        answer.word()))
                        .toList();
        return Forms.choice(
                field(question),
                question.text(),
                options,
                facts.answer(question.name()).map(Answer::word),
                true);
    }

    /** What is an act in Muster has a time only once it was done. */
    private static List<TimeName> times(IncidentView view) {
        return Arrays.stream(TimeName.values())
                .filter(name ->
                        switch (name) {
                            case OCCURRED, DETECTED, AWARE, CONTAINED, RESTORED -> true;
                            case CONFIRMED, RESOLVED, CLOSED ->
                                    Times.recorded(view.incident(), name).isPresent();
                        })
                .toList();
    }

    private static LayoutBlock time(TimeName name, IncidentView view) {
        String recorded =
                Times.recorded(view.incident(), name)
                        .map(at -> "The record has " + Mrkdwn.utc(at) + ".")
                        .orElse("");
        return Forms.when(field(name), label(name), recorded, Times.known(view.incident(), name));
    }

    private static String field(FindingName name) {
        return "finding-" + name.word();
    }

    private static String field(Question question) {
        return "question-" + question.name();
    }

    private static String field(TimeName name) {
        return "time-" + name.word();
    }

    private static String label(FindingName name) {
        return switch (name) {
            case FINDINGS -> "What happened, as far as is known?";
            case SYSTEMS -> "Which systems are affected?";
            case DATA -> "Which data is affected?";
            case CUSTOMERS -> "Which customers are affected, and how many?";
            case IMPACT -> "What did it mean for them?";
            case CAUSE -> "What is the underlying cause, not just the trigger?";
        };
    }

    private static String label(TimeName name) {
        return switch (name) {
            case OCCURRED -> "It began";
            case DETECTED -> "First noticed";
            case AWARE -> "We were sure that personal data was breached";
            case CONFIRMED -> "Confirmed as an incident";
            case CONTAINED -> "Contained";
            case RESTORED -> "Service was back";
            case RESOLVED -> "Resolved";
            case CLOSED -> "Closed";
        };
    }
}

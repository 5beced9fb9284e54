package io.muster.app.slack.drill;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.drill.Conclusion.Verdict;
import io.muster.core.drill.Exercise;
import io.muster.core.drill.Note;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The form that begins a drill, and the one that ends it. */
final class DrillForms {
    static final String START = "drill-start";
    static final String END = "drill-end";

    static final String TITLE = "title";
    static final String SEVERITY = "severity";
    static final String SCENARIO = "scenario";
    static final String KIND = "kind";
    static final String PACE = "pace";
    static final String INJECTS = "injects";
    static final String VERDICT = "verdict";
    static final String TESTED = "tested";
    static final String RESULT = "result";
    static final String ACTIONS = "actions";

    private static final int LONGEST_FINDINGS = 2_500;

    private DrillForms() {}

    static View start(DrillWords words, Policy policy) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "An incident in everything, marked DRILL everywhere. Nothing leaves the house,"
                                + " and it is counted in no figure."));
        blocks.add(Forms.line(TITLE, "What is rehearsed?", "It names the channel.", words.title()));
        blocks.add(
                Forms.choice(
                        SEVERITY,
                        "How grave is it, in the play?",
                        policy.severities().stream()
                                .map(s ->
                                        Shapes.option(
                                                s.name() + " · " + s.title(), s.name().value()))
                                .toList(),
                        words.severity().map(s -> s.name().value()),
                        false));
        kinds(policy, words.kind()).ifPresent(blocks::add);
        blocks.add(
                Forms.choice(
                        PACE,
                        "How fast does time run?",
                        paces(words.pace()),
                        Optional.of(String.valueOf(words.pace())),
                        false));
        blocks.add(
                Forms.lines(
                        SCENARIO,
                        "What do people know at the start?",
                        "All of them see it.",
                        "",
                        true));
        blocks.add(
                Forms.lines(
                        INJECTS,
                        "What is thrown in, and when?",
                        "One a line, such as: +10m The backup is empty. Nobody sees them before.",
                        "",
                        true));
        return Forms.modal(START, "Start a drill", "Start", "", blocks);
    }

    /** What counts beside the usual ones is what was typed. */
    private static List<OptionObject> paces(int typed) {
        return IntStream.concat(IntStream.of(1, 2, 5, 10, 30, 60), IntStream.of(typed))
                .distinct()
                .sorted()
                .mapToObj(n ->
                        Shapes.option(
                                n == 1 ? "As it is" : n + " times as fast", String.valueOf(n)))
                .toList();
    }

    private static Optional<LayoutBlock> kinds(Policy policy, Optional<String> chosen) {
        List<OptionObject> options =
                policy.program().stream()
                        .filter(d -> d.drill().isPresent())
                        .map(DrillForms::kind)
                        .distinct()
                        .toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Forms.choice(
                                KIND, "Which duty of the plan does it do?", options, chosen, true));
    }

    private static OptionObject kind(ProgramDuty duty) {
        return Shapes.option(duty.title(), duty.drill().orElseThrow());
    }

    static View end(IncidentView view, Policy inForce) {
        Exercise exercise = view.incident().dossier().exercise();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "This closes the drill. What you write here is what an auditor reads."));
        blocks.add(
                Forms.choice(
                        VERDICT,
                        "How did it go?",
                        Arrays.stream(Verdict.values())
                                .map(v -> Shapes.option(v.words(), v.name()))
                                .toList(),
                        Optional.empty(),
                        false));
        kinds(inForce, exercise.kind()).ifPresent(blocks::add);
        blocks.add(Forms.lines(TESTED, "What was tested?", "", "", false));
        blocks.add(
                Forms.lines(
                        RESULT,
                        "What came of it?",
                        "Was the goal met, how long did it take, what was found?",
                        findings(exercise),
                        false));
        blocks.add(
                Forms.lines(
                        ACTIONS,
                        "What is to be done?",
                        "One a line, with who and by when.",
                        "",
                        true));
        return Forms.modal(
                END,
                "End the drill",
                "End it",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    /** What was found during the drill stands there already. */
    private static String findings(Exercise exercise) {
        StringBuilder lines = new StringBuilder();
        for (Note finding : exercise.findings()) {
            lines.append("\n• ").append(finding.text().text());
        }
        return lines.isEmpty() ? "" : Foreign.atMost("\nFound:" + lines, LONGEST_FINDINGS).strip();
    }
}

package io.muster.app.policy;

import io.muster.core.Spoken;
import io.muster.core.policy.Policy;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import java.util.List;

/** What the command line says about policy and team files. Plain text; lines end with a newline. */
public final class PolicyReport {
    private PolicyReport() {}

    /**
     * Everything that was found in a file, one block each, and whether it can be used.
     *
     * @param source what people call the file
     */
    public static String problems(String source, Reading<?> reading) {
        StringBuilder report = new StringBuilder();
        for (Problem problem : reading.problems()) {
            report.append(place(source, problem)).append('\n');
            report.append(problem.sentence()).append('\n');
            report.append("→ ").append(problem.remedy()).append("\n\n");
        }
        return report.append(verdict(source, reading.problems())).append('\n').toString();
    }

    /** What a policy promises, on a page or two. */
    public static String summary(Policy policy) {
        return new PolicySummary(policy).text();
    }

    private static String place(String source, Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        String path = problem.path().isEmpty() ? "" : " " + problem.path();
        return source + line + path + (problem.warning() ? " (warning)" : "");
    }

    private static String verdict(String source, List<Problem> problems) {
        long warnings = problems.stream().filter(Problem::warning).count();
        long faults = problems.size() - warnings;
        String alsoWarnings = warnings == 0 ? "" : ", " + Spoken.count(warnings, "warning");
        return faults == 0
                ? source + " can be used" + alsoWarnings + "."
                : source
                        + " cannot be used: "
                        + Spoken.count(faults, "problem")
                        + alsoWarnings
                        + ".";
    }
}

package io.muster.app;

import io.muster.app.policy.PolicyFile;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.core.policy.Policy;
import io.muster.core.roster.Team;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.stream.Collectors;

/**
 * The policy and the team, as their files said at the start.
 *
 * @param policyFile the policy with the text that it was read from
 * @param policy what that text means
 * @param team nobody, if no file is set
 * @param announceChannel where incidents are announced, without the {@code #}: as the environment
 *     says, else as the team's file does
 */
record StartFiles(PolicyFile policyFile, Policy policy, Team team, String announceChannel) {
    private static final Logger LOG = LoggerFactory.getLogger(StartFiles.class);

    /**
     * Reads both.
     *
     * @throws StartProblem with every problem of a file that cannot be used, and what to do
     */
    static StartFiles load(Settings settings) {
        PolicyFile file = policy(settings);
        Policy policy = file.reading().ifSound().orElseThrow();
        Team team = team(settings, policy);
        return new StartFiles(file, policy, team, announceChannel(settings, team));
    }

    private static PolicyFile policy(Settings settings) {
        PolicyFile file = PolicyFiles.load(settings.policy());
        if (file.reading() instanceof Reading.Faulty<Policy>(var problems)) {
            throw new StartProblem(
                    "The policy "
                            + settings.policy()
                            + " cannot be used:\n"
                            + problems.stream()
                                    .map(StartFiles::line)
                                    .collect(Collectors.joining("\n")));
        }
        return file;
    }

    private static Team team(Settings settings, Policy policy) {
        if (settings.team().isEmpty()) {
            LOG.warn(
                    "No team file is set (MUSTER_TEAM), so nobody is on call: whoever declares is told");
            return Team.NOBODY;
        }
        return switch (TeamFiles.load(settings.team().get(), policy)) {
            case Reading.Sound<Team>(Team team, var warnings) -> {
                warnings.forEach(
                        w -> LOG.warn("{}: {}", settings.team().get().getFileName(), line(w)));
                yield team;
            }
            case Reading.Faulty<Team>(var problems) ->
                    throw new StartProblem(
                            "The team file "
                                    + settings.team().get()
                                    + " cannot be used:\n"
                                    + problems.stream()
                                            .map(StartFiles::line)
                                            .collect(Collectors.joining("\n")));
        };
    }

    private static String announceChannel(Settings settings, Team team) {
        boolean byDefault = settings.announceChannel().equals("incidents");
        return byDefault
                ? team.announce().orElse(settings.announceChannel())
                : settings.announceChannel();
    }

    private static String line(Problem problem) {
        String where = problem.line() > 0 ? "line " + problem.line() + ", " : "";
        return "  " + where + problem.path() + ": " + problem.sentence() + " " + problem.remedy();
    }
}

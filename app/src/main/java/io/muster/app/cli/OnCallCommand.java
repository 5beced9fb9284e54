package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.oncall.IcalText;
import io.muster.app.oncall.Imports;
import io.muster.app.oncall.TeamText;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.core.policy.Policy;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.RotationName;
import io.muster.core.roster.Team;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code oncall}: rotations out as a calendar, and in from other tools. */
@Command(
        name = "oncall",
        description = "Export a rotation as a calendar; import rotations of other tools.",
        mixinStandardHelpOptions = true)
final class OnCallCommand {
    private final Console console;

    OnCallCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "export",
            description =
                    "Print a rotation of the team file as iCal. Overrides are in the calendar that"
                            + " serve answers with, not here.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "ROTATION", description = "its name in the team file")
                    String name) {
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) ->
                    team(settings)
                            .map(team -> export(team, name))
                            .orElseGet(() ->
                                    console.refuse(
                                            "There is no team file that can be read: set"
                                                    + " MUSTER_TEAM, and see what doctor says."));
        };
    }

    private int export(Team team, String name) {
        Optional<Rotation> rotation =
                Optional.ofNullable(team.rotations().all().get(new RotationName(name)));
        if (rotation.isEmpty()) {
            return console.refuse(
                    "There is no rotation "
                            + name
                            + ". The team file has: "
                            + team.rotations().all().keySet().stream()
                                    .map(RotationName::value)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        DutyPlan plan = new DutyPlan(team, Map.of(), List.of());
        console.out().print(IcalText.of(rotation.get(), plan, Instant.now()));
        console.out().flush();
        return Console.OK;
    }

    private static Optional<Team> team(Settings settings) {
        Optional<Policy> policy = PolicyFiles.load(settings.policy()).reading().ifSound();
        return policy.flatMap(
                p -> settings.team().flatMap(path -> TeamFiles.load(path, p).ifSound()));
    }

    @Command(
            name = "import",
            description =
                    "Print the sections of a team file that say what another tool exported, and name"
                            + " what could not be carried over.",
            mixinStandardHelpOptions = true)
    int importFrom(
            @Parameters(paramLabel = "TOOL", description = "opsgenie or grafana") String tool,
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "JSON or YAML, as the tool's API gives it")
                    List<Path> files) {
        if (!Imports.tools().contains(tool)) {
            return console.refuse(
                    "\""
                            + tool
                            + "\" cannot be read; say "
                            + String.join(" or ", Imports.tools())
                            + ".");
        }
        List<Written> trees = new ArrayList<>();
        for (Path file : files) {
            switch (TeamFiles.tree(file)) {
                case Reading.Sound<Written>(Written tree, var warnings) -> trees.add(tree);
                case Reading.Faulty<Written>(var problems) -> {
                    return Problems.tell(
                            console,
                            problems.stream()
                                    .map(p -> file + ":" + p.line() + " " + p.sentence())
                                    .toList());
                }
            }
        }
        TeamText text = tool.equals("grafana") ? Imports.grafana(trees) : Imports.opsgenie(trees);
        if (text.isEmpty()) {
            text.left().forEach(what -> console.err().println("Not carried over: " + what));
            return console.refuse("No rotation was found there that Muster can carry over.");
        }
        console.out().print(text.text());
        console.out().flush();
        return text.left().isEmpty() ? Console.OK : Console.FAULTS;
    }
}

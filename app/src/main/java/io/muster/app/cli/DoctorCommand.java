package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.checkup.Finding;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.core.Spoken;
import io.muster.core.policy.Policy;
import io.muster.core.roster.Team;
import io.muster.core.roster.TicketSystem;
import io.muster.core.roster.Webhook;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import picocli.CommandLine.Command;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code doctor}: looks at everything that Muster needs; each line is ok, or says what to do. */
@Command(
        name = "doctor",
        description = "Check settings, files, database, Slack, mail and whatever else is set up.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final Map<Finding.Mark, Integer> counts = new EnumMap<>(Finding.Mark.class);
    private Hush hush;

    DoctorCommand(Console console) {
        this.console = console;
        this.hush = new Hush(console.environment(), Set.of());
    }

    @Override
    public Integer call() {
        Settings.Attempt attempt = Settings.attempt(console.environment());
        Settings settings = attempt.settings();
        attempt.problems().forEach(p -> say(Finding.toDo("settings", p)));
        if (attempt.problems().isEmpty()) {
            boolean socket = settings.slack().flatMap(s -> s.appToken()).isPresent();
            say(Finding.ok("settings", socket ? "Socket Mode" : "HTTP on /slack/events"));
        }
        examine(attempt, settings);
        console.say("\n" + summary());
        return counts.containsKey(Finding.Mark.DO) ? Console.FAULTS : Console.OK;
    }

    private void examine(Settings.Attempt attempt, Settings settings) {
        Reading<Policy> policy = PolicyFiles.load(settings.policy()).reading();
        tell("policy", settings.policy(), policy);
        Optional<Team> team = policy.ifSound().flatMap(p -> team(settings, p));
        hush = new Hush(console.environment(), secretsOf(team.orElse(Team.NOBODY)));
        Examination examination = new Examination(settings, team.orElse(Team.NOBODY));
        say(examination.here());
        if (!attempt.isWrong("MUSTER_DATABASE_URL")) {
            say(examination.database());
        }
        settings.slack().ifPresent(access -> say(examination.slack(access)));
        say(examination.ways());
        policy.ifSound().ifPresent(p -> say(examination.onCall(p)));
    }

    private Optional<Team> team(Settings settings, Policy policy) {
        if (settings.team().isEmpty()) {
            say(Finding.toDo("team", "no team file is set (MUSTER_TEAM): nobody is on call"));
            return Optional.empty();
        }
        Reading<Team> reading = TeamFiles.load(settings.team().get(), policy);
        tell("team", settings.team().get().toString(), reading);
        return reading.ifSound();
    }

    private static Set<String> secretsOf(Team team) {
        Set<String> names = new HashSet<>();
        team.webhooks().values().stream().map(Webhook::secretFrom).forEach(names::add);
        team.alerts().sources().values().stream()
                .flatMap(source -> source.secret().stream())
                .forEach(names::add);
        team.tickets().map(TicketSystem::tokenFrom).ifPresent(names::add);
        team.rotations().all().values().stream()
                .flatMap(rotation -> rotation.feed().stream())
                .forEach(names::add);
        return names;
    }

    private void tell(String what, String source, Reading<?> reading) {
        switch (reading) {
            case Reading.Sound<?>(var value, List<Problem> warnings) -> {
                say(Finding.ok(what, source + " can be used"));
                warnings.forEach(p -> say(Finding.warn(what, words(source, p))));
            }
            case Reading.Faulty<?>(List<Problem> problems) ->
                    problems.forEach(p -> say(Finding.toDo(what, words(source, p))));
        }
    }

    private static String words(String source, Problem p) {
        String where = p.line() > 0 ? ":" + p.line() : "";
        String path = p.path().isBlank() ? "" : " " + p.path();
        return source + where + path + ": " + p.sentence() + " " + p.remedy();
    }

    private void say(List<Finding> findings) {
        findings.forEach(this::say);
    }

    private void say(Finding finding) {
        counts.merge(finding.mark(), 1, Integer::sum);
        String mark = finding.mark().name().toLowerCase(Locale.ROOT);
        console.say(
                hush.over(
                        String.format(
                                Locale.ROOT,
                                "%-4s  %s: %s",
                                mark,
                                finding.about(),
                                finding.words())));
    }

    private String summary() {
        int toDo = counts.getOrDefault(Finding.Mark.DO, 0);
        int toKnow = counts.getOrDefault(Finding.Mark.WARN, 0);
        if (toDo == 0) {
            return toKnow == 0
                    ? "All is well."
                    : "Nothing has to be done; " + Spoken.count(toKnow, "line") + " to know.";
        }
        return Spoken.count(toDo, "thing")
                + " to do"
                + (toKnow == 0 ? "." : ", " + Spoken.count(toKnow, "line") + " to know.");
    }
}

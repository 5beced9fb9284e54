package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.alert.AlertCheckup;
import io.muster.app.alert.AlertSecrets;
import io.muster.app.oncall.OnCallCheckup;
import io.muster.app.policy.PolicyFile;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.app.reach.ReachCheckup;
import io.muster.app.slack.outbound.PeopleCheckup;
import io.muster.app.slack.outbound.SlackCheckup;
import io.muster.app.ticket.TicketCheckup;
import io.muster.core.policy.Policy;
import io.muster.core.roster.Team;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.db.Archive;
import io.muster.db.DatabaseCheckup;
import io.muster.db.DatabaseProblem;
import io.muster.db.Migrations;
import io.muster.db.time.ClockKind;

import picocli.CommandLine.Command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code doctor}: looks at everything that Muster needs; each line is ok, or says what to do. */
@Command(
        name = "doctor",
        description = "Check settings, database, policy, team and Slack.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final List<String> faults = new ArrayList<>();

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        switch (Settings.readForSlack(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) ->
                    problems.forEach(p -> fault("settings", p));
            case Settings.Result.Ok(Settings settings) -> {
                ok(
                        "settings",
                        settings.slack().flatMap(s -> s.appToken()).isPresent()
                                ? "Socket Mode"
                                : "HTTP on /slack/events");
                examine(settings);
            }
        }
        console.say(faults.isEmpty() ? "\nAll is well." : "\n" + faults.size() + " things to do.");
        return faults.isEmpty() ? Console.OK : Console.FAULTS;
    }

    private void examine(Settings settings) {
        if (settings.clock() == ClockKind.ADJUSTABLE) {
            fault("clock", "this is a trial whose time can be pushed: its record proves nothing");
        }
        PolicyFile file = PolicyFiles.load(settings.policy());
        Optional<Policy> policy = file.reading().ifSound();
        tell("policy", settings.policy(), file.reading());
        Optional<Team> team = policy.flatMap(p -> team(settings, p));
        ReachCheckup.mail(settings.reach()).forEach(line -> say("mail", line.ok(), line.words()));
        database(settings);
        settings.slack()
                .ifPresent(access ->
                        SlackCheckup.examine(settings.slackApi(), access.botToken())
                                .forEach(line -> say("slack", line.ok(), line.words())));
        settings.slack()
                .flatMap(access ->
                        team.map(t ->
                                PeopleCheckup.examine(settings.slackApi(), access.botToken(), t)))
                .ifPresent(lines -> lines.forEach(line -> say("people", line.ok(), line.words())));
    }

    private Optional<Team> team(Settings settings, Policy policy) {
        if (settings.team().isEmpty()) {
            fault("team", "no team file is set (MUSTER_TEAM): nobody is on call");
            return Optional.empty();
        }
        Reading<Team> reading = TeamFiles.load(settings.team().get(), policy);
        tell("team", settings.team().get().toString(), reading);
        Optional<Team> team = reading.ifSound();
        team.ifPresent(t -> alerts(settings, t));
        ReachCheckup.webhooks(settings.reach(), team.orElse(Team.NOBODY))
                .forEach(line -> say("webhook", line.ok(), line.words()));
        team.ifPresent(t ->
                OnCallCheckup.examine(
                                t,
                                policy,
                                Instant.now(),
                                name -> !console.environment().getOrDefault(name, "").isBlank())
                        .forEach(line -> say("on call", line.ok(), line.words())));
        return team;
    }

    private void alerts(Settings settings, Team team) {
        AlertSecrets secrets = new AlertSecrets(settings.alertSecret(), settings.variables());
        AlertCheckup.examine(team.alerts(), secrets)
                .forEach(line -> say("alerts", line.ok(), line.words()));
        team.tickets()
                .map(system -> TicketCheckup.examine(system, settings.variables()))
                .ifPresent(line -> say("tickets", line.ok(), line.words()));
    }

    private void database(Settings settings) {
        try {
            List<DatabaseCheckup.Line> lines =
                    Databases.use(
                            settings,
                            address -> {
                                Migrations.apply(address);
                                try (Archive archive = Archive.open(address, 2)) {
                                    return DatabaseCheckup.examine(archive);
                                }
                            });
            lines.forEach(line -> say("database", line.ok(), line.words()));
        } catch (DatabaseProblem e) {
            fault("database", String.valueOf(e.getMessage()));
        }
    }

    private void tell(String what, String source, Reading<?> reading) {
        List<Problem> problems =
                switch (reading) {
                    case Reading.Sound<?>(var value, var warnings) -> warnings;
                    case Reading.Faulty<?>(var all) -> all;
                };
        if (problems.isEmpty()) {
            ok(what, source);
        }
        problems.forEach(p ->
                fault(
                        what,
                        source
                                + ":"
                                + p.line()
                                + " "
                                + p.path()
                                + ": "
                                + p.sentence()
                                + " "
                                + p.remedy()));
    }

    private void say(String what, boolean ok, String words) {
        if (ok) {
            ok(what, words);
        } else {
            fault(what, words);
        }
    }

    private void ok(String what, String words) {
        console.say("ok    " + what + ": " + words);
    }

    private void fault(String what, String words) {
        faults.add(words);
        console.say("TO DO " + what + ": " + words);
    }
}

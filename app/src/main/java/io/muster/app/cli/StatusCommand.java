package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.app.status.PublicView;
import io.muster.app.status.StatusExport;
import io.muster.app.status.StatusPage.Documents;
import io.muster.app.status.Subscriptions;
import io.muster.core.statuspage.PublicPage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code status export}: the status page as files, for hosting elsewhere. */
@Command(
        name = "status",
        description = "Write the public status page as files, for hosting elsewhere.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {
    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.say("Say where to: muster status export FOLDER");
    }

    /** Writes the page of now. */
    @Command(name = "export", description = "Write index.html, status.json and status.atom.")
    int export(
            @Parameters(paramLabel = "FOLDER", description = "made if it is not there")
                    Path folder) {
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> export(settings, folder);
        };
    }

    private int export(Settings settings, Path folder) {
        Optional<PublicPage> page = page(settings);
        if (page.isEmpty()) {
            return console.refuse(
                    "The team file (MUSTER_TEAM) describes no status page. Add `status-page:` with a"
                            + " title and components.");
        }
        Documents documents =
                Documents.of(
                        Databases.open(
                                settings,
                                archive -> archive.snapshot(tx -> PublicView.read(tx, page.get()))),
                        Subscriptions.areOpen(page, settings.reach())
                                ? page.get().subscribe().map(url -> url + "/subscribe")
                                : Optional.empty());
        try {
            console.say(
                    "Wrote "
                            + String.join(", ", StatusExport.write(documents, folder))
                            + " into "
                            + folder);
            return Console.OK;
        } catch (IOException e) {
            return console.refuse(folder + " cannot be written: " + e.getMessage());
        }
    }

    private static Optional<PublicPage> page(Settings settings) {
        return PolicyFiles.load(settings.policy())
                .reading()
                .ifSound()
                .flatMap(
                        policy -> settings.team().flatMap(t -> TeamFiles.load(t, policy).ifSound()))
                .flatMap(team -> team.statusPage());
    }
}

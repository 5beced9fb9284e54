package io.muster.app.slack.outbound;

import io.muster.app.Secret;
import io.muster.app.checkup.ClockCheckup;
import io.muster.app.checkup.Finding;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether Slack knows us, lets us do what we need, and has the same time. */
public final class SlackCheckup {
    private static final String TOKEN = "bot token";
    private static final String SCOPES = "scopes";

    /** Slack tells its time to the second. */
    private static final Duration SLACKS_SECOND = Duration.ofSeconds(1);

    private SlackCheckup() {}

    /** Asks Slack who we are. */
    public static List<Finding> examine(URI api, Secret token, AppManifest manifest) {
        if (!token.reveal().startsWith("xoxb-")) {
            return List.of(Finding.toDo(TOKEN, kind(token)));
        }
        SlackGreeting greeting;
        try (SlackClient client = new SlackClient(api, token)) {
            greeting = client.greet();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(who(greeting.answer()));
        if (greeting.answer() instanceof SlackAnswer.Ok) {
            findings.addAll(scopes(greeting.scopes(), manifest));
        }
        greeting.date().ifPresent(date -> findings.add(clock(date, greeting.took())));
        return findings;
    }

    private static String kind(Secret token) {
        String words = token.reveal();
        String it =
                words.startsWith("xapp-")
                        ? "is an app-level token, which belongs into SLACK_APP_TOKEN"
                        : words.startsWith("xoxp-")
                                ? "is a user token, with which Muster would speak as a person"
                                : "does not begin with xoxb-";
        return "what stands in SLACK_BOT_TOKEN "
                + it
                + ": take the \"Bot User OAuth Token\" from api.slack.com/apps, your app,"
                + " \"OAuth & Permissions\"";
    }

    private static Finding who(SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Ok ok when ok.text("bot_id").isEmpty() ->
                    Finding.toDo(
                            TOKEN,
                            "Slack says that this is no bot: install the app from manifest.yml and"
                                    + " set SLACK_BOT_TOKEN to its bot token");
            case SlackAnswer.Ok ok ->
                    Finding.ok(
                            TOKEN,
                            "accepted in the workspace "
                                    + ok.text("team").or(() -> ok.text("team_id")).orElse("unknown")
                                    + ", as @"
                                    + ok.text("user").orElse("?"));
            case SlackAnswer.No no ->
                    Finding.toDo(
                            TOKEN,
                            "Slack refuses it ("
                                    + no.error()
                                    + "): install the app again and set SLACK_BOT_TOKEN");
            case SlackAnswer.Slower ignored ->
                    Finding.toDo(TOKEN, "Slack asks to wait; try again in a minute");
            case SlackAnswer.Unreachable it -> Finding.toDo(TOKEN, unreachable(it.reason()));
            case SlackAnswer.Lost it -> Finding.toDo(TOKEN, unreachable(it.reason()));
        };
    }

    private static String unreachable(String reason) {
        return reason
                + "; see status.slack.com, and whether this machine may connect to the Internet."
                + " What is to be said waits until then";
    }

    private static List<Finding> scopes(Set<String> granted, AppManifest manifest) {
        if (granted.isEmpty()) {
            return List.of(Finding.warn(SCOPES, "Slack did not say what the token may do"));
        }
        Set<String> missing = without(manifest.scopes(), granted);
        Set<String> needed = without(missing, manifest.optional());
        Set<String> wished = without(missing, needed);
        Set<String> tooMany = without(granted, manifest.scopes());
        List<Finding> findings = new ArrayList<>();
        if (!needed.isEmpty()) {
            findings.add(
                    Finding.toDo(
                            SCOPES,
                            "missing "
                                    + String.join(", ", needed)
                                    + ": put the new manifest.yml into \"App Manifest\" at"
                                    + " api.slack.com/apps and install the app again"));
        }
        if (!wished.isEmpty()) {
            findings.add(
                    Finding.warn(
                            SCOPES,
                            "left out "
                                    + String.join(", ", wished)
                                    + ": user groups do not follow who is on call"));
        }
        if (!tooMany.isEmpty()) {
            findings.add(
                    Finding.warn(
                            SCOPES,
                            "more than Muster needs: take away " + String.join(", ", tooMany)));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(SCOPES, "all " + granted.size() + ", as in the manifest"))
                : findings;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Finding clock(Instant slack, Duration took) {
        return ClockCheckup.compare(
                "Slack's clock", Duration.between(Instant.now(), slack), took.plus(SLACKS_SECOND));
    }
}

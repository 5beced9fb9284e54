package io.muster.app.slack.outbound;

import io.muster.app.Secret;

import okhttp3.FormBody;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether Slack knows us and lets us do what we need. */
public final class SlackCheckup {
    private SlackCheckup() {}

    /** One thing that was looked at. */
    public record Line(boolean ok, String words) {}

    /** Asks Slack who we are. */
    public static List<Line> examine(URI api, Secret token) {
        List<Line> lines = new ArrayList<>();
        try (SlackClient client = new SlackClient(api, token)) {
            lines.add(
                    switch (client.call("auth.test", new FormBody.Builder())) {
                        case SlackAnswer.Ok ok ->
                                new Line(
                                        true,
                                        "the bot token is accepted, workspace "
                                                + ok.text("team")
                                                        .or(() -> ok.text("team_id"))
                                                        .orElse("unknown"));
                        case SlackAnswer.No no ->
                                new Line(
                                        false,
                                        "Slack refuses the bot token ("
                                                + no.error()
                                                + "): install the app again and set SLACK_BOT_TOKEN");
                        case SlackAnswer.Slower ignored ->
                                new Line(false, "Slack asks to wait; try again in a minute");
                        case SlackAnswer.Unreachable unreachable ->
                                new Line(false, unreachable.reason());
                        case SlackAnswer.Lost lost -> new Line(false, lost.reason());
                    });
        }
        return lines;
    }
}

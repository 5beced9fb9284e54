package io.muster.app.slack.home;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.notice.Effect;
import io.muster.db.outbox.SetAside;

/** What was set aside, why, and what somebody can do about it, in words. */
final class LeftoverWords {
    private static final int REASON = 200;

    private LeftoverWords() {}

    static String of(SetAside.Row row) {
        return "*"
                + row.incident()
                + "* · "
                + row.effect().map(LeftoverWords::what).orElse("something of a newer version")
                + " · "
                + Mrkdwn.dateTime(row.since())
                + "\nRefused: `"
                + Mrkdwn.escape(Foreign.atMost(row.reason().replace('`', '\''), REASON))
                + "`\n"
                + advice(row.reason());
    }

    private static String what(Effect effect) {
        return switch (effect) {
            case Effect.OpenRoom ignored -> "its channel";
            case Effect.Bring ignored -> "bringing people into its channel";
            case Effect.Show show -> surface(show.surface());
            case Effect.Say ignored -> "a message to its channel";
            case Effect.Tell tell -> "a message to " + Mrkdwn.mention(tell.person());
            case Effect.Announce ignored -> "an announcement";
            case Effect.Settle ignored -> "the outcome under a message";
            case Effect.Export ignored -> "the exported document";
            case Effect.FetchEvidence ignored -> "fetching a file as evidence";
            case Effect.ReadMessage ignored -> "reading a message for the timeline";
            case Effect.Reply ignored -> "a reply to the message that it was declared from";
            case Effect.DestroyEvidence ignored -> "destroying a copy of evidence";
            case Effect.Mail ignored -> "a mail";
            case Effect.Hook hook -> "a call of the webhook " + hook.webhook();
            case Effect.MailDigest ignored -> "the daily digest by mail";
            case Effect.OpenTicket ignored -> "opening its ticket";
            case Effect.TellTicket ignored -> "a comment in its ticket";
            case Effect.MoveTicket ignored -> "moving its ticket";
        };
    }

    private static String surface(Effect.Surface surface) {
        return switch (surface) {
            case CARD -> "its card";
            case TOPIC -> "the topic of its channel";
            case ANNOUNCEMENT -> "its announcement";
            case PIN -> "pinning its card";
            case BOOKMARKS -> "the links of its channel";
            case DOCUMENT -> "its document";
            case POST_MORTEM -> "the shared post-mortem";
        };
    }

    /** By Slack's own word, which stands first. */
    private static String advice(String reason) {
        return switch (reason.split("[ (]", 2)[0]) {
            case "is_archived" -> "Unarchive the channel, then try again.";
            case "not_in_channel", "channel_not_found" ->
                    "Bring Muster back into the channel (`/invite`), then try again.";
            case "user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot" ->
                    "This person cannot be reached here: tell them in another way, and correct"
                            + " `team.yml` if they have left.";
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "not_authorized",
                    "no_permission",
                    "user_is_restricted" ->
                    "Ask whoever administers the workspace to allow it to Muster, then try again.";
            case "invalid_blocks", "invalid_arguments", "msg_too_long", "msg_blocks_too_long" ->
                    "Slack does not take what Muster made: say it by hand, and report this line.";
            default -> "If it still matters, say it by hand, or try again.";
        };
    }
}

package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.users.UsersLookupByEmailRequest;

import io.muster.app.Secret;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Team;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Slack knows the people of the team file, and the user groups of its rotations. */
public final class PeopleCheckup {
    private PeopleCheckup() {}

    /** Asks Slack for each of them. */
    public static List<SlackCheckup.Line> examine(URI api, Secret token, Team team) {
        List<SlackCheckup.Line> lines = new ArrayList<>();
        try (SlackClient client = new SlackClient(api, token)) {
            int known = 0;
            for (Team.Member member : team.people().values()) {
                Optional<SlackCheckup.Line> wrong = person(client, member);
                wrong.ifPresent(lines::add);
                known += wrong.isEmpty() ? 1 : 0;
            }
            if (known == team.people().size() && known > 0) {
                lines.add(
                        new SlackCheckup.Line(
                                true, "Slack knows all " + known + " people of the team"));
            }
            for (Rotation rotation : team.rotations().all().values()) {
                rotation.userGroup().ifPresent(group -> lines.add(group(client, group)));
            }
        }
        return lines;
    }

    private static Optional<SlackCheckup.Line> person(SlackClient client, Team.Member member) {
        SlackAnswer answer =
                member.id().isPresent()
                        ? client.call(
                                "users.info",
                                RequestFormBuilder.toForm(
                                        UsersInfoRequest.builder()
                                                .user(member.id().get().value())
                                                .build()))
                        : client.call(
                                "users.lookupByEmail",
                                RequestFormBuilder.toForm(
                                        UsersLookupByEmailRequest.builder()
                                                .email(member.email().orElse(""))
                                                .build()));
        return switch (answer) {
            case SlackAnswer.Ok ok ->
                    ok.text("user", "deleted").filter("true"::equals).isPresent()
                            ? wrong(member.name() + " left this workspace: take them out")
                            : Optional.empty();
            case SlackAnswer.No no ->
                    wrong(
                            "Slack does not know "
                                    + member.name()
                                    + " ("
                                    + no.error()
                                    + "): correct the id or the address in the team file");
            case SlackAnswer.Slower ignored ->
                    wrong(member.name() + " was not looked up: Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> wrong(it.reason());
            case SlackAnswer.Lost it -> wrong(it.reason());
        };
    }

    private static Optional<SlackCheckup.Line> wrong(String words) {
        return Optional.of(new SlackCheckup.Line(false, words));
    }

    private static SlackCheckup.Line group(SlackClient client, String group) {
        String name = "user group " + group + ": ";
        SlackAnswer answer =
                client.call(
                        "usergroups.list",
                        RequestFormBuilder.toForm(UsergroupsListRequest.builder().build()));
        return switch (answer) {
            case SlackAnswer.Ok ok ->
                    group.matches("S[A-Z0-9]{2,20}") || UserGroups.find(ok, group).isPresent()
                            ? new SlackCheckup.Line(true, name + "follows whoever is on call")
                            : new SlackCheckup.Line(
                                    false, name + "Slack has none of this handle; make it there");
            case SlackAnswer.No no ->
                    new SlackCheckup.Line(
                            false,
                            name
                                    + switch (no.error()) {
                                        case "missing_scope" ->
                                                "add the optional scopes usergroups:read and"
                                                        + " usergroups:write and install the app"
                                                        + " again, or take `user-group` out";
                                        case "plan_upgrade_required", "paid_teams_only" ->
                                                "this workspace's plan has no user groups; take"
                                                        + " `user-group` out";
                                        default -> "Slack says " + no.error();
                                    });
            case SlackAnswer.Slower ignored ->
                    new SlackCheckup.Line(false, name + "Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> new SlackCheckup.Line(false, name + it.reason());
            case SlackAnswer.Lost it -> new SlackCheckup.Line(false, name + it.reason());
        };
    }
}

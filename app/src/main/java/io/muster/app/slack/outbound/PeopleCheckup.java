package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.users.UsersLookupByEmailRequest;

import io.muster.app.Secret;
import io.muster.app.checkup.Finding;
import io.muster.core.Spoken;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Team;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Slack knows the people of the team file, and the user groups of its rotations. */
public final class PeopleCheckup {
    /** How long all of them may take together. */
    public static final Duration LIMIT = Duration.ofSeconds(45);

    private static final Duration ASKING = Duration.ofSeconds(30);
    private static final String PEOPLE = "people";
    private static final String GROUPS = "user groups";

    private PeopleCheckup() {}

    /** Asks Slack for each of the people, as many as there is time for. */
    public static List<Finding> people(URI api, Secret token, Team team) {
        List<Finding> findings = new ArrayList<>();
        long end = System.nanoTime() + ASKING.toNanos();
        int known = 0;
        int asked = 0;
        try (SlackClient client = new SlackClient(api, token)) {
            for (Team.Member member : team.people().values()) {
                if (System.nanoTime() > end) {
                    break;
                }
                Optional<Finding> wrong = person(client, member);
                wrong.ifPresent(findings::add);
                asked++;
                known += wrong.isEmpty() ? 1 : 0;
            }
        }
        int all = team.people().size();
        if (asked < all) {
            findings.add(
                    Finding.warn(
                            PEOPLE,
                            Spoken.count(all - asked, "more name")
                                    + " were not looked up: Slack is too slow now"));
        } else if (known == all && known > 0) {
            findings.add(Finding.ok(PEOPLE, "Slack knows all " + known + " people of the team"));
        }
        return findings;
    }

    /** Asks Slack for the groups that follow who is on call. */
    public static List<Finding> groups(URI api, Secret token, Team team) {
        List<String> groups =
                team.rotations().all().values().stream()
                        .map(Rotation::userGroup)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        if (groups.isEmpty()) {
            return List.of(Finding.ok(GROUPS, "no rotation has one"));
        }
        try (SlackClient client = new SlackClient(api, token)) {
            SlackAnswer answer =
                    client.call(
                            "usergroups.list",
                            RequestFormBuilder.toForm(UsergroupsListRequest.builder().build()));
            return groups.stream().map(group -> group(group, answer)).toList();
        }
    }

    private static Optional<Finding> person(SlackClient client, Team.Member member) {
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
            case SlackAnswer.No no -> unknown(member, no);
            case SlackAnswer.Slower ignored ->
                    notAsked(member.name() + " was not looked up: Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> notAsked(member.name() + ": " + it.reason());
            case SlackAnswer.Lost it -> notAsked(member.name() + ": " + it.reason());
        };
    }

    /** Who is known by an address alone may be somebody who is reached by mail, like a board. */
    private static Optional<Finding> unknown(Team.Member member, SlackAnswer.No no) {
        boolean byAddress = member.id().isEmpty() && no.error().equals("users_not_found");
        return byAddress
                ? Optional.of(
                        Finding.warn(
                                PEOPLE,
                                "Slack does not know the address of "
                                        + member.name()
                                        + ": they are reached by mail alone. If they are in Slack,"
                                        + " correct it in the team file"))
                : wrong(
                        "Slack does not know "
                                + member.name()
                                + " ("
                                + no.error()
                                + "): correct the id or the address in the team file");
    }

    private static Optional<Finding> wrong(String words) {
        return Optional.of(Finding.toDo(PEOPLE, words));
    }

    private static Optional<Finding> notAsked(String words) {
        return Optional.of(Finding.warn(PEOPLE, words));
    }

    private static Finding group(String group, SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Ok ok ->
                    UserGroups.find(ok, group).isPresent()
                            ? Finding.ok(GROUPS, group + " follows whoever is on call")
                            : Finding.toDo(
                                    GROUPS,
                                    group
                                            + ": Slack has no such user group that is switched on; make it there or"
                                            + " correct the team file");
            case SlackAnswer.No no -> Finding.toDo(GROUPS, group + ": " + remedy(no));
            case SlackAnswer.Slower ignored ->
                    Finding.warn(GROUPS, group + ": Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> Finding.warn(GROUPS, group + ": " + it.reason());
            case SlackAnswer.Lost it -> Finding.warn(GROUPS, group + ": " + it.reason());
        };
    }

    private static String remedy(SlackAnswer.No no) {
        if (PlacesCheckup.isForPayingTeams(no)) {
            return "this workspace's plan has no user groups; take `user-group` out";
        }
        return no.error().equals("missing_scope")
                ? "add the optional scopes usergroups:read and usergroups:write and install the app"
                        + " again, or take `user-group` out"
                : "Slack says " + no.error();
    }
}

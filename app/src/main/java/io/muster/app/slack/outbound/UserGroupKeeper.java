package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest;

import io.muster.app.clock.OnCallBell;
import io.muster.app.desk.DutyDesk;
import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Rotation;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import okhttp3.FormBody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps user groups filled with whoever is on call. Groups want a paid plan and two scopes that are
 * optional: where Slack says no, it is said once in the log and by {@code doctor}, and tried again
 * after a while; nothing else suffers. In a gap a group keeps its last member, for a group cannot
 * be empty without being switched off.
 */
public final class UserGroupKeeper implements OnCallBell.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(UserGroupKeeper.class);
    private static final String FACT = "usergroup:";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SlackClient client;
    private final Archive archive;
    private final SlackMemory memory;
    private final Map<String, String> held = new LinkedHashMap<>();
    private Instant notBefore = Instant.MIN;

    /** Calls this Slack; what it has set is remembered, so that other nodes need not. */
    public UserGroupKeeper(SlackClient client, Archive archive, SlackMemory memory) {
        this.client = client;
        this.archive = archive;
        this.memory = memory;
    }

    @Override
    public void follow(DutyDesk.Seen seen) {
        if (Instant.now().isBefore(notBefore)) {
            return;
        }
        for (Map.Entry<String, Set<String>> group : wanted(seen).entrySet()) {
            String people = String.join(",", group.getValue());
            if (!people.isEmpty() && !people.equals(held.get(group.getKey()))) {
                fill(group.getKey(), people);
            }
        }
    }

    private static Map<String, Set<String>> wanted(DutyDesk.Seen seen) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Rotation rotation : seen.plan().team().rotations().all().values()) {
            rotation.userGroup()
                    .ifPresent(group ->
                            wanted.computeIfAbsent(group, g -> new TreeSet<>())
                                    .addAll(onDuty(seen, rotation)));
        }
        return wanted;
    }

    /** By the roles that it fills, for there overrides count; else by its turns alone. */
    private static Set<String> onDuty(DutyDesk.Seen seen, Rotation rotation) {
        DutyPlan plan = seen.plan();
        List<RoleName> roles = plan.team().rotations().filledBy(rotation.name());
        Set<PersonId> people = new LinkedHashSet<>();
        roles.forEach(role -> plan.watch(role, seen.now()).person().ifPresent(people::add));
        if (roles.isEmpty()) {
            rotation.at(seen.now())
                    .flatMap(duty -> plan.person(duty.person()))
                    .ifPresent(people::add);
        }
        return people.stream().map(PersonId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private void fill(String group, String people) {
        if (archive.transact(tx -> memory.fact(tx, FACT + group))
                .filter(people::equals)
                .isPresent()) {
            held.put(group, people);
            return;
        }
        Optional<String> id = group.matches("S[A-Z0-9]{2,20}") ? Optional.of(group) : idOf(group);
        if (id.isEmpty()) {
            return;
        }
        FormBody.Builder form =
                new FormBody.Builder().add("usergroup", id.get()).add("users", people);
        switch (client.call("usergroups.users.update", form)) {
            case SlackAnswer.Ok ignored -> {
                held.put(group, people);
                archive.run(tx -> memory.learn(tx, FACT + group, people));
            }
            case SlackAnswer.No no -> later(group, no.error());
            case SlackAnswer.Slower slower -> notBefore = Instant.now().plus(slower.pause());
            // The whole list is set each time, so asking again does no harm.
            case SlackAnswer.Unreachable ignored -> later(group, "not reachable");
            case SlackAnswer.Lost ignored -> later(group, "no answer");
        }
    }

    private Optional<String> idOf(String handle) {
        return switch (client.call(
                "usergroups.list",
                RequestFormBuilder.toForm(UsergroupsListRequest.builder().build()))) {
            case SlackAnswer.Ok ok -> {
                Optional<String> id = UserGroups.find(ok, handle);
                if (id.isEmpty()) {
                    later(handle, "there is no such group");
                }
                yield id;
            }
            case SlackAnswer.No no -> {
                later(handle, no.error());
                yield Optional.empty();
            }
            case SlackAnswer.Slower slower -> {
                notBefore = Instant.now().plus(slower.pause());
                yield Optional.empty();
            }
            case SlackAnswer.Unreachable ignored -> Optional.empty();
            case SlackAnswer.Lost ignored -> Optional.empty();
        };
    }

    private void later(String group, String why) {
        notBefore = Instant.now().plus(PATIENCE);
        LOG.warn(
                "The user group {} cannot follow whoever is on call: {}. `muster doctor` says what"
                        + " to do.",
                group,
                why);
    }
}

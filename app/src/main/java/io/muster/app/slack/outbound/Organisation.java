package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;

import io.muster.app.slack.Belonging;
import io.muster.core.PersonId;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who belongs to us. A request names the workspace of whoever sends it. In an organisation of
 * several workspaces that may be another one of ours, or the organisation itself; then Slack is
 * asked once whether the person is of our organisation. Whoever it does not say so of is not.
 */
public final class Organisation implements Belonging {
    private final SlackClient client;
    private final SlackIdentity identity;
    private final TeamDirectory directory;
    private final Map<PersonId, Boolean> known = new ConcurrentHashMap<>();

    /** Asks by this client. */
    public Organisation(SlackClient client, SlackIdentity identity, TeamDirectory directory) {
        this.client = client;
        this.identity = identity;
        this.directory = directory;
    }

    @Override
    public boolean isOurWorkspace(Optional<String> team) {
        return identity.isOurs(team);
    }

    @Override
    public boolean isOneOfUs(PersonId person, Optional<String> home) {
        if (identity.isOurs(home)) {
            return true;
        }
        Optional<String> ours = identity.enterprise();
        return ours.isPresent() && (home.equals(ours) || isOf(ours.get(), person));
    }

    @Override
    public void meet(PersonId person) {
        directory.meet(person);
    }

    @Override
    public void changed(PersonId person, boolean guest) {
        directory.standing(person, guest);
    }

    private boolean isOf(String enterprise, PersonId person) {
        Boolean before = known.get(person);
        return before == null ? ask(enterprise, person) : before;
    }

    private boolean ask(String enterprise, PersonId person) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(person.value()).build();
        if (client.callNow("users.info", RequestFormBuilder.toForm(request))
                instanceof SlackAnswer.Ok ok) {
            boolean ours =
                    ok.text("user", "enterprise_user", "enterprise_id")
                            .filter(enterprise::equals)
                            .isPresent();
            known.put(person, ours);
            return ours;
        }
        return false;
    }
}

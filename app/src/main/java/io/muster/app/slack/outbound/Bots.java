package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;

import io.muster.core.PersonId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who is a program and not a person; asked once for each. Whoever is not known counts as a person,
 * because it is worse to overhear somebody than to listen to a program.
 */
public final class Bots implements Predicate<PersonId> {
    private static final String SLACKBOT = "USLACKBOT";

    private final SlackClient client;
    private final SlackIdentity identity;
    private final Map<PersonId, Boolean> known = new ConcurrentHashMap<>();

    /** Asks by this client. */
    public Bots(SlackClient client, SlackIdentity identity) {
        this.client = client;
        this.identity = identity;
    }

    @Override
    public boolean test(PersonId person) {
        if (identity.isUs(person) || person.value().equals(SLACKBOT)) {
            return true;
        }
        Boolean before = known.get(person);
        return before == null ? ask(person) : before;
    }

    private boolean ask(PersonId person) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(person.value()).build();
        if (client.callNow("users.info", RequestFormBuilder.toForm(request))
                instanceof SlackAnswer.Ok ok) {
            boolean bot = ok.text("user", "is_bot").filter("true"::equals).isPresent();
            known.put(person, bot);
            return bot;
        }
        return false;
    }
}

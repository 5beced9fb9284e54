package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;

import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Who is only a guest of the workspace. Slack is asked when somebody first wants something, and
 * tells of changes. Nobody waits for it long: while Slack does not say, a person counts as a
 * member, because people in trouble must be heard even then.
 */
final class Guests {
    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
    private static final String GUEST = "guest:";
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Executor EACH = task -> Thread.ofVirtual().name("guests").start(task);

    private final SlackClient client;
    private final Archive archive;
    private final SlackMemory memory;
    private final Set<PersonId> guests = ConcurrentHashMap.newKeySet();
    private final Map<PersonId, CompletableFuture<Boolean>> met = new ConcurrentHashMap<>();

    Guests(SlackClient client, Archive archive, SlackMemory memory) {
        this.client = client;
        this.archive = archive;
        this.memory = memory;
    }

    /** All who are known. */
    Set<PersonId> all() {
        return Set.copyOf(guests);
    }

    /** Somebody wants something; returns when it is known whether they are a guest, or soon. */
    void meet(PersonId person) {
        CompletableFuture<Boolean> asked =
                met.computeIfAbsent(person, p -> CompletableFuture.supplyAsync(() -> ask(p), EACH));
        try {
            boolean ignored = // either way they are heard
                    asked.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .join();
        } catch (RuntimeException e) {
            LOG.warn("Whether somebody is a guest is not known for now", e);
            met.remove(person, asked);
        }
    }

    /** Slack says that somebody is a guest, or is none any more. */
    void changed(PersonId person, boolean guest) {
        if (guests.contains(person) == guest) {
            return;
        }
        archive.run(tx -> memory.learn(tx, GUEST + person, guest ? "yes" : "no"));
        note(person, guest);
    }

    /** What other nodes were told. */
    void recall() {
        Map<String, String> said = archive.transact(tx -> memory.facts(tx, GUEST));
        said.forEach((person, guest) -> note(new PersonId(person), guest.equals("yes")));
    }

    /** Whether Slack answered, one way or the other; if not, it is asked again the next time. */
    private boolean ask(PersonId person) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(person.value()).build();
        SlackAnswer answer = client.callNow("users.info", RequestFormBuilder.toForm(request));
        if (answer instanceof SlackAnswer.Ok ok) {
            changed(person, ok.text("user", "is_restricted").filter("true"::equals).isPresent());
            return true;
        }
        if (answer instanceof SlackAnswer.No no) {
            LOG.warn("Slack does not tell who somebody is: {}", no.error());
            return true;
        }
        met.remove(person);
        return false;
    }

    private void note(PersonId person, boolean guest) {
        if (guest) {
            guests.add(person);
        } else {
            guests.remove(person);
        }
    }
}

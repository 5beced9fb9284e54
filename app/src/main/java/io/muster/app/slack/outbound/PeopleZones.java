package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;

import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * In which time zone people read their clocks, as their profile in Slack says. Asked anew now and
 * then, because people travel; what was learnt before is used while Slack does not answer.
 */
public final class PeopleZones {
    private static final String ZONE = "zone:";

    /** A command has to be answered within three seconds, whatever Slack is doing. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final SlackClient client;
    private final Archive archive;
    private final SlackMemory memory;
    private final InstantSource clock;
    private final Map<PersonId, Known> known = new ConcurrentHashMap<>();

    private record Known(ZoneId zone, Instant at) {}

    /** Asks by this client. */
    public PeopleZones(
            SlackClient client, Archive archive, SlackMemory memory, InstantSource clock) {
        this.client = client;
        this.archive = archive;
        this.memory = memory;
        this.clock = clock;
    }

    /** The zone of this person; empty if nobody could say. */
    public Optional<ZoneId> of(PersonId person) {
        return Optional.ofNullable(known.get(person))
                .filter(k -> k.at().isAfter(clock.instant().minus(FRESH)))
                .map(Known::zone)
                .or(() -> asked(person))
                .or(() ->
                        archive.transact(tx -> memory.fact(tx, ZONE + person)).flatMap(this::zone));
    }

    private Optional<ZoneId> asked(PersonId person) {
        CompletableFuture<Optional<ZoneId>> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("zone").start(() -> answer.complete(ask(person)));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // it is kept for the next time when it comes
        }
    }

    private Optional<ZoneId> ask(PersonId person) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(person.value()).build();
        SlackAnswer answer = client.call("users.info", RequestFormBuilder.toForm(request));
        Optional<ZoneId> zone =
                answer instanceof SlackAnswer.Ok ok
                        ? ok.text("user", "tz").flatMap(this::zone)
                        : Optional.empty();
        zone.ifPresent(z -> {
            known.put(person, new Known(z, clock.instant()));
            archive.run(tx -> memory.learn(tx, ZONE + person, z.getId()));
        });
        return zone;
    }

    private Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

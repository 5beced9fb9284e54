package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersLookupByEmailRequest;

import io.muster.app.desk.People;
import io.muster.core.PersonId;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Roster;
import io.muster.core.roster.Team;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The team as people of this workspace. Addresses are looked up once, in the background; until
 * then, and if Slack does not know one, those people hold nothing.
 */
public final class TeamDirectory implements People, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TeamDirectory.class);
    private static final String LEFT = "left:";
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final SlackClient client;
    private final Archive archive;
    private final SlackMemory memory;
    private final Team team;
    private final Set<PersonId> admins;
    private final Map<String, PersonId> found = new ConcurrentHashMap<>();
    private final Set<String> notInSlack = ConcurrentHashMap.newKeySet();
    private final Set<PersonId> gone = ConcurrentHashMap.newKeySet();
    private final Guests guests;
    private final Thread lookup;
    private final Thread listening;

    /** Starts looking people up; returns at once. */
    public TeamDirectory(
            SlackClient client,
            Archive archive,
            SlackMemory memory,
            Team team,
            Set<PersonId> admins) {
        this.client = client;
        this.archive = archive;
        this.memory = memory;
        this.team = team;
        this.admins = Set.copyOf(admins);
        recall();
        this.guests = new Guests(client, archive, memory);
        recallWhoLeft();
        guests.recall();
        this.lookup = Thread.ofVirtual().name("team-directory").start(this::lookUpAll);
        this.listening = Thread.ofVirtual().name("who-left").start(this::listenToOtherNodes);
    }

    @Override
    public Roster roster(Instant at, List<DutyOverride> overrides) {
        return team.roster(found, notInSlack, admins, overrides, at)
                .without(gone)
                .hosting(guests.all());
    }

    @Override
    public DutyPlan plan(List<DutyOverride> overrides) {
        return new DutyPlan(team, found, overrides);
    }

    @Override
    public Set<PersonId> admins() {
        return admins;
    }

    @Override
    public Set<PersonId> guests() {
        return guests.all();
    }

    /** Somebody wants something: Slack is asked who they are, if that is not known. */
    void meet(PersonId person) {
        guests.meet(person);
    }

    /** Slack says that somebody is a guest, or is none any more. */
    void standing(PersonId person, boolean guest) {
        guests.changed(person, guest);
    }

    /** How somebody is called, from what is known already; Slack is not asked. */
    public String name(PersonId person) {
        return team.people().values().stream()
                .filter(member -> member.person(found).filter(person::equals).isPresent())
                .map(Team.Member::name)
                .findFirst()
                .or(() -> archive.transact(tx -> memory.name(tx, person)))
                .orElse("a colleague");
    }

    /** Who in the chat has this address, as far as is known. */
    public Optional<PersonId> person(String address) {
        return Optional.ofNullable(found.get(address.toLowerCase(Locale.ROOT)));
    }

    /**
     * Somebody's account in the chat changed.
     *
     * @param active whether it can still be used; who left holds nothing, whatever the file says
     * @return whether that is news
     */
    public boolean changed(PersonId person, boolean active) {
        // First what lasts: if that fails, Slack tells it again and it is still news.
        boolean news =
                archive.transact(tx -> {
                    boolean left = memory.fact(tx, LEFT + person).filter("yes"::equals).isPresent();
                    if (left == active) {
                        memory.learn(tx, LEFT + person, active ? "no" : "yes");
                    }
                    return left == active;
                });
        note(person, active);
        return news;
    }

    @Override
    public void close() {
        lookup.interrupt();
        listening.interrupt();
    }

    /** Slack tells one node that somebody left; the others read it where that one wrote it down. */
    private void listenToOtherNodes() {
        while (true) {
            try {
                Thread.sleep(AGAIN);
                recallWhoLeft();
                guests.recall();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Who left is not known anew for now", e);
            }
        }
    }

    private void lookUpAll() {
        for (String email : team.emailsToResolve()) {
            while (!lookedUp(email)) {
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** Whether Slack answered, one way or the other. */
    private boolean lookedUp(String email) {
        UsersLookupByEmailRequest request =
                UsersLookupByEmailRequest.builder().email(email).build();
        return switch (client.call("users.lookupByEmail", RequestFormBuilder.toForm(request))) {
            case SlackAnswer.Ok ok -> {
                ok.text("user", "id").ifPresent(id -> learn(email, id));
                yield true;
            }
            case SlackAnswer.No no -> {
                if (no.error().equals("users_not_found")) {
                    notInSlack.add(email.toLowerCase(Locale.ROOT));
                }
                LOG.warn(
                        "Somebody in the team file is not found in Slack by their address: {}",
                        no.error());
                yield true;
            }
            case SlackAnswer.Slower ignored -> false;
            case SlackAnswer.Unreachable ignored -> false;
            case SlackAnswer.Lost ignored -> false;
        };
    }

    private void learn(String email, String id) {
        found.put(email.toLowerCase(Locale.ROOT), new PersonId(id));
        archive.run(tx -> memory.learn(tx, fact(email), id));
    }

    /** Who was found earlier is known at once, even if Slack is down now. */
    private void recall() {
        archive.run(tx ->
                team.emailsToResolve()
                        .forEach(email ->
                                memory.fact(tx, fact(email))
                                        .ifPresent(id ->
                                                found.put(
                                                        email.toLowerCase(Locale.ROOT),
                                                        new PersonId(id)))));
    }

    private void recallWhoLeft() {
        Map<String, String> said = archive.transact(tx -> memory.facts(tx, LEFT));
        said.forEach((person, left) -> note(new PersonId(person), !left.equals("yes")));
    }

    private void note(PersonId person, boolean active) {
        if (active) {
            gone.remove(person);
        } else {
            gone.add(person);
        }
    }

    private static String fact(String email) {
        return "person:" + email.toLowerCase(Locale.ROOT);
    }
}

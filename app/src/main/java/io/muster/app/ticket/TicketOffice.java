package io.muster.app.ticket;

import io.muster.app.Secret;
import io.muster.app.SecretVariables;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Policy;
import io.muster.core.roster.TicketSystem;
import io.muster.core.roster.Ticketing;
import io.muster.core.ticket.Order;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The team's ticket system, if there is one and its token is here. */
public final class TicketOffice {
    /** Longer than a person would wait; two calls still fit into the lease of a row. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int AT_ONCE = 4;

    private final Optional<TicketSystem> system;
    private final Optional<Tracker> tracker;
    private final SheetWriter writer;
    private final Semaphore hands = new Semaphore(AT_ONCE);

    /**
     * @param installation a name for this installation that no other one has
     */
    public TicketOffice(
            Optional<TicketSystem> system, SecretVariables variables, String installation) {
        this(system, variables, installation, PATIENCE);
    }

    TicketOffice(
            Optional<TicketSystem> system,
            SecretVariables variables,
            String installation,
            Duration patience) {
        this.system = system;
        this.tracker =
                system.flatMap(s ->
                        variables.find(s.tokenFrom()).map(token -> tracker(s, token, patience)));
        this.writer = new SheetWriter(installation);
    }

    static Tracker tracker(TicketSystem system, Secret token, Duration patience) {
        return switch (system.product()) {
            case JIRA_CLOUD, JIRA_SERVER ->
                    new JiraTracker(system, new TrackerDoor(system, token, Map.of(), patience));
            case GITHUB ->
                    new GitHubTracker(
                            system,
                            new TrackerDoor(
                                    system,
                                    token,
                                    Map.of("X-GitHub-Api-Version", "2022-11-28"),
                                    patience));
            case WEBHOOK ->
                    new WebhookTracker(system, new TrackerDoor(system, token, Map.of(), patience));
        };
    }

    /** What gets a ticket: nothing, if none can be opened. */
    public Ticketing gets() {
        return tracker.flatMap(t -> system).map(TicketSystem::gets).orElse(Ticketing.NONE);
    }

    /** The other side; empty if it is not set up here. */
    public Optional<Tracker> tracker() {
        return tracker;
    }

    /** What a ticket is to say; empty if what it is for is gone. */
    public Optional<Sheet> sheet(Order order, Incident incident, Policy policy) {
        return writer.of(order, incident, policy);
    }

    /** By which the comment of this row of the outbox is found again. */
    public String mark(long row) {
        return writer.mark(row);
    }

    /** Takes a turn, to be given back: a slow ticket system must not use up all hands. */
    public boolean enter() {
        return hands.tryAcquire();
    }

    /** Gives the turn back. */
    public void leave() {
        hands.release();
    }
}

package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Feed;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the app of events, each on its own: a slow answer holds up no other. What is not
 * acknowledged is told again, almost at once, after a minute and after five.
 */
public final class EventQueue implements AutoCloseable {
    private static final List<Duration> RETRIES =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private record Again(Outbound outbound, Instant due) {}

    private final Team team;
    private final Courier courier;
    private final DeliveryFaults faults;
    private final EventBudget budget;
    private final List<Again> again = new ArrayList<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final ExecutorService running = Executors.newVirtualThreadPerTaskExecutor();

    public EventQueue(Team team, Courier courier, DeliveryFaults faults, EventBudget budget) {
        this.team = team;
        this.courier = courier;
        this.faults = faults;
        this.budget = budget;
        team.feed().onEvent(this::accept);
    }

    private void accept(Feed.Event event) {
        if (!Subscriptions.wants(team.manifest(), event) || budget.disabled()) {
            return;
        }
        switch (budget.spend(team.now())) {
            case DELIVER -> send(Outbound.of(Outbound.Kind.EVENT, envelope(event.body())));
            case SAY_LIMITED -> send(Outbound.of(Outbound.Kind.EVENT, limited()));
            case DROP -> {}
        }
    }

    /** An event in its envelope. */
    public ObjectNode envelope(ObjectNode event) {
        ObjectNode envelope =
                Json.object()
                        .put("token", team.app().verificationToken())
                        .put("team_id", team.id())
                        .put("context_team_id", team.id());
        envelope.set("context_enterprise_id", envelope.nullNode());
        envelope.put("api_app_id", team.app().appId());
        envelope.set("event", event);
        envelope.put("type", "event_callback")
                .put("event_id", team.ids().next("Ev"))
                .put("event_time", team.seconds());
        ObjectNode authorization = Json.object();
        authorization.set("enterprise_id", authorization.nullNode());
        authorization
                .put("team_id", team.id())
                .put("user_id", team.app().botUser().id())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        envelope.putArray("authorizations").add(authorization);
        return envelope.put("is_ext_shared_channel", false)
                .put("event_context", "4-" + team.ids().secret(40));
    }

    /** This one comes without an envelope. */
    private ObjectNode limited() {
        return Json.object()
                .put("token", team.app().verificationToken())
                .put("type", "app_rate_limited")
                .put("team_id", team.id())
                .put("minute_rate_limited", team.seconds() / 60 * 60)
                .put("api_app_id", team.app().appId());
    }

    private void send(Outbound outbound) {
        faults.inTurn(outbound).forEach(this::start);
    }

    /** The three seconds run from here, whenever a thread finds time for the delivery. */
    private void start(Outbound outbound) {
        Instant sentAt = team.now();
        pending.incrementAndGet();
        try {
            running.execute(() -> {
                try {
                    attempt(outbound, sentAt);
                } finally {
                    pending.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException closing) {
            pending.decrementAndGet();
        }
    }

    private void attempt(Outbound outbound, Instant sentAt) {
        Outcome outcome = courier.deliver(outbound, sentAt);
        boolean heard = outcome instanceof Outcome.Answered answered && answered.ok();
        budget.outcome(heard);
        boolean unwanted =
                outcome instanceof Outcome.Answered answered
                        && answered.header("x-slack-no-retry").equals("1");
        if (heard || unwanted || outbound.attempt() >= RETRIES.size()) {
            return;
        }
        Duration pause = RETRIES.get(outbound.attempt());
        Outbound next = outbound.retried(outbound.attempt() + 1, reason(outcome));
        synchronized (again) {
            again.add(new Again(next, team.now().plus(pause)));
        }
        sendDue();
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered when answered.status() / 100 == 3 ->
                    "too_many_redirects";
            case Outcome.Answered answered -> "http_error";
            case Outcome.TimedOut timedOut -> "http_timeout";
            case Outcome.Unreachable unreachable -> "connection_failed";
        };
    }

    /** Sends again what is due by now. */
    public void sendDue() {
        List<Again> due = new ArrayList<>();
        synchronized (again) {
            for (Iterator<Again> each = again.iterator(); each.hasNext(); ) {
                Again next = each.next();
                if (!next.due().isAfter(team.now())) {
                    due.add(next);
                    each.remove();
                }
            }
        }
        due.forEach(next -> start(next.outbound()));
    }

    /** Whether nothing is under way. A retry that waits for its minute does not count. */
    public boolean idle() {
        return pending.get() == 0 && courier.idle();
    }

    @Override
    public void close() {
        running.shutdownNow();
    }
}

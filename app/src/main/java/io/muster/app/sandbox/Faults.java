package io.muster.app.sandbox;

import io.muster.app.sandbox.delivery.DeliveryFaults;
import io.muster.app.sandbox.delivery.SocketModeServer;
import io.muster.app.sandbox.fault.Fault;
import io.muster.app.sandbox.fault.FaultPlan;
import io.muster.app.sandbox.state.Installation.TokenState;
import io.muster.app.sandbox.state.Team;

import java.time.Duration;

/**
 * What goes wrong, ordered by a test. A method named {@code *} means any. Faults with a number of
 * times wait for their calls; the others last until {@link #clear}.
 */
public final class Faults {
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Team team;
    private final FaultPlan plan;
    private final DeliveryFaults deliveries;
    private final SocketModeServer socket;

    Faults(Team team, FaultPlan plan, DeliveryFaults deliveries, SocketModeServer socket) {
        this.team = team;
        this.plan = plan;
        this.deliveries = deliveries;
        this.socket = socket;
    }

    /** 429; calling again before the wait is over is a violation. */
    public void rateLimit(String method, Duration retryAfter, int times) {
        plan.add(method, new Fault.RateLimited(retryAfter), times);
    }

    /** An HTML page with this status. */
    public void serverError(String method, int status, int times) {
        plan.add(method, new Fault.ServerError(status), times);
    }

    /** Every answer takes so much longer, in real time. */
    public void latency(String method, Duration delay) {
        plan.latency(method, delay);
    }

    /** No answer until the caller gives up. */
    public void hang(String method, int times) {
        plan.add(method, new Fault.Hang(), times);
    }

    /** Does it, and breaks the connection before the answer. */
    public void loseAnswer(String method, int times) {
        plan.add(method, new Fault.LostAnswer(), times);
    }

    /** Breaks the connection before anything is done. */
    public void dropBeforeApply(String method, int times) {
        plan.add(method, new Fault.Dropped(), times);
    }

    /** Does it, and answers half of the JSON. */
    public void malformedJson(String method, int times) {
        plan.add(method, new Fault.Malformed(), times);
    }

    /** Slack's own refusal. */
    public void error(String method, String slackErrorCode, int times) {
        plan.add(method, new Fault.Refused(slackErrorCode), times);
    }

    /** Every connection breaks, until told otherwise. */
    public void down(boolean now) {
        plan.health(now ? FaultPlan.Health.DOWN : FaultPlan.Health.UP);
    }

    /** 503 for everything, until told otherwise. */
    public void maintenance(boolean now) {
        plan.health(now ? FaultPlan.Health.MAINTENANCE : FaultPlan.Health.UP);
    }

    /** Messages younger than this are not yet found by history and replies. */
    public void hideHistoryFor(Duration age) {
        plan.hideHistory(age);
    }

    /** Each delivery to the app arrives so many times at once; 1 is normal. */
    public void duplicateDeliveries(int copies) {
        deliveries.copies(copies);
    }

    public void delayDeliveries(Duration by) {
        deliveries.delay(by);
    }

    /** The next deliveries never arrive. */
    public void loseDeliveries(int number) {
        deliveries.lose(number);
    }

    /** Whether all that were to be lost have been sent into the void. */
    public boolean haveLostAll() {
        return deliveries.toLose() == 0;
    }

    /** The next events wait for one another and arrive in reverse. */
    public void reorderEvents(int number) {
        deliveries.reorder(number);
    }

    /** Slack's clock is off when it signs. */
    public void clockSkew(Duration by) {
        deliveries.clockSkew(by);
    }

    /** The next acknowledgments over the socket are not heard. */
    public void missAcks(int number) {
        deliveries.ignoreAcks(number);
    }

    /** Announces the end of all Socket Mode links; they close ten seconds later. */
    public void disconnect(String reason) {
        disconnect(reason, GOODBYE);
    }

    public void disconnect(String reason, Duration closeAfter) {
        socket.disconnect(reason, closeAfter);
    }

    /** Cuts all Socket Mode links without a word. */
    public void abruptClose() {
        socket.cut();
    }

    public void revokeToken() {
        team.app().tokenState(TokenState.REVOKED);
    }

    public void expireToken() {
        team.app().tokenState(TokenState.EXPIRED);
    }

    public void deactivateAccount() {
        team.app().tokenState(TokenState.ACCOUNT_INACTIVE);
    }

    /** Somebody removes the app: its token dies and it is told so. */
    public void uninstall() {
        team.app().tokenState(TokenState.ACCOUNT_INACTIVE);
        team.turn(() -> team.events().uninstalled());
    }

    /** All is well again. */
    public void clear() {
        plan.clear();
        deliveries.clear();
        team.app().tokenState(TokenState.VALID);
    }
}

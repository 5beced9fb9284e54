package io.muster.app.slack.outbound;

import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SlackMemory;

import okhttp3.FormBody;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls within the budget, and reads what came of them in one way for all methods. A wish for quiet
 * is remembered in the database, so that a restart does not forget it.
 */
final class SlackCaller {
    /** A short wait is cheaper than giving the row back and claiming it again. */
    private static final Duration WORTH_WAITING = Duration.ofMillis(300);

    private final SlackClient client;
    private final Budgets budgets;
    private final Archive archive;
    private final SlackMemory memory;
    private final InstantSource clock;

    SlackCaller(
            SlackClient client,
            Archive archive,
            SlackMemory memory,
            InstantSource clock,
            Pace pace) {
        this.client = client;
        this.budgets = new Budgets(clock, pace);
        this.archive = archive;
        this.memory = memory;
        this.clock = clock;
        budgets.remember(archive.transact(memory::pauses));
    }

    /** Calls a method; an answer other than "done" becomes what the outbox has to know. */
    Deed call(
            OutboxItem item,
            String method,
            FormBody.Builder form,
            Function<SlackAnswer.Ok, Deed> done,
            Function<SlackAnswer.No, Deed> no) {
        return call(item, method, Optional.empty(), form, done, no);
    }

    /** The same for a method whose budget is by channel. */
    Deed call(
            OutboxItem item,
            String method,
            Optional<String> channel,
            FormBody.Builder form,
            Function<SlackAnswer.Ok, Deed> done,
            Function<SlackAnswer.No, Deed> no) {
        Duration wait = takeOrWaitABit(method, channel);
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        SlackAnswer given = client.call(method, form);
        budgets.posted(method, channel);
        return switch (given) {
            case SlackAnswer.Ok ok -> done.apply(ok);
            case SlackAnswer.No answer -> no.apply(answer);
            case SlackAnswer.Slower slower -> {
                pause(method, channel, slower.pause());
                yield new Deed.TooSoon(slower.pause());
            }
            case SlackAnswer.Unreachable unreachable ->
                    new Deed.Later(Pace.backOff(item.attempts()), unreachable.reason());
            case SlackAnswer.Lost lost ->
                    new Deed.Doubtful(Pace.backOff(item.attempts()), lost.reason(), true);
        };
    }

    /**
     * Takes a turn at something that is done with a method that others need more.
     *
     * @return how long to wait first; zero if it may be done now
     */
    Duration turn(String what, String place) {
        return takeOrWaitABit(what, Optional.of(place));
    }

    /** For a look, which may be told to wait like any other call. */
    SlackAnswer look(String method, FormBody.Builder form) {
        Duration wait = takeOrWaitABit(method, Optional.empty());
        if (!wait.isZero()) {
            return new SlackAnswer.Slower(wait);
        }
        SlackAnswer answer = client.call(method, form);
        if (answer instanceof SlackAnswer.Slower slower) {
            pause(method, Optional.empty(), slower.pause());
        }
        return answer;
    }

    /** Usual reading of a refusal: some pass, some never will. */
    static Deed refused(OutboxItem item, SlackAnswer.No no) {
        return switch (no.error()) {
            case "invalid_auth",
                    "not_authed",
                    "token_revoked",
                    "token_expired",
                    "account_inactive",
                    "missing_scope",
                    "team_access_not_granted",
                    "org_login_required",
                    "ekm_access_denied",
                    "accesslimited",
                    "access_denied" ->
                    // Somebody has to mend the installation; what was to be said is still to be
                    // said.
                    new Deed.Later(Duration.ofSeconds(60), reason(no));
            default -> new Deed.Hopeless(reason(no));
        };
    }

    static String reason(SlackAnswer.No no) {
        return no.detail().isBlank() ? no.error() : no.error() + " (" + no.detail() + ")";
    }

    private Duration takeOrWaitABit(String method, Optional<String> channel) {
        Duration wait = budgets.take(method, channel);
        if (wait.isZero() || wait.compareTo(WORTH_WAITING) > 0) {
            return wait;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return wait;
        }
        return budgets.take(method, channel);
    }

    private void pause(String method, Optional<String> channel, Duration wait) {
        Instant until = clock.instant().plus(wait);
        budgets.pause(method, channel, until);
        archive.run(tx -> memory.pause(tx, Budgets.scope(method, channel), until));
    }
}

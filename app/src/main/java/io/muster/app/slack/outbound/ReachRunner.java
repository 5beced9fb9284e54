package io.muster.app.slack.outbound;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.reach.Answer;
import io.muster.app.reach.Reaching;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.ReachCommand;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.reach.Reach;
import io.muster.db.Archive;
import io.muster.db.journal.Journal;
import io.muster.db.outbox.OutboxItem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Mails and calls from the outbox. What the other side answered goes into the incident's record
 * before the row is settled: if Muster dies between the two, the mail goes out again under the same
 * Message-ID, and the record has it once.
 */
final class ReachRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ReachRunner.class);

    /** After this somebody has to reach them otherwise. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Reaching reaching;
    private final Archive archive;
    private final Journal journal;
    private final IncidentDesk desk;
    private final InstantSource clock;

    ReachRunner(
            Reaching reaching,
            Archive archive,
            Journal journal,
            IncidentDesk desk,
            InstantSource clock) {
        this.reaching = reaching;
        this.archive = archive;
        this.journal = journal;
        this.desk = desk;
        this.clock = clock;
    }

    Deed mail(OutboxItem item, Effect.Mail mail, IncidentView view) {
        Optional<Reach> reach = view.incident().dossier().reaches().find(mail.reach());
        return reach.map(r -> mailTurn(item, orders(item, r), () -> reaching.mail(r, about(view))))
                .orElseGet(() -> new Deed.Needless("nothing was ordered"));
    }

    Deed digest(OutboxItem item, Effect.MailDigest digest) {
        Effect.MailDigest.Order first = digest.orders().getFirst();
        return mailTurn(
                item,
                digest.orders(),
                () ->
                        reaching.digest(
                                digest.to(), digest.entries(), first.incident(), first.reach()));
    }

    /** A page that Slack does not take is recorded, so that the next way is tried at once. */
    Deed tell(OutboxItem item, Effect.Tell tell, IncidentView view, MessagePoster poster) {
        return poster.post(
                item,
                tell.person().value(),
                NoticeBlocks.of(tell.notice(), view),
                no ->
                        tell.notice() instanceof Notice.Call
                                ? refused(item, tell.person(), no)
                                : SlackCaller.refused(item, no));
    }

    private Deed refused(OutboxItem item, PersonId person, SlackAnswer.No no) {
        Outcome outcome =
                desk.handle(
                        item.incident(),
                        new ReachCommand.RecordPageRefused(person, inWords(no.error())),
                        Knock.ofTheClock());
        if (outcome instanceof Outcome.Refused) {
            LOG.debug("that {} was not paged in {} is known", person, item.incident());
        }
        return SlackCaller.refused(item, no) instanceof Deed.Later mended
                ? mended
                : new Deed.Needless(SlackCaller.reason(no));
    }

    private static String inWords(String error) {
        return switch (error) {
            case "user_disabled", "user_not_found", "channel_not_found" ->
                    "they have no active account (" + error + ")";
            case "account_inactive", "token_revoked", "token_expired", "invalid_auth" ->
                    "it does not let Muster in (" + error + ")";
            default -> "it says " + error;
        };
    }

    Deed call(OutboxItem item, Effect.Hook hook, IncidentView view) {
        Optional<Reach> reach = view.incident().dossier().reaches().find(hook.reach());
        if (reach.isEmpty()) {
            return new Deed.Needless("nothing was ordered");
        }
        Duration wait = reaching.callTurn();
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        try {
            return settle(
                    item,
                    orders(item, reach.get()),
                    reaching.call(reach.get(), hook.webhook(), about(view)));
        } finally {
            reaching.callDone();
        }
    }

    private Deed mailTurn(
            OutboxItem item, List<Effect.MailDigest.Order> orders, Supplier<Answer> send) {
        Duration wait = reaching.mailTurn();
        if (!wait.isZero()) {
            return new Deed.TooSoon(wait);
        }
        try {
            return settle(item, orders, send.get());
        } finally {
            reaching.mailDone();
        }
    }

    private static List<Effect.MailDigest.Order> orders(OutboxItem item, Reach reach) {
        return List.of(new Effect.MailDigest.Order(item.incident(), reach.number()));
    }

    private Reaching.Subject about(IncidentView view) {
        IncidentId id = view.incident().id();
        return new Reaching.Subject(
                view.incident(),
                view.policy(),
                view.now(),
                () -> archive.transact(tx -> journal.story(tx, id)));
    }

    private Deed settle(OutboxItem item, List<Effect.MailDigest.Order> orders, Answer answer) {
        return switch (answer) {
            case Answer.Taken(String proof) -> {
                orders.forEach(o -> record(o, reached(o, proof)));
                yield Deed.done();
            }
            case Answer.Refused(String why) -> {
                orders.forEach(o -> record(o, new ReachCommand.RecordUnreached(o.reach(), why)));
                yield new Deed.Needless(why);
            }
            case Answer.Needless(String why) -> new Deed.Needless(why);
            case Answer.Later(Duration after, String why) -> {
                Duration wait = longer(after, Pace.backOff(item.attempts()));
                yield isHopeless(item)
                        ? settle(item, orders, givenUp(why))
                        : new Deed.Later(wait, why);
            }
            case Answer.Lost(String why) ->
                    isHopeless(item)
                            ? settle(item, orders, givenUp(why))
                            : new Deed.Doubtful(Pace.backOff(item.attempts()), why, true);
        };
    }

    private static Answer givenUp(String why) {
        return new Answer.Refused("given up after a day: " + why);
    }

    private boolean isHopeless(OutboxItem item) {
        return clock.instant().isAfter(item.firstAttempt().plus(PATIENCE));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private ReachCommand reached(Effect.MailDigest.Order order, String proof) {
        Optional<String> hash =
                archive.transact(tx -> journal.read(tx, order.incident()))
                        .flatMap(i -> i.dossier().reaches().find(order.reach()))
                        .flatMap(Reach::hash);
        return new ReachCommand.RecordReached(order.reach(), proof, hash);
    }

    private void record(Effect.MailDigest.Order order, IncidentCommand command) {
        Outcome outcome = desk.handle(order.incident(), command, Knock.ofTheClock());
        if (outcome instanceof Outcome.Refused) {
            LOG.debug("{} of {} was recorded before", order.reach(), order.incident());
        }
    }
}

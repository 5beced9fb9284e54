package io.muster.app.desk;

import io.muster.core.Phrase;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.notice.Reactions;
import io.muster.core.policy.Policy;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.delivery.DeliveryTable;
import io.muster.db.journal.History;
import io.muster.db.journal.Journal;
import io.muster.db.outbox.Outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one door. Slack, the web, the clock and the command line all knock here: what is known is
 * looked up and locked, the core decides, and what happened is written down together with what the
 * world must be told of it. One transaction; when this returns, it is durable.
 */
public final class IncidentDesk {
    private final Archive archive;
    private final Journal journal;
    private final Outbox outbox;
    private final DeliveryTable deliveries;
    private final Office office;
    private final ProgramDesk program;

    /** A desk that writes to this journal and this outbox. */
    public IncidentDesk(
            Archive archive,
            Journal journal,
            Outbox outbox,
            DeliveryTable deliveries,
            Office office,
            ProgramDesk program) {
        this.archive = archive;
        this.journal = journal;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.office = office;
        this.program = program;
    }

    /** Something is wrong: the next number, a new journal. */
    public Outcome declare(IncidentCommand.Declare command, Knock knock) {
        return once(knock, tx -> declareForTheFirstTime(tx, command, knock));
    }

    /** Everything else. The command names the thing it is about, so asking twice is harmless. */
    public Outcome handle(IncidentId id, IncidentCommand command, Knock knock) {
        return handleAll(id, List.of(command), knock);
    }

    /** Several wishes as one: all of them happen, or none. */
    public Outcome handleAll(IncidentId id, List<IncidentCommand> commands, Knock knock) {
        return once(
                knock,
                tx ->
                        journal.open(tx, id)
                                .map(history -> decide(tx, history, commands, knock))
                                .orElseGet(IncidentDesk::unknown));
    }

    /** A delivery is acted on once; one that was refused changed nothing and may be asked again. */
    private Outcome once(Knock knock, Function<Tx, Outcome> act) {
        return archive.transact(tx -> {
            Optional<Outcome> before = again(tx, knock);
            if (before.isPresent()) {
                return before.get();
            }
            Outcome outcome = act.apply(tx);
            if (outcome instanceof Outcome.Refused) {
                knock.delivery().ifPresent(delivery -> deliveries.forget(tx, delivery));
            }
            return outcome;
        });
    }

    /** The same as part of something larger. */
    Outcome declare(Tx tx, IncidentCommand.Declare command, Knock knock) {
        return declareForTheFirstTime(tx, command, knock);
    }

    /** The same as part of something larger. */
    Outcome handle(Tx tx, IncidentId id, IncidentCommand command, Knock knock) {
        return journal.open(tx, id)
                .map(history -> decide(tx, history, List.of(command), knock))
                .orElseGet(IncidentDesk::unknown);
    }

    private Outcome declareForTheFirstTime(Tx tx, IncidentCommand.Declare command, Knock knock) {
        Policy policy = office.policy();
        Moment moment = office.moment(tx, knock.by(), policy, Instant.MIN);
        return switch (IncidentRules.declare(command, moment)) {
            case Decision.Refused(Phrase words) -> new Outcome.Refused(words);
            case Decision.Accepted(List<IncidentEvent> events) -> {
                List<Happened> happened = stamp(events, moment);
                IncidentId id = Journal.nextNumber(tx);
                Incident after = journal.begin(tx, id, happened, policy, knock.from());
                tell(tx, after, happened, policy, knock);
                yield new Outcome.Done(after, events);
            }
        };
    }

    private Outcome decide(Tx tx, History history, List<IncidentCommand> commands, Knock knock) {
        Policy policy = office.policyOf(history.incident());
        Moment moment = office.moment(tx, knock.by(), policy, history.newest());
        List<IncidentEvent> all = new ArrayList<>();
        Incident now = history.incident();
        for (IncidentCommand command : commands) {
            switch (IncidentRules.decide(now, command, moment)) {
                case Decision.Refused(Phrase words) -> {
                    return new Outcome.Refused(words);
                }
                case Decision.Accepted(List<IncidentEvent> events) -> {
                    all.addAll(events);
                    now = now.applyAll(events, moment.by(), moment.now());
                }
            }
        }
        if (all.isEmpty()) {
            return new Outcome.Done(history.incident(), all);
        }
        List<Happened> happened = stamp(all, moment);
        Incident after = journal.append(tx, history, happened, policy, knock.from());
        tell(tx, after, happened, policy, knock);
        return new Outcome.Done(after, all);
    }

    private void tell(Tx tx, Incident after, List<Happened> happened, Policy policy, Knock knock) {
        outbox.put(tx, after.id(), Reactions.to(happened, after), policy.rank(after.severity()));
        program.hear(tx, after, happened.stream().map(Happened::event).toList(), knock);
        knock.delivery().ifPresent(delivery -> deliveries.concerns(tx, delivery, after.id()));
    }

    /** The answer to a delivery that was acted on before: what is true, and nothing new. */
    private Optional<Outcome> again(Tx tx, Knock knock) {
        if (knock.delivery().isEmpty()) {
            return Optional.empty();
        }
        return switch (deliveries.note(tx, knock.delivery().get())) {
            case DeliveryTable.Seen.FirstTime ignored -> Optional.empty();
            case DeliveryTable.Seen.Again(Optional<IncidentId> incident) ->
                    Optional.of(
                            incident.flatMap(id -> journal.read(tx, id))
                                    .<Outcome>map(known -> new Outcome.Done(known, List.of()))
                                    .orElseGet(IncidentDesk::answeredBefore));
        };
    }

    private static List<Happened> stamp(List<IncidentEvent> events, Moment moment) {
        return events.stream().map(e -> new Happened(e, moment.by(), moment.now())).toList();
    }

    /** In the words of what is hidden: whoever asks for the next number must not learn of it. */
    private static Outcome unknown() {
        return new Outcome.Refused(IncidentRules.notHere());
    }

    private static Outcome answeredBefore() {
        return new Outcome.Refused(
                Phrase.of("That request was answered already; nothing was changed."));
    }
}

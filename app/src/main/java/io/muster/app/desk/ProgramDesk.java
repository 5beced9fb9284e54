package io.muster.app.desk;

import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Moment;
import io.muster.core.policy.Policy;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramCommand;
import io.muster.core.program.ProgramDecision;
import io.muster.core.program.ProgramEars;
import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.program.ProgramReactions;
import io.muster.core.program.ProgramRules;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.journal.ProgramJournal;
import io.muster.db.outbox.Outbox;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The same door for the standing file of the program: locked, decided, written down with what the
 * world must be told, in one transaction.
 */
public final class ProgramDesk {
    private final Archive archive;
    private final ProgramJournal journal;
    private final Outbox outbox;
    private final Office office;

    /** A desk that writes to this journal and this outbox. */
    public ProgramDesk(Archive archive, ProgramJournal journal, Outbox outbox, Office office) {
        this.archive = archive;
        this.journal = journal;
        this.outbox = outbox;
        this.office = office;
    }

    /** The program at one instant, under the policy in force. */
    public record Seen(Program program, Policy policy, Instant now) {}

    /** What is true of the program; everybody may see it. */
    public Seen seen() {
        return archive.transact(
                tx -> new Seen(journal.read(tx), office.policy(), DatabaseClock.now(tx)));
    }

    /** Everything that happened to the program, oldest first. */
    public List<ProgramHappened> story() {
        return archive.transact(journal::story);
    }

    /**
     * Asks for something.
     *
     * @return why not; empty if it was done
     */
    public Optional<Phrase> handle(ProgramCommand command, Knock knock) {
        return archive.transact(tx -> handle(tx, command, knock));
    }

    /** The same in a transaction that also writes what the file does not hold. */
    public Optional<Phrase> handle(Tx tx, ProgramCommand command, Knock knock) {
        ProgramJournal.Standing standing = journal.open(tx);
        Moment moment = office.moment(tx, knock.by(), office.policy(), standing.newest());
        return switch (ProgramRules.decide(standing.program(), command, moment)) {
            case ProgramDecision.Refused(Phrase words) -> Optional.of(words);
            case ProgramDecision.Accepted(List<ProgramEvent> events) -> {
                write(tx, standing, events, moment, knock);
                yield Optional.empty();
            }
        };
    }

    /** Something happened to an incident, in this very transaction: does the program mind? */
    void hear(Tx tx, Incident incident, List<IncidentEvent> events, Knock knock) {
        if (!ProgramEars.concerns(events)) {
            return;
        }
        ProgramJournal.Standing standing = journal.open(tx);
        Moment moment = office.moment(tx, knock.by(), office.policy(), standing.newest());
        write(
                tx,
                standing,
                ProgramEars.hear(standing.program(), incident, events, moment),
                moment,
                knock);
    }

    private void write(
            Tx tx,
            ProgramJournal.Standing standing,
            List<ProgramEvent> events,
            Moment moment,
            Knock knock) {
        if (events.isEmpty()) {
            return;
        }
        List<ProgramHappened> happened =
                events.stream()
                        .map(e -> new ProgramHappened(e, moment.by(), moment.now()))
                        .toList();
        journal.append(tx, standing, happened, moment.policy().version(), knock.from());
        // The gravest incident goes first whatever the plan has to say.
        outbox.put(
                tx,
                IncidentId.PROGRAM,
                ProgramReactions.to(happened),
                moment.policy().severities().size());
    }
}

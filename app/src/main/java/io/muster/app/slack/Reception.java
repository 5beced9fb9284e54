package io.muster.app.slack;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.IncidentRecords;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Office;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.policy.Policy;
import io.muster.db.incident.BoardRow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every conversation needs: which incident is meant, what the desk says, and how that is told
 * to the person who asked.
 */
public final class Reception {
    private static final int SHOWN = 10;

    private final IncidentDesk desk;
    private final IncidentRecords records;
    private final Office office;

    /** In front of this desk. */
    public Reception(IncidentDesk desk, IncidentRecords records, Office office) {
        this.desk = desk;
        this.records = records;
        this.office = office;
    }

    /**
     * Finds the incident that is meant: the one that is named, else the one whose channel this is;
     * else asks which one.
     *
     * @param then gets the incident and the words without its number
     */
    public Answer about(Typed typed, BiFunction<IncidentId, Typed, Answer> then) {
        String[] words = Typing.split(typed.rest());
        Optional<IncidentId> named = Numbers.spoken(words[0]);
        if (named.isPresent()) {
            String raw = Typing.split(typed.raw())[1];
            return then.apply(named.get(), new Typed(typed.from(), words[1], raw));
        }
        return typed.from()
                .channel()
                .flatMap(records::inChannel)
                .map(here -> then.apply(here, typed))
                .orElseGet(() -> whichOne(typed.by()));
    }

    /** Asks the desk, and tells the person what came of it. */
    public Answer ask(
            IncidentId id, IncidentCommand command, Knock knock, Function<Incident, Answer> done) {
        return tell(desk.handle(id, command, knock), done);
    }

    /** Asks the desk for several things as one. */
    public Outcome askAll(IncidentId id, List<IncidentCommand> commands, Knock knock) {
        return desk.handleAll(id, commands, knock);
    }

    /** Declares. */
    public Outcome declare(IncidentCommand.Declare command, Knock knock) {
        return desk.declare(command, knock);
    }

    /**
     * Tells the person what came of it: their own words when it is done, the desk's when it is not.
     */
    public Answer tell(Outcome outcome, Function<Incident, Answer> done) {
        return switch (outcome) {
            case Outcome.Done(Incident incident, var ignored) -> done.apply(incident);
            case Outcome.Refused(var words) -> Answer.whisper(words);
        };
    }

    /** The incident as this person may see it, with the words of its policy. */
    public Optional<IncidentView> view(IncidentId id, PersonId reader) {
        return records.find(id, reader)
                .map(seen ->
                        new IncidentView(
                                seen.incident(), office.policyOf(seen.incident()), seen.now()));
    }

    /** The incidents that are not over and that this person may see, the gravest first. */
    public List<IncidentView> openInFull(PersonId reader) {
        return records.openInFull(reader).stream()
                .map(seen ->
                        new IncidentView(
                                seen.incident(), office.policyOf(seen.incident()), seen.now()))
                .toList();
    }

    /** The answer when there is nothing that this person may see. */
    public Answer nothingHere() {
        return Answer.whisper(IncidentRules.notHere());
    }

    /** The policy under which new incidents are opened. */
    public Policy policy() {
        return office.policy();
    }

    /** Reading, for those who show lists and stories. */
    public IncidentRecords records() {
        return records;
    }

    /** Who is on duty, for those who show it. */
    public Office office() {
        return office;
    }

    private Answer whichOne(PersonId person) {
        List<BoardRow> open = newestFirst(records.open(person));
        if (open.isEmpty()) {
            return Answer.whisper(
                    "This is not the channel of an incident, and no incident is open that you can see."
                            + " To declare one: `/incident declare`.");
        }
        String how =
                "This is not the channel of an incident. Go to its channel, or put its number after the"
                        + " verb, like `/incident ack "
                        + open.getFirst().id()
                        + "`. Open now:";
        List<com.slack.api.model.block.LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section(how));
        blocks.add(Shapes.section(lines(open)));
        return Answer.whisper(new Message(how + "\n" + lines(open), blocks));
    }

    private static List<BoardRow> newestFirst(List<BoardRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong((BoardRow row) -> row.id().number()).reversed())
                .toList();
    }

    /** Incidents, one a line. */
    public static String lines(List<BoardRow> rows) {
        StringBuilder lines = new StringBuilder();
        for (BoardRow row : rows.subList(0, Math.min(rows.size(), SHOWN))) {
            lines.append(lines.isEmpty() ? "" : "\n").append(line(row));
        }
        if (rows.size() > SHOWN) {
            lines.append("\n… and ").append(rows.size() - SHOWN).append(" more");
        }
        return lines.toString();
    }

    private static String line(BoardRow row) {
        String where = row.channel().map(Mrkdwn::channel).orElse("no channel yet");
        return "• *"
                + row.severity()
                + " "
                + row.id()
                + "* "
                + Mrkdwn.escape(row.title())
                + " · "
                + where
                + (row.drill() ? " · drill" : "");
    }
}

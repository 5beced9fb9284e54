package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.IncidentRecords;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.incident.DraftCommand;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;

import java.util.ArrayList;
import java.util.List;

/** Everything that waits for one person's approval, whichever incident it belongs to. */
public final class WaitingApprovals {
    private static final int SHOWN = 8;

    private WaitingApprovals() {}

    private record Waiting(Incident incident, Draft draft) {}

    /** Somebody left or came back: wherever an approval waits, whoever answers now is asked. */
    public static void passOn(Reception reception) {
        for (IncidentId id : reception.records().owing(Draft.CLOCK)) {
            Outcome ignored =
                    reception.askAll(
                            id, List.of(new DraftCommand.PassOnReviews()), Knock.ofTheRoster());
        }
    }

    /** For the Home, below its headline: the first ones, each with its buttons. */
    public static List<LayoutBlock> home(Reception reception, PersonId reader, int most) {
        return waiting(reception, reader).stream()
                .limit(most)
                .flatMap(w -> one(w).stream())
                .toList();
    }

    /** All of them, a paragraph each. */
    public static List<String> lines(Reception reception, PersonId reader) {
        return waiting(reception, reader).stream().map(WaitingApprovals::line).toList();
    }

    static Message message(Reception reception, PersonId reader) {
        List<Waiting> waiting = waiting(reception, reader);
        if (waiting.isEmpty()) {
            return Message.of(
                    "Nothing waits for your approval. In an incident's channel `/incident approve`"
                            + " shows all its notices.");
        }
        StringBuilder text = new StringBuilder("Waiting for your approval");
        waiting.forEach(w -> text.append("\n").append(line(w)));
        return new Message(text.toString(), blocks(waiting));
    }

    private static List<LayoutBlock> blocks(List<Waiting> waiting) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section("*Waiting for your approval* (" + waiting.size() + ")"));
        for (Waiting w : waiting.subList(0, Math.min(SHOWN, waiting.size()))) {
            blocks.addAll(one(w));
        }
        if (waiting.size() > SHOWN) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (waiting.size() - SHOWN)
                                    + " more, which move up when these are done."));
        }
        return blocks;
    }

    private static List<LayoutBlock> one(Waiting waiting) {
        String ref = DraftRef.to(waiting.incident().id(), waiting.draft()).toString();
        return List.of(
                Shapes.section(line(waiting)),
                Shapes.actions(
                        "waiting-" + waiting.incident().id() + "-" + waiting.draft().number(),
                        List.of(
                                Shapes.primary("Approve", "draft-approve", ref),
                                Shapes.button("Ask for changes", "draft-changes", ref),
                                Shapes.button("Read all", "draft-read", ref))));
    }

    private static String line(Waiting waiting) {
        Draft draft = waiting.draft();
        return (waiting.incident().header().drill() ? "🧪 DRILL · " : "")
                + "*"
                + waiting.incident().id()
                + " "
                + draft.label()
                + " "
                + Mrkdwn.escape(draft.title())
                + "* · by "
                + Mrkdwn.mention(draft.current().author())
                + draft.submitted().map(at -> " · since " + Mrkdwn.dateTime(at)).orElse("")
                + "\n"
                + Mrkdwn.escape(draft.current().wording().subject());
    }

    private static List<Waiting> waiting(Reception reception, PersonId reader) {
        List<Waiting> waiting = new ArrayList<>();
        for (IncidentRecords.Seen seen : reception.records().owing(Draft.CLOCK, reader)) {
            seen.incident()
                    .dossier()
                    .drafts()
                    .waitingFor(reader)
                    .forEach(draft -> waiting.add(new Waiting(seen.incident(), draft)));
        }
        return waiting;
    }
}

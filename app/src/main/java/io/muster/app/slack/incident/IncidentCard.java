package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.audience.AudienceBlocks;
import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.ticket.TicketFacts;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.drill.Exercise;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Updates;
import io.muster.core.incident.Workstream;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Phase;
import io.muster.core.reach.Reaches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The control card: the first message of an incident's channel, pinned, edited in place for as long
 * as the incident lives. What to do next has a button here.
 */
public final class IncidentCard {
    private static final int CLOCKS = 6;

    private IncidentCard() {}

    /** The card as it should look now. */
    public static Message of(IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header(view.drill() + view.label() + " · " + title(view)));
        blocks.add(Shapes.fields(facts(view)));
        CardButtons buttons = new CardButtons(view);
        blocks.add(buttons.next()); // above whatever may be long
        description(view).ifPresent(blocks::add);
        lastUpdate(view).ifPresent(blocks::add);
        blocks.add(Shapes.section(phases(view)));
        clocks(view).ifPresent(blocks::add);
        DutyClocks.onCard(view).map(Shapes::section).ifPresent(blocks::add);
        blocks.addAll(buttons.rest());
        blocks.add(Shapes.context(hint(view)));
        return new Message(text(view), blocks);
    }

    private static String title(IncidentView view) {
        return view.incident().header().title().text();
    }

    /** Everything that the card shows, for those who hear it and do not see it. */
    private static String text(IncidentView view) {
        return view.drill()
                + view.label()
                + " "
                + Mrkdwn.escape(title(view))
                + "\n"
                + String.join("\n", facts(view)).replace("*\n", "*: ")
                + "\n"
                + phases(view);
    }

    private static Optional<LayoutBlock> description(IncidentView view) {
        return view.incident().header().description().isBlank()
                ? Optional.empty()
                : Optional.of(
                        RichText.block(Phrase.EMPTY.quote(view.incident().header().description())));
    }

    private static List<String> facts(IncidentView view) {
        Incident incident = view.incident();
        List<String> facts = new ArrayList<>();
        facts.add("*Status*\n" + view.status());
        facts.add("*Severity*\n" + Mrkdwn.escape(view.severity()));
        facts.add("*Commander*\n" + commander(incident));
        facts.add("*Kind*\n" + Mrkdwn.escape(view.kind()));
        facts.add("*Declared*\n" + declared(incident));
        next(view).ifPresent(facts::add);
        TicketFacts.of(incident).ifPresent(facts::add);
        VendorFacts.of(incident).ifPresent(facts::add);
        AlertFacts.of(incident).ifPresent(facts::add);
        DrillFacts.of(view).ifPresent(facts::add);
        return facts;
    }

    private static String commander(Incident incident) {
        return incident.commander().map(Mrkdwn::mention).orElse("Nobody yet: press _Assign roles_");
    }

    private static String declared(Incident incident) {
        String when = Mrkdwn.dateTime(incident.declaredAt());
        return incident.header()
                .declaredBy()
                .person()
                .map(p -> when + " by " + Mrkdwn.mention(p))
                .orElse(when);
    }

    private static Optional<String> next(IncidentView view) {
        Optional<Obligation> update = view.incident().obligations().nextUpdate();
        if (update.isPresent()) {
            return Optional.of("*Next update*\n" + due(update.get().due(), view.now()));
        }
        return view.incident()
                .obligations()
                .open(ClockRule.STABILITY)
                .map(watch -> "*Can be closed from*\n" + Mrkdwn.dateTime(watch.due()));
    }

    private static Optional<LayoutBlock> lastUpdate(IncidentView view) {
        return view.incident().updates().last().map(update -> RichText.block(update(update)));
    }

    private static Phrase update(Updates.Update update) {
        return Phrase.EMPTY
                .strong("Update " + update.number())
                .say(" (")
                .at(update.at())
                .say("): ")
                .quote(update.known());
    }

    private static String phases(IncidentView view) {
        StringBuilder lines = new StringBuilder("*Phases*");
        for (Phase phase : view.policy().phases()) {
            lines.append("\n").append(line(phase, view));
        }
        return lines.toString();
    }

    private static String line(Phase phase, IncidentView view) {
        String title = Mrkdwn.escape(phase.title()) + " " + view.progress(phase);
        Optional<Workstream> work = view.incident().phases().find(phase.name());
        if (work.isEmpty()) {
            return "◻️ " + title;
        }
        return work.get()
                .finishedAt()
                .map(at -> "✅ " + title + ", finished " + Mrkdwn.time(at))
                .orElse("▶️ *" + title + "*, since " + Mrkdwn.time(work.get().startedAt()));
    }

    private static Optional<LayoutBlock> clocks(IncidentView view) {
        List<Obligation> open =
                view.incident().obligations().open().stream()
                        .filter(o -> !o.id().clock().equals(ClockRule.STABILITY))
                        .filter(o -> !DutyClocks.isOne(o.id().clock()))
                        .filter(o -> !AudienceBlocks.isOurs(o.id()))
                        .filter(o -> !Exercise.isSecret(o.id().clock()))
                        .filter(o -> !Reaches.isStep(o.id()))
                        .toList();
        Optional<String> untold = AudienceBlocks.untold(view);
        if (open.isEmpty() && untold.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder("*Clocks*");
        untold.ifPresent(line -> lines.append("\n• ").append(line));
        for (Obligation o : open.subList(0, Math.min(CLOCKS, open.size()))) {
            lines.append("\n• ")
                    .append(Mrkdwn.escape(o.title()))
                    .append(": ")
                    .append(due(o.due(), view.now()));
        }
        if (open.size() > CLOCKS) {
            lines.append("\n… and ").append(open.size() - CLOCKS).append(" more, due later");
        }
        return Optional.of(Shapes.section(lines.toString()));
    }

    private static String due(Instant due, Instant now) {
        return now.isAfter(due)
                ? "⏰ *overdue* since " + Mrkdwn.dateTime(due)
                : "due " + Mrkdwn.dateTime(due);
    }

    private static String hint(IncidentView view) {
        long overdue = view.incident().obligations().overdue(view.now()).count();
        String late = overdue == 0 ? "" : "⏰ " + Spoken.count(overdue, "promise") + " overdue · ";
        return late + "Everything here also works by typing: `/incident help`";
    }
}

package io.muster.app.slack.talk;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.incident.CardButtons;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.drill.Exercise;
import io.muster.core.incident.Incident;
import io.muster.core.incident.OpenMatters;
import io.muster.core.incident.Updates;
import io.muster.core.obligation.Obligation;
import io.muster.core.reach.Reaches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An incident in one breath, for whoever comes to it late. */
final class CatchUp {
    private static final int CLOCKS = 5;
    private static final int WORDS = 900;

    private CatchUp() {}

    /** What happened, how it stands, who commands, what is open, what the reader can do. */
    static Message of(IncidentView view, PersonId reader, String greeting) {
        Phrase story = Phrase.of(greeting).then(story(view));
        String facts = facts(view, reader);
        String open = open(view);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(RichText.block(story));
        blocks.add(Shapes.section(facts));
        blocks.add(Shapes.section(open));
        blocks.add(new CardButtons(view).next());
        blocks.add(Shapes.context(help(view)));
        return new Message(
                Mrkdwn.of(story) + "\n" + facts + "\n" + open + "\n" + help(view), blocks);
    }

    private static Phrase story(IncidentView view) {
        Incident incident = view.incident();
        Phrase phrase =
                Phrase.of(view.drill())
                        .strong(view.label())
                        .say(" ")
                        .quote(incident.header().title())
                        .say("\nDeclared ")
                        .at(incident.declaredAt());
        Phrase declared =
                incident.header()
                        .declaredBy()
                        .person()
                        .map(person -> phrase.say(" by ").who(person))
                        .orElse(phrase)
                        .say(".");
        FreeText description = incident.header().description();
        Phrase described =
                description.isBlank() ? declared : declared.say("\n").quote(shortened(description));
        return incident.updates()
                .last()
                .map(update -> described.then(latest(update)))
                .orElse(described.say("\nNo update was posted yet."));
    }

    private static Phrase latest(Updates.Update update) {
        return Phrase.of("\n")
                .strong("Latest update")
                .say(" (")
                .at(update.at())
                .say("): ")
                .quote(shortened(update.known()));
    }

    private static FreeText shortened(FreeText text) {
        return new FreeText(Foreign.atMost(text.text(), WORDS));
    }

    private static String facts(IncidentView view, PersonId reader) {
        Incident incident = view.incident();
        List<String> running = view.runningPhases();
        String facts =
                "*Status:* "
                        + Mrkdwn.escape(view.status())
                        + "\n*Severity:* "
                        + Mrkdwn.escape(view.severity())
                        + "\n*Commander:* "
                        + incident.commander().map(Mrkdwn::mention).orElse("nobody yet")
                        + (running.isEmpty()
                                ? ""
                                : "\n*Now:* " + Mrkdwn.escape(String.join(", ", running)));
        String yours =
                String.join(
                        ", ",
                        incident.crew().roles().holders().entrySet().stream()
                                .filter(held -> held.getValue().person().equals(reader))
                                .map(held -> view.policy().titleOf(held.getKey()))
                                .toList());
        return yours.isBlank() ? facts : facts + "\n*You are:* " + Mrkdwn.escape(yours);
    }

    private static String open(IncidentView view) {
        List<Obligation> clocks =
                view.incident().obligations().open().stream()
                        .filter(o -> !Reaches.isStep(o.id()))
                        .filter(o -> !Exercise.isSecret(o.id().clock()))
                        .toList();
        StringBuilder lines = new StringBuilder("*Open*");
        for (Obligation clock : clocks.subList(0, Math.min(CLOCKS, clocks.size()))) {
            lines.append("\n• ")
                    .append(Mrkdwn.escape(clock.title()))
                    .append(": ")
                    .append(DutyClocks.timeLeft(clock, view));
        }
        if (clocks.size() > CLOCKS) {
            lines.append("\n… and ")
                    .append(clocks.size() - CLOCKS)
                    .append(" more clocks on the card: `/incident status`");
        }
        OpenMatters.work(view.incident(), view.policy())
                .forEach(line -> lines.append("\n• ").append(Mrkdwn.escape(line)));
        return Optional.of(lines.toString())
                .filter(text -> text.contains("\n"))
                .orElse("*Open*\nNothing.");
    }

    private static String help(IncidentView view) {
        String id = view.incident().id().toString();
        return "What you can do: ask the commander what helps most · `/incident note` what you see ·"
                + " put a 📌 on what belongs into the timeline · `/incident subscribe "
                + id
                + "` to hear of it without being here";
    }
}

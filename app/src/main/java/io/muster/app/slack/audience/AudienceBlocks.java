package io.muster.app.slack.audience;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.fact.Answer;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.RoleName;
import io.muster.core.reach.Reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that people get because the plan says that they must know. */
public final class AudienceBlocks {
    private static final String CLOCK = "audience.";
    private static final int SHOWN = 15;

    private AudienceBlocks() {}

    /** Word of one incident. */
    public static Message word(Notice.Word word, IncidentView view, Optional<Phrase> outcome) {
        Phrase phrase = word.confidential() ? confidential(word, view) : open(word, view);
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        if (!word.confidential()) {
            view.incident()
                    .room()
                    .map(room -> Shapes.context("Follow it in " + Mrkdwn.channel(room.channel())))
                    .ifPresent(blocks::add);
        }
        return asking(phrase, blocks, outcome, String.valueOf(view.incident().id().number()));
    }

    private static Phrase open(Notice.Word word, IncidentView view) {
        Phrase phrase =
                Phrase.of(view.drill() + "🔔 ")
                        .strong(view.lastingLabel())
                        .say(" · ")
                        .quote(view.incident().header().title())
                        .say("\nThe plan says that you must know, as ")
                        .strong(word.as())
                        .say(". " + view.status() + ". ")
                        .then(leader(view, " leads it."));
        return view.incident()
                .updates()
                .last()
                .map(update -> phrase.say("\nLatest update: ").quote(update.known()))
                .orElse(phrase);
    }

    /** Nothing of what it is about: they may not look into it. */
    private static Phrase confidential(Notice.Word word, IncidentView view) {
        return Phrase.of(view.drill() + "🔒 ")
                .strong(view.lastingLabel())
                .say(" · a confidential incident\nThe plan says that you must know of it, as ")
                .strong(word.as())
                .say(". Keep it to yourself. ")
                .then(leader(view, " leads it: ask them what you need to know."));
    }

    private static Phrase leader(IncidentView view, String then) {
        return view.incident()
                .commander()
                .map(person -> Phrase.EMPTY.who(person).say(then))
                .orElse(Phrase.of("Nobody leads it yet."));
    }

    /** The small incidents since the last digest. */
    public static Message digest(Notice.Digest digest, Optional<Phrase> outcome) {
        int more = digest.entries().size() - SHOWN;
        String headline = "🗞️ Daily digest: " + Spoken.count(digest.entries().size(), "incident");
        List<Phrase> lines =
                new ArrayList<>(
                        digest.entries().stream().limit(SHOWN).map(AudienceBlocks::line).toList());
        if (more > 0) {
            lines.add(
                    Phrase.of("… and " + more + " more: ")
                            .code("/incident list")
                            .say(" shows those that are open"));
        }
        Phrase all = Phrase.of(headline);
        for (Phrase line : lines) {
            all = all.say("\n").then(line);
        }
        String ids =
                digest.entries().stream()
                        .map(e -> String.valueOf(e.incident().number()))
                        .limit(100)
                        .collect(Collectors.joining(","));
        return asking(
                all,
                new ArrayList<>(List.of(Shapes.header(headline), RichText.lines(lines))),
                outcome,
                digest.entries().getFirst().incident().number() + "|" + ids);
    }

    private static Phrase line(Notice.Digest.Entry entry) {
        Phrase phrase =
                Phrase.of(entry.drill() ? "• 🧪 DRILL " : "• ")
                        .strong(entry.severity() + " " + entry.incident())
                        .say(" ");
        Phrase title =
                entry.title().isBlank() ? phrase.say("confidential") : phrase.quote(entry.title());
        return title.say(" · " + entry.status().name().toLowerCase(Locale.ROOT));
    }

    private static Message asking(
            Phrase phrase, List<LayoutBlock> blocks, Optional<Phrase> outcome, String value) {
        blocks.add(
                outcome.<LayoutBlock>map(o -> Shapes.context("☑️ " + Mrkdwn.of(o)))
                        .orElseGet(() -> Shapes.actions("word", List.of(seen(value)))));
        String text = Mrkdwn.of(phrase) + outcome.map(o -> "\n☑️ " + Mrkdwn.of(o)).orElse("");
        return new Message(text, blocks);
    }

    /** The button by which people say that they have seen it. */
    public static ButtonElement seen(String value) {
        return Shapes.button("I have seen it", MatrixConversation.SEEN, value);
    }

    /** Whether this promise is to tell somebody. */
    public static boolean isOurs(ObligationId obligation) {
        return obligation.clock().value().startsWith(CLOCK);
    }

    /** How many must still be told, as one line of the card; empty if everybody was. */
    public static Optional<String> untold(IncidentView view) {
        List<Obligation> open =
                view.incident().obligations().open().stream().filter(o -> isOurs(o.id())).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean late = open.getFirst().late(view.now());
        return Optional.of(
                "Who must know: "
                        + open.size()
                        + " still to be told, "
                        + (late ? "⏰ *overdue* since " : "the next due ")
                        + Mrkdwn.dateTime(open.getFirst().due()));
    }

    /** The buttons below a reminder to tell somebody: what can be done about it right there. */
    public static List<BlockElement> answers(ObligationId obligation, IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        RoleName role = role(obligation);
        Optional<Audience> owed =
                view.incident()
                        .dossier()
                        .audiences()
                        .find(role)
                        .filter(a -> a.owed().isPresent() && a.told().isEmpty());
        String value = id + "|" + role;
        List<BlockElement> row = new ArrayList<>();
        if (owed.isPresent() && !isUnanswered(owed.get(), view)) {
            if (canBeTold(role, view)) {
                row.add(Shapes.primary("Tell now", MatrixModal.TELL + ":" + role, value));
            }
            row.add(Shapes.button("I have told them", MatrixModal.TOLD + ":" + role, value));
        }
        ButtonElement all = Shapes.button("Who must know", "matrix", id);
        if (row.isEmpty()) {
            all.setStyle("primary");
        }
        row.add(all);
        return row;
    }

    /** Somebody holds the role by now, or a mail to them can be tried again. */
    private static boolean canBeTold(RoleName role, IncidentView view) {
        List<Reach> mails = view.incident().dossier().reaches().mailsTo(role.value());
        return view.incident().holder(role).isPresent()
                || (!mails.isEmpty() && mails.getLast().hasFailed());
    }

    private static boolean isUnanswered(Audience audience, IncidentView view) {
        return audience.owed()
                .flatMap(Cell::onlyIf)
                .filter(question ->
                        !view.incident()
                                .dossier()
                                .facts()
                                .answer(question)
                                .equals(Optional.of(Answer.YES)))
                .isPresent();
    }

    private static RoleName role(ObligationId obligation) {
        return new RoleName(obligation.clock().value().substring(CLOCK.length()));
    }

    /** What has to be done so that somebody is told, below a reminder of it. */
    public static Optional<LayoutBlock> hint(
            ObligationId obligation, IncidentView view, Optional<Phrase> outcome) {
        if (!isOurs(obligation) || outcome.isPresent()) {
            return Optional.empty();
        }
        return view.incident()
                .dossier()
                .audiences()
                .find(role(obligation))
                .flatMap(Audience::owed)
                .map(cell -> Shapes.context(hint(cell, view)));
    }

    /** No address here: everyone in the channel reads it. */
    private static String hint(Cell cell, IncidentView view) {
        Optional<Answer> answer = cell.onlyIf().flatMap(view.incident().dossier().facts()::answer);
        if (cell.question().isPresent() && !answer.equals(Optional.of(Answer.YES))) {
            return Mrkdwn.escape(cell.question().get())
                    + " *Answer it*: until somebody does, the clock runs.";
        }
        return cell.people()
                ? "Muster cannot write to them: nobody in Slack holds the role. Tell them and say so"
                        + " here, or name someone with `/incident assign "
                        + cell.role()
                        + " @person`."
                : "Muster cannot write to them. Tell them, and say here how you did.";
    }
}

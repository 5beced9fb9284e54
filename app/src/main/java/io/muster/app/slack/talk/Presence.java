package io.muster.app.slack.talk;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.Courtesies;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Pinned;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Whispers;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.incident.CardButtons;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.RoomCommand;
import io.muster.core.incident.TalkCommand;
import io.muster.core.roster.Actor;
import io.muster.core.talk.Spot;
import io.muster.db.journal.Provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What Muster does when people come in, call its name, or put a pushpin on a message. */
public final class Presence {
    private static final String PUSHPIN = "pushpin";

    private final Reception reception;
    private final Whispers whispers;
    private final Courtesies courtesies;
    private final Predicate<PersonId> isBot;

    /** In front of this reception; who is a bot is not listened to. */
    public Presence(
            Reception reception,
            Whispers whispers,
            Courtesies courtesies,
            Predicate<PersonId> isBot) {
        this.reception = reception;
        this.whispers = whispers;
        this.courtesies = courtesies;
        this.isBot = isBot;
    }

    /** Somebody came into a channel: if it is an incident's, it is noted and they are welcomed. */
    public void joined(Delivered from, String channel, Instant at) {
        Optional<IncidentId> incident = reception.records().inChannel(channel);
        if (incident.isEmpty()) {
            return;
        }
        note(incident.get(), from, new IncidentCommand.Join(from.by(), Optional.of(at)));
        Optional<IncidentView> view = reception.view(incident.get(), from.by());
        boolean declarer =
                view.map(v -> v.incident().header().declaredBy())
                        .filter(Actor.person(from.by())::equals)
                        .isPresent();
        if (view.isPresent()
                && !declarer
                && !isBot.test(from.by())
                && courtesies.welcome(incident.get(), from.by())) {
            whispers.whisper(from.in(channel), CatchUp.of(view.get(), from.by(), "👋 Welcome. "));
        }
    }

    /** Somebody left a channel: if it is an incident's, what they may see of it changes. */
    public void left(Delivered from, String channel, Instant at) {
        reception
                .records()
                .inChannel(channel)
                .ifPresent(id -> note(id, from, new RoomCommand.Leave(from.by(), at)));
    }

    /** Somebody called Muster by its name: what can be done next, below their message. */
    public void mentioned(Delivered from, Spot spot) {
        if (isBot.test(from.by()) || !courtesies.firstTime(from.delivery())) {
            return;
        }
        Optional<IncidentView> view =
                reception
                        .records()
                        .inChannel(spot.channel())
                        .flatMap(id -> reception.view(id, from.by()));
        whispers.reply(spot, view.map(Presence::next).orElseGet(Presence::elsewhere));
    }

    /** Somebody put an emoji on a message, or took it back. */
    public void reacted(Delivered from, Spot spot, String emoji, boolean added) {
        if (!emoji.equals(PUSHPIN)) {
            return;
        }
        Optional<IncidentId> incident = reception.records().inChannel(spot.channel());
        if (incident.isEmpty() || isBot.test(from.by())) {
            return;
        }
        TalkCommand command =
                added
                        ? new TalkCommand.MarkMessage(
                                spot, Pinned.said(spot), Optional.empty(), false)
                        : new TalkCommand.WithdrawMessage(spot);
        Outcome ignored = // a refusal is no news: it is there already, or another's to take back
                reception.askAll(
                        incident.get(),
                        List.of(command),
                        Knock.of(from.by(), "reaction", from.delivery()));
    }

    private void note(IncidentId id, Delivered from, IncidentCommand command) {
        Outcome ignored =
                reception.askAll(
                        id,
                        List.of(command),
                        new Knock(
                                Actor.muster(),
                                new Provenance("event", from.delivery().key()),
                                Optional.of(from.delivery())));
    }

    private static Message next(IncidentView view) {
        String how =
                "*"
                        + view.label()
                        + "* "
                        + Mrkdwn.escape(view.status())
                        + ". "
                        + view.incident()
                                .commander()
                                .map(c -> Mrkdwn.mention(c) + " commands.")
                                .orElse("Nobody commands yet: press _Assign roles_ on the card.")
                        + " What can be done next:";
        String typed =
                "`/incident summary` to catch up · `/incident update` to say how it stands ·"
                        + " `/incident note` to keep something · `/incident help` for all";
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section(how));
        blocks.add(new CardButtons(view).next());
        blocks.add(Shapes.context(typed));
        return new Message(how + "\n" + typed, blocks);
    }

    private static Message elsewhere() {
        String how =
                "Is something wrong? Declare it: press the button, or type `/incident declare P1 what"
                        + " is wrong`. What should stay among few: `/incident report`. What is open:"
                        + " `/incident list`.";
        return new Message(
                how,
                List.of(
                        Shapes.section(how),
                        Shapes.actions(
                                "mention",
                                List.of(
                                        Shapes.primary("Declare an incident", "declare", "mention"),
                                        Shapes.button("Report in private", "report", "mention")))));
    }
}

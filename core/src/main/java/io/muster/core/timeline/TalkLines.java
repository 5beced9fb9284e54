package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.OpenMatters;
import io.muster.core.incident.TalkEvent;
import io.muster.core.talk.Quoted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How what people did in the chat reads in the timeline. */
public final class TalkLines {
    private TalkLines() {}

    /** The sentence, without its time and without its actor. */
    public static Phrase what(TalkEvent event) {
        return switch (event) {
            case TalkEvent.MessageMarked e ->
                    Phrase.of(
                                    e.origin()
                                            ? "Declared from a message"
                                            : "Put into the timeline: a message")
                            .then(message(e.said(), e.quoted()));
            case TalkEvent.MessageRead e ->
                    Phrase.of("In the timeline: the message")
                            .then(message(e.said(), Optional.of(e.quoted())));
            case TalkEvent.MessageUnreadable e ->
                    Phrase.of("The message of ")
                            .at(e.said())
                            .say(" could not be read: " + e.reason());
            case TalkEvent.MessageWithdrawn e ->
                    Phrase.of("Withdrawn from the timeline: the message")
                            .then(message(e.said(), e.quoted()));
            case TalkEvent.IncidentFollowed e -> Phrase.EMPTY.who(e.person()).say(" follows it");
            case TalkEvent.IncidentUnfollowed e ->
                    Phrase.EMPTY.who(e.person()).say(" no longer follows it");
            case TalkEvent.HandoverOffered e -> offered(e);
            case TalkEvent.HandoverTaken e ->
                    Phrase.EMPTY.who(e.to()).say(" took the command from ").who(e.from());
            case TalkEvent.HandoverEnded e ->
                    Phrase.of("The command stays with ")
                            .who(e.from())
                            .say("; offered to ")
                            .who(e.to())
                            .say(": " + e.why());
        };
    }

    private static Phrase message(Instant said, Optional<Quoted> quoted) {
        Phrase phrase =
                quoted.flatMap(Quoted::author)
                        .map(author -> Phrase.of(" of ").who(author).say(", "))
                        .orElse(Phrase.of(" of "))
                        .at(said);
        return quoted.map(words -> phrase.then(words(words))).orElse(phrase);
    }

    private static Phrase words(Quoted quoted) {
        Phrase said =
                quoted.text().isBlank()
                        ? Phrase.of(" (no words)")
                        : Phrase.of(": “").quote(quoted.text()).say("”");
        return quoted.link().isBlank() ? said : said.say(" " + quoted.link());
    }

    private static Phrase offered(TalkEvent.HandoverOffered e) {
        Phrase phrase =
                Phrase.of("The command of ").who(e.from()).say(" is offered to ").who(e.to());
        Phrase said = e.word().isBlank() ? phrase : phrase.say(": ").quote(e.word());
        String mark = ". Open: ";
        for (Phrase clock : OpenMatters.named(e)) {
            said = said.say(mark).then(clock);
            mark = "; ";
        }
        for (String line : others(e)) {
            said = said.say(mark + line);
            mark = "; ";
        }
        return said;
    }

    private static List<String> others(TalkEvent.HandoverOffered e) {
        List<String> lines = new ArrayList<>();
        OpenMatters.unnamed(e).ifPresent(lines::add);
        lines.addAll(e.open());
        return lines;
    }
}

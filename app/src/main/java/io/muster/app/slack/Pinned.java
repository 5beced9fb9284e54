package io.muster.app.slack;

import io.muster.app.slack.block.Foreign;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.TalkCommand;
import io.muster.core.talk.Quoted;
import io.muster.core.talk.Spot;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that a form is about, as the form carries it along: Slack keeps three thousand
 * characters with a form, so that a very long message is shortened.
 */
public record Pinned(Spot spot, Quoted quoted) {
    private static final int WORDS = 2_000;
    private static final int PARTS = 7;

    /** The message that a shortcut was used on; links begin with the workspace's address. */
    public static Pinned of(Pointed pointed, String workspace) {
        Spot spot =
                new Spot(pointed.from().channel().orElse(""), pointed.message(), pointed.thread());
        return new Pinned(
                spot,
                new Quoted(
                        pointed.author(),
                        FreeText.of(pointed.text()),
                        workspace.isBlank() ? "" : link(spot, workspace)));
    }

    /**
     * What a form keeps.
     *
     * @param incident the one that it is about; blank if that is still to be said
     */
    public String kept(String incident) {
        return String.join(
                "|",
                incident,
                spot.channel(),
                spot.message(),
                spot.thread().orElse(""),
                quoted.author().map(PersonId::value).orElse(""),
                quoted.link(),
                Foreign.atMost(quoted.text().text(), WORDS));
    }

    /** The message that this form is about; empty if it is about none. */
    public static Optional<Pinned> in(String kept) {
        String[] parts = kept.split("\\|", PARTS);
        if (parts.length < PARTS || parts[2].isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new Pinned(
                        new Spot(parts[1], parts[2], some(parts[3])),
                        new Quoted(
                                some(parts[4]).map(PersonId::new),
                                FreeText.of(parts[6]),
                                parts[5])));
    }

    /**
     * It belongs into the timeline.
     *
     * @param origin the incident was declared from it
     */
    public TalkCommand mark(boolean origin) {
        return new TalkCommand.MarkMessage(spot, said(spot), Optional.of(quoted), origin);
    }

    /** When a message was written: its name says so. */
    public static Instant said(Spot spot) {
        String[] parts = spot.message().split("\\.", 2);
        return parts[0].matches("\\d{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(parts[0]))
                : Instant.EPOCH;
    }

    private static String link(Spot spot, String workspace) {
        String link =
                workspace + "archives/" + spot.channel() + "/p" + spot.message().replace(".", "");
        return spot.thread()
                .map(thread -> link + "?thread_ts=" + thread + "&cid=" + spot.channel())
                .orElse(link);
    }

    private static Optional<String> some(String part) {
        return Optional.of(part).filter(p -> !p.isBlank());
    }
}

package io.muster.app.slack.block;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text in Slack's own markup. Everything that a person typed goes through {@link #escape}. */
public final class Mrkdwn {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Mrkdwn() {}

    /** Foreign text, so that nothing in it is read as a mention, a link or a special command. */
    public static String escape(String foreign) {
        return foreign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Foreign text, so that nothing in it is read as a mention, a link or a special command. */
    public static String escape(FreeText foreign) {
        return escape(foreign.text());
    }

    /** A mention: the person is notified. */
    public static String mention(PersonId person) {
        return "<@" + person + ">";
    }

    /** A link to a channel. */
    public static String channel(String id) {
        return "<#" + id + ">";
    }

    /** A link, whatever it is called; the address must be one that can be opened. */
    public static String link(String address, String name) {
        return "<" + escape(address).replace("|", "%7C") + "|" + escape(name) + ">";
    }

    /** Day and time in the reader's own zone. */
    public static String dateTime(Instant at) {
        return token(at, "{date_short_pretty} {time}");
    }

    /** The time of day in the reader's own zone. */
    public static String time(Instant at) {
        return token(at, "{time}");
    }

    /** The instant in UTC, for places that know no tokens. */
    public static String utc(Instant at) {
        return UTC.format(at);
    }

    /** A phrase as markup. */
    public static String of(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        for (Phrase.Part part : phrase.parts()) {
            text.append(
                    switch (part) {
                        case Phrase.Part.Words p -> escape(p.words());
                        case Phrase.Part.Strong p -> "*" + escape(p.words()) + "*";
                        case Phrase.Part.Code p -> "`" + escape(p.words()) + "`";
                        case Phrase.Part.Who p -> mention(p.person());
                        case Phrase.Part.Where p -> channel(p.channel());
                        case Phrase.Part.At p -> dateTime(p.instant());
                        case Phrase.Part.Quote p -> escape(p.words());
                    });
        }
        return text.toString();
    }

    private static String token(Instant at, String format) {
        return "<!date^" + at.getEpochSecond() + "^" + format + "|" + UTC.format(at) + ">";
    }
}

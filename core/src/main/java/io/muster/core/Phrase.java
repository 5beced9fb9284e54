package io.muster.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A sentence for people, in parts, before anyone decides how it looks: a chat shows a person as a
 * mention and an instant in the reader's zone, a text file shows a name and UTC.
 *
 * <p>Immutable; each method returns a longer phrase.
 */
public record Phrase(List<Part> parts) {
    /** Nothing said. */
    public static final Phrase EMPTY = new Phrase(List.of());

    private static final DateTimeFormatter UTC_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneId.of("UTC"));

    public Phrase {
        parts = List.copyOf(parts);
    }

    /** A phrase that begins with these words of ours. */
    public static Phrase of(String words) {
        return EMPTY.say(words);
    }

    /** Adds words of ours; they are shown as they are, never read as markup. */
    public Phrase say(String words) {
        return with(new Part.Words(words));
    }

    /** Adds words that matter most. */
    public Phrase strong(String words) {
        return with(new Part.Strong(words));
    }

    /** Adds something to type, such as a command. */
    public Phrase code(String words) {
        return with(new Part.Code(words));
    }

    /** Adds a person. */
    public Phrase who(PersonId person) {
        return with(new Part.Who(person));
    }

    /** This, and then a channel. */
    public Phrase where(String channel, String name) {
        return with(new Part.Where(channel, name));
    }

    /** Adds an instant, shown in the reader's own zone where that is possible. */
    public Phrase at(Instant instant) {
        return with(new Part.At(instant));
    }

    /** Adds words that a person typed. */
    public Phrase quote(FreeText words) {
        return with(new Part.Quote(words));
    }

    /** Adds another phrase at the end. */
    public Phrase then(Phrase other) {
        List<Part> longer = new ArrayList<>(parts);
        longer.addAll(other.parts);
        return new Phrase(longer);
    }

    /** Adds people, with commas and an "and" between them. */
    public Phrase everyone(List<PersonId> people) {
        Phrase phrase = this;
        for (int i = 0; i < people.size(); i++) {
            String before = i == 0 ? "" : i == people.size() - 1 ? " and " : ", ";
            phrase = phrase.say(before).who(people.get(i));
        }
        return phrase;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The phrase as plain text; instants in UTC. */
    public String plain(Function<PersonId, String> names) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Words p -> p.words();
                        case Part.Strong p -> p.words();
                        case Part.Code p -> p.words();
                        case Part.Who p -> names.apply(p.person());
                        case Part.At p -> UTC_MINUTE.format(p.instant());
                        case Part.Where p -> "#" + p.name();
                        case Part.Quote p -> p.words().text();
                    });
        }
        return text.toString();
    }

    private Phrase with(Part part) {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(part);
        return new Phrase(longer);
    }

    /** One piece of a phrase. */
    public sealed interface Part {
        /** Words of ours. */
        record Words(String words) implements Part {}

        /** Words of ours that matter most. */
        record Strong(String words) implements Part {}

        /** Something to type. */
        record Code(String words) implements Part {}

        /** A person. */
        record Who(PersonId person) implements Part {}

        /** An instant. */
        record At(Instant instant) implements Part {}

        /** A channel. */
        record Where(String channel, String name) implements Part {}

        /** Words that a person typed: foreign, to be escaped by whoever shows them. */
        record Quote(FreeText words) implements Part {}
    }
}

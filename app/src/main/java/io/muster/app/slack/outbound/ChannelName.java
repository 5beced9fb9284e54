package io.muster.app.slack.outbound;

import io.muster.core.incident.Incident;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How an incident's channel is called: number first, then what it is about; private ones say
 * nothing.
 */
final class ChannelName {
    private static final int LONGEST = 80;

    private ChannelName() {}

    /** The name for the n-th attempt, counted from 1; from the second on it gets a suffix. */
    static String of(Incident incident, int attempt) {
        long number = incident.id().number();
        String suffix = attempt == 1 ? "" : "-" + attempt;
        if (incident.header().isPrivate()) {
            return (incident.header().drill() ? "drill-" : "sec-") + number + suffix;
        }
        String start = (incident.header().drill() ? "drill-" : "inc-") + number;
        String slug = slug(incident.header().title().text());
        String name = slug.isEmpty() ? start : start + "-" + slug;
        return onAWord(name, LONGEST - suffix.length()) + suffix;
    }

    /** Letters and digits, accents folded; what Slack does not allow becomes a hyphen. */
    private static String slug(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return folded.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    private static String onAWord(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int hyphen = name.lastIndexOf('-', longest);
        String cut = name.substring(0, hyphen > longest / 2 ? hyphen : longest);
        return cut.replaceAll("-+$", "");
    }
}

package io.muster.app.oncall;

import io.muster.core.roster.ShiftFeed;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the shifts of an iCal file. The file is counted before it is parsed, and each rule of
 * repetition is reckoned before it is followed, so a file with a million events or one that repeats
 * for ever costs neither memory nor time.
 */
public final class IcalFeed implements ShiftFeed {
    static final long LARGEST_FILE = 4_000_000;
    static final int MOST_EVENTS = 10_000;
    static final int MOST_LINES = 200_000;
    static final int LONGEST_LINE = 20_000;
    static final int MOST_SHIFTS = 20_000;

    /** How far a repetition is followed: Muster is started anew more often than that. */
    private static final Duration AHEAD = Duration.ofDays(2 * 366);

    private static final Duration BACK = Duration.ofDays(31);

    static {
        // Never fetch definitions of time zones from the net.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty(
                "net.fortuna.ical4j.timezone.cache.impl",
                "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private final Path folder;
    private final InstantSource clock;

    /** Files are looked for beside the team file. */
    public IcalFeed(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Answer read(String file, ZoneId usual) {
        try {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)) {
                return new Unreadable(
                        "names `" + file + "`, which is no file beside the team file.",
                        "Check the name; an address is not fetched, save the feed as a file.");
            }
            if (Files.size(path) > LARGEST_FILE) {
                return new Unreadable(
                        "is larger than " + LARGEST_FILE / 1_000_000 + " MB.",
                        "Export a shorter time, or only this rotation.");
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return tooMuch(text).<Answer>map(why -> why).orElseGet(() -> parse(text, usual));
        } catch (InvalidPathException | IOException e) {
            return new Unreadable(
                    "cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check that it is an iCal file in UTF-8 that Muster may read.");
        }
    }

    private static java.util.Optional<Unreadable> tooMuch(String text) {
        int events = 0;
        int lines = 0;
        int longest = 0;
        int unfolded = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            lines++;
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            unfolded = folded ? unfolded + line.length() : line.length();
            longest = Math.max(longest, unfolded);
            if (line.regionMatches(true, 0, "BEGIN:VEVENT", 0, 12)) {
                events++;
            }
        }
        if (events > MOST_EVENTS || lines > MOST_LINES) {
            return java.util.Optional.of(
                    new Unreadable(
                            "has more than "
                                    + MOST_EVENTS
                                    + " entries or "
                                    + MOST_LINES
                                    + " lines.",
                            "Export a shorter time, or only this rotation."));
        }
        return longest > LONGEST_LINE
                ? java.util.Optional.of(
                        new Unreadable(
                                "has a line of more than " + LONGEST_LINE + " characters.",
                                "Take long descriptions and attachments out."))
                : java.util.Optional.empty();
    }

    private Answer parse(String text, ZoneId usual) {
        try {
            Calendar calendar =
                    new CalendarBuilder().build(new BufferedReader(new StringReader(text)));
            Instant now = clock.instant();
            IcalEvents events = new IcalEvents(now.minus(BACK), now.plus(AHEAD), usual);
            List<Entry> entries = new ArrayList<>();
            for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
                entries.addAll(events.of(event, calendar));
                if (entries.size() > MOST_SHIFTS) {
                    return new Unreadable(
                            "makes more than " + MOST_SHIFTS + " shifts within two years.",
                            "Use longer shifts, or write the rotation into the team file.");
                }
            }
            return new Entries(entries);
        } catch (IcalEvents.Endless e) {
            return new Unreadable(
                    "repeats `" + e.rule() + "`, which is no rhythm of shifts.",
                    "Let entries repeat by the hour, the day or the week.");
        } catch (ParserException | IOException e) {
            return new Unreadable(
                    "is not an iCal file that can be understood: " + oneLine(e.getMessage()),
                    "Export it anew, or check the line that is named.");
        } catch (RuntimeException e) {
            // The library meets some mistakes with exceptions of its own kind.
            return new Unreadable(
                    "has an entry that cannot be understood: " + oneLine(e.getMessage()),
                    "Export it anew, or take that entry out.");
        }
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        String plain =
                message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
        return plain.length() > 150 ? plain.substring(0, 150) + "…" : plain;
    }
}

package io.muster.core.roster;

import io.muster.core.oncall.Window;
import io.muster.core.oncall.Windows;
import io.muster.core.written.Passage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the hours at which a layer counts: {@code mon-fri 09:00-17:00}, {@code 20:00-08:00}. */
final class WindowsReader {
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})");
    private static final String REMEDY =
            "Write days and hours like `mon-fri 09:00-17:00`, `20:00-08:00`, `weekends`.";

    private WindowsReader() {}

    static Windows read(Passage passage, ZoneId zone) {
        List<Window> windows = new ArrayList<>();
        for (Passage entry : passage.isText() ? List.of(passage) : passage.list()) {
            String words = entry.text();
            Optional<Window> window = words.isEmpty() ? Optional.empty() : window(words);
            if (window.isEmpty() && !words.isEmpty()) {
                entry.problem("says " + entry.quoted() + ", which are no hours of a week.", REMEDY);
            }
            window.ifPresent(windows::add);
        }
        return new Windows(windows, zone);
    }

    private static Optional<Window> window(String words) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        LocalTime opens = LocalTime.MIDNIGHT;
        LocalTime closes = LocalTime.MIDNIGHT;
        boolean hours = false;
        for (String word : words.split("[\\s,]+")) {
            Matcher range = HOURS.matcher(word);
            Optional<Set<DayOfWeek>> some = Weekdays.some(word);
            if (range.matches() && !hours) {
                try {
                    opens = HandoverReader.time(range.group(1));
                    closes =
                            range.group(2).equals("24:00")
                                    ? LocalTime.MIDNIGHT
                                    : HandoverReader.time(range.group(2));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
                hours = true;
            } else if (some.isPresent()) {
                days.addAll(some.get());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Window(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, opens, closes));
    }
}

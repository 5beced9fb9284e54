package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the daily digest goes out. */
final class DigestReader {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    private DigestReader() {}

    static Digest read(Optional<Passage> passage, Names names, CalendarName usual) {
        return passage.map(p -> read(p, names, usual)).orElse(new Digest(Digest.USUALLY, usual));
    }

    private static Digest read(Passage passage, Names names, CalendarName usual) {
        Form form = passage.form("at", "calendar");
        return new Digest(
                form.find("at").map(DigestReader::time).orElse(Digest.USUALLY),
                form.find("calendar").map(names::calendar).orElse(usual));
    }

    private static LocalTime time(Passage passage) {
        String words = passage.text();
        Matcher matcher = TIME.matcher(words);
        if (matcher.matches()) {
            return LocalTime.of(
                    Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no time of day.",
                    "Write it like `\"09:00\"`, between 00:00 and 23:59.");
        }
        return Digest.USUALLY;
    }
}

package io.muster.core.alert;

import io.muster.core.calendar.Span;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which addresses Muster watches itself. */
final class WatchReader {
    private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,3}) seconds?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+[^\\s]*");
    private static final Duration OFTENEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private WatchReader() {}

    static List<Watch> read(Passage passage) {
        List<Watch> watches = new ArrayList<>();
        passage.named(Naming.WORDS, "website")
                .forEach((name, part) -> watches.add(watch(name, part)));
        return watches;
    }

    private static Watch watch(String name, Passage passage) {
        Form form =
                passage.form(
                        "url", "every", "timeout", "expect", "failures", "severity", "service");
        Duration every = form.find("every").map(WatchReader::time).orElse(Duration.ofMinutes(1));
        Duration timeout =
                form.find("timeout").map(WatchReader::time).orElse(Duration.ofSeconds(10));
        form.find("every")
                .filter(p -> every.compareTo(OFTENEST) < 0)
                .ifPresent(p -> p.problem("is too often.", "Write `10 seconds` or more."));
        form.find("timeout")
                .filter(p -> timeout.compareTo(LONGEST) > 0)
                .ifPresent(p -> p.problem("is too long to wait.", "Write `1 minute` or less."));
        return new Watch(
                name,
                address(form.need("url")),
                every,
                timeout,
                form.find("expect").map(p -> SourceReader.number(p, 200)).orElse(200),
                form.find("failures").map(p -> SourceReader.number(p, 3)).orElse(3),
                form.find("severity").map(Passage::text).orElse(""),
                form.find("service").map(Passage::text).orElse(""));
    }

    private static String address(Passage passage) {
        String words = passage.text();
        if (!words.isEmpty() && !ADDRESS.matcher(words).matches()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no address that can be asked.",
                    "Write one like `https://example.com/health`.");
        }
        return words;
    }

    private static Duration time(Passage passage) {
        String words = passage.text();
        Matcher seconds = SECONDS.matcher(words);
        if (seconds.matches()) {
            return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        }
        Optional<Duration> span =
                Span.parse(words)
                        .filter(Span.Elapsed.class::isInstance)
                        .map(s -> ((Span.Elapsed) s).duration());
        if (span.isEmpty() && !words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no plain length of time.",
                    "Write it like `30 seconds` or `5 minutes`.");
        }
        return span.orElse(Duration.ofMinutes(1));
    }
}

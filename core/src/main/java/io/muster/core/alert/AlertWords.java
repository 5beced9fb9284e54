package io.muster.core.alert;

import java.util.List;
import java.util.stream.Collectors;

/** One title and one description for however many alerts. */
final class AlertWords {
    private static final int SHOWN = 5;
    private static final int LONGEST = 400;

    private AlertWords() {}

    static String title(List<Notification.Item> items) {
        List<String> titles = items.stream().map(Notification.Item::title).distinct().toList();
        if (titles.size() == 1) {
            return titles.getFirst();
        }
        List<String> names = items.stream().map(Notification.Item::name).distinct().toList();
        boolean oneName = names.size() == 1 && !names.getFirst().isBlank();
        return oneName
                ? names.getFirst() + " (" + items.size() + " alerts)"
                : titles.getFirst() + " and " + (items.size() - 1) + " more";
    }

    static String details(List<Notification.Item> items, int truncated) {
        if (items.size() == 1 && truncated == 0) {
            return items.getFirst().details();
        }
        String lines =
                items.stream().limit(SHOWN).map(AlertWords::line).collect(Collectors.joining("\n"));
        int more = items.size() - SHOWN + truncated;
        return more > 0 ? lines + "\n… and " + more + " more" : lines;
    }

    private static String line(Notification.Item item) {
        String details = item.details().strip();
        String line = "• " + item.title() + (details.isEmpty() ? "" : ": " + details);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}

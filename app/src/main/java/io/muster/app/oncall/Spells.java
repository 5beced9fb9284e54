package io.muster.app.oncall;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rhythms and hours in the words of the team file. */
final class Spells {
    private Spells() {}

    static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    static String time(long hour, long minute) {
        return String.format(Locale.ROOT, "%02d:%02d", Math.floorMod(hour, 24), minute);
    }

    static String time(LocalTime at) {
        return time(at.getHour(), at.getMinute());
    }

    static String hours(LocalTime opens, LocalTime closes) {
        return time(opens) + "-" + time(closes);
    }

    /** Weeks say their day and hour, days their hour; hours are counted from the start. */
    static String every(String unit, long count, LocalDateTime start) {
        String what = count == 1 ? unit : count + " " + unit + "s";
        return switch (unit) {
            case "week" ->
                    what + " on " + name(start.getDayOfWeek()) + " at " + time(start.toLocalTime());
            case "day" -> what + " at " + time(start.toLocalTime());
            default -> count + " hours";
        };
    }

    static String starts(String unit, LocalDateTime start) {
        return unit.equals("hour")
                ? start.toLocalDate() + " " + time(start.toLocalTime())
                : start.toLocalDate().toString();
    }

    /** A stretch over several days of the week, as windows of one day each. */
    static List<String> stretch(
            DayOfWeek from, LocalTime opens, DayOfWeek until, LocalTime closes) {
        if (from == until && closes.isAfter(opens)) {
            return List.of(day(from) + " " + hours(opens, closes));
        }
        if (from.plus(1) == until && !closes.isAfter(opens)) {
            return List.of(day(from) + " " + hours(opens, closes));
        }
        List<String> windows = new ArrayList<>();
        windows.add(day(from) + " " + time(opens) + "-24:00");
        for (DayOfWeek day = from.plus(1); day != until; day = day.plus(1)) {
            windows.add(day(day));
        }
        if (!closes.equals(LocalTime.MIDNIGHT)) {
            windows.add(day(until) + " 00:00-" + time(closes));
        }
        return windows;
    }

    private static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
}

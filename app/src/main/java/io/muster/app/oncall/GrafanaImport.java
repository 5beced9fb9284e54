package io.muster.app.oncall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what the API of Grafana OnCall gives: schedules, on-call shifts and users, in one file or
 * in several, each a list or a page with {@code results}. The shift of the higher level is the
 * upper layer.
 */
final class GrafanaImport {
    private final TeamText team = new TeamText();
    private final Map<String, Export> shifts = new LinkedHashMap<>();
    private final Map<String, Export> users = new LinkedHashMap<>();
    private final List<Export> schedules = new ArrayList<>();

    static TeamText read(List<Export> files) {
        GrafanaImport it = new GrafanaImport();
        files.forEach(it::gather);
        it.schedules.forEach(it::schedule);
        return it.team;
    }

    private void gather(Export file) {
        for (String key : List.of("schedules", "on_call_shifts", "shifts", "users", "results")) {
            if (file.find("id").isEmpty()) {
                file.find(key).ifPresent(this::gatherAll);
            }
        }
        if (file.list().size() > 1 || file.find("id").isPresent()) {
            gatherAll(file);
        }
    }

    private void gatherAll(Export list) {
        if (list.find("results").isPresent()) {
            gatherAll(list.find("results").get());
            return;
        }
        for (Export one : list.list()) {
            String id = one.text("id").orElse("");
            if (one.find("email").isPresent() || one.find("username").isPresent()) {
                users.put(id, one);
            } else if (one.find("duration").isPresent()) {
                shifts.put(id, one);
            } else if (one.find("shifts").isPresent() || one.find("ical_url_primary").isPresent()) {
                schedules.add(one);
            }
        }
    }

    private void schedule(Export schedule) {
        String name = schedule.text("name").orElse("schedule");
        String zone = schedule.text("time_zone").orElse("UTC");
        if (schedule.text("ical_url_primary").isPresent()) {
            team.leave(
                    name + ": it comes from an iCal address; save it as a file, see `calendar:`");
            return;
        }
        List<Export> used =
                schedule.list("shifts").stream()
                        .flatMap(id -> id.text().stream())
                        .flatMap(id -> {
                            if (!shifts.containsKey(id)) {
                                team.leave(name + ": the shift " + id + " is not in the file");
                            }
                            return Optional.ofNullable(shifts.get(id)).stream();
                        })
                        .sorted(
                                Comparator.comparingLong((Export s) -> s.number("level", 0))
                                        .reversed())
                        .toList();
        List<TeamText.Layer> layers =
                used.stream().flatMap(shift -> layer(name, zone, shift).stream()).toList();
        if (layers.isEmpty()) {
            team.leave("schedule " + name + " has no shift that can be carried over");
        } else {
            team.rotation(name, zone, layers);
        }
    }

    private Optional<TeamText.Layer> layer(String schedule, String zone, Export shift) {
        String name = shift.text("name").orElse("shift");
        String full = schedule + ", " + name;
        String type = shift.text("type").orElse("");
        String unit =
                switch (shift.text("frequency").orElse("").toLowerCase(Locale.ROOT)) {
                    case "hourly" -> "hour";
                    case "daily" -> "day";
                    case "weekly" -> "week";
                    default -> "";
                };
        if (type.equals("single_event") || type.equals("override")) {
            team.leave(full + ": it happens once; make it with /incident oncall override");
            return Optional.empty();
        }
        List<String> people = people(full, shift);
        String where = shift.text("time_zone").orElse(zone);
        Optional<LocalDateTime> start = start(full, where, shift);
        if (people.isEmpty() || unit.isEmpty() || start.isEmpty()) {
            team.leave(full + ": it has no people, rhythm or start that Muster knows");
            return Optional.empty();
        }
        shift.text("until").ifPresent(end -> team.leave(full + ": it ends at " + end));
        long count = Math.max(1, shift.number("interval", 1));
        List<String> only = only(full, unit, count, shift, start.get());
        LocalDateTime turns =
                unit.equals("week") && !only.isEmpty() ? weekOf(shift, start.get()) : start.get();
        return Optional.of(
                new TeamText.Layer(
                        name,
                        people,
                        Spells.every(unit, count, turns),
                        Spells.starts(unit, turns),
                        only,
                        where.equals(zone) ? Optional.empty() : Optional.of(where)));
    }

    /** The turns of a week that has hours of its own begin with the week, not with the hours. */
    private static LocalDateTime weekOf(Export shift, LocalDateTime start) {
        DayOfWeek first =
                shift.text("week_start").flatMap(GrafanaImport::day).orElse(DayOfWeek.MONDAY);
        return start.toLocalDate().with(TemporalAdjusters.previousOrSame(first)).atStartOfDay();
    }

    private List<String> only(
            String full, String unit, long count, Export shift, LocalDateTime start) {
        Duration length = Duration.ofSeconds(Math.max(0, shift.number("duration", 0)));
        LocalTime opens = start.toLocalTime();
        LocalTime closes = opens.plus(length);
        List<DayOfWeek> days =
                shift.list("by_day").stream()
                        .flatMap(d -> d.text().stream())
                        .flatMap(d -> day(d).stream())
                        .sorted()
                        .toList();
        Duration period =
                switch (unit) {
                    case "hour" -> Duration.ofHours(count);
                    case "day" -> Duration.ofDays(days.isEmpty() ? count : 1);
                    default -> Duration.ofDays(days.isEmpty() ? 7 * count : 1);
                };
        if (unit.equals("hour")) {
            if (length.compareTo(period) < 0) {
                team.leave(full + ": it pauses between its hours");
            }
            return List.of();
        }
        boolean allDay = length.compareTo(Duration.ofDays(1)) >= 0;
        String hours = allDay ? "" : " " + Spells.hours(opens, closes);
        if (!days.isEmpty()) {
            return List.of(days.stream().map(Spells::day).collect(Collectors.joining(" ")) + hours);
        }
        if (length.compareTo(period) >= 0) {
            return List.of();
        }
        if (unit.equals("day")) {
            return allDay ? List.of() : List.of(hours.strip());
        }
        return Spells.stretch(
                start.getDayOfWeek(), opens, start.plus(length).getDayOfWeek(), closes);
    }

    private List<String> people(String full, Export shift) {
        List<String> people = new ArrayList<>();
        List<Export> groups = shift.list("rolling_users");
        if (groups.isEmpty()) {
            first(full, shift.find("users")).ifPresent(people::add);
        }
        groups.forEach(group -> first(full, Optional.of(group)).ifPresent(people::add));
        int begin = (int) shift.number("start_rotation_from_user_index", 0);
        if (begin > 0 && begin < people.size()) {
            java.util.Collections.rotate(people, -begin);
        }
        return people;
    }

    private Optional<String> first(String full, Optional<Export> group) {
        List<String> ids =
                group.map(Export::list).orElse(List.of()).stream()
                        .flatMap(id -> id.text().stream())
                        .toList();
        if (ids.size() > 1) {
            team.leave(
                    full + ": " + ids.size() + " people at a time; the first of them has the turn");
        }
        return ids.stream().findFirst().map(this::person);
    }

    private String person(String id) {
        Optional<Export> user = Optional.ofNullable(users.get(id));
        if (user.isEmpty()) {
            team.leave("the user " + id + " is not in the file; fill in their address");
        }
        return team.person(
                id,
                user.flatMap(u -> u.text("name").or(() -> u.text("username"))),
                user.flatMap(u -> u.text("email")));
    }

    /** Times without an offset are those of the shift's own zone. */
    private Optional<LocalDateTime> start(String full, String zone, Export shift) {
        Optional<String> written = shift.text("start");
        try {
            return written.map(at ->
                    at.matches(".*(Z|[+-]\\d{2}:\\d{2})$")
                            ? OffsetDateTime.parse(at)
                                    .atZoneSameInstant(ZoneId.of(zone))
                                    .toLocalDateTime()
                            : LocalDateTime.parse(at));
        } catch (DateTimeException e) {
            team.leave(full + ": its start " + written.orElse(""));
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> day(String word) {
        return java.util.Arrays.stream(DayOfWeek.values())
                .filter(d ->
                        word.length() >= 2 && d.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}

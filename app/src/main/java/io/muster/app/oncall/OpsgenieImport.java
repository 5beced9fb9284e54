package io.muster.app.oncall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads schedules as Opsgenie's API gives them. There, rotations that overlap call everyone at
 * once; here the upper layer wins, so those that are limited to some hours go above those that are
 * not.
 */
final class OpsgenieImport {
    private final TeamText team = new TeamText();

    static TeamText read(List<Export> files) {
        OpsgenieImport it = new OpsgenieImport();
        for (Export file : files) {
            List<Export> schedules = file.find("data").map(Export::list).orElseGet(file::list);
            schedules.forEach(it::schedule);
        }
        return it.team;
    }

    private void schedule(Export schedule) {
        String name = schedule.text("name").orElse("schedule");
        if (schedule.text("enabled").filter("false"::equals).isPresent()) {
            team.leave("schedule " + name + " is switched off");
            return;
        }
        String zone = schedule.text("timezone").orElse("UTC");
        List<TeamText.Layer> limited = new ArrayList<>();
        List<TeamText.Layer> always = new ArrayList<>();
        for (Export rotation : schedule.list("rotations")) {
            layer(name, zone, rotation)
                    .ifPresent(layer -> (layer.only().isEmpty() ? always : limited).add(layer));
        }
        if (limited.size() + always.size() > 1) {
            team.leave(
                    name
                            + ": Opsgenie calls all rotations that overlap; in Muster the upper layer"
                            + " wins, so check their order");
        }
        if (!schedule.list("overrides").isEmpty()) {
            team.leave(name + ": overrides; make them anew with /incident oncall override");
        }
        limited.addAll(always);
        if (limited.isEmpty()) {
            team.leave("schedule " + name + " has no rotation that can be carried over");
        } else {
            team.rotation(name, zone, limited);
        }
    }

    private Optional<TeamText.Layer> layer(String schedule, String zone, Export rotation) {
        String name = rotation.text("name").orElse("rotation");
        String full = schedule + ", " + name;
        List<String> people = people(full, rotation);
        Optional<String> unit =
                rotation.text("type")
                        .map(type ->
                                switch (type.toLowerCase(Locale.ROOT)) {
                                    case "daily" -> "day";
                                    case "weekly" -> "week";
                                    case "hourly" -> "hour";
                                    default -> "";
                                })
                        .filter(u -> !u.isEmpty());
        Optional<LocalDateTime> start = start(full, zone, rotation);
        if (people.isEmpty() || unit.isEmpty() || start.isEmpty()) {
            team.leave(full + ": it has no people, rhythm or start that Muster knows");
            return Optional.empty();
        }
        rotation.text("endDate").ifPresent(end -> team.leave(full + ": it ends at " + end));
        return Optional.of(
                new TeamText.Layer(
                        name,
                        people,
                        Spells.every(unit.get(), rotation.number("length", 1), start.get()),
                        Spells.starts(unit.get(), start.get()),
                        only(full, rotation),
                        Optional.empty()));
    }

    private List<String> people(String full, Export rotation) {
        List<String> people = new ArrayList<>();
        for (Export participant : rotation.list("participants")) {
            String type = participant.text("type").orElse("user");
            Optional<String> user = participant.text("username");
            if (type.equals("user") && user.isPresent()) {
                people.add(team.person(user.get(), participant.text("name"), user));
            } else {
                team.leave(
                        full
                                + ": the participant "
                                + participant
                                        .text("name")
                                        .or(() -> participant.text("id"))
                                        .orElse("")
                                + " is a "
                                + type
                                + ", not a person");
            }
        }
        return people;
    }

    private Optional<LocalDateTime> start(String full, String zone, Export rotation) {
        try {
            return rotation.text("startDate")
                    .map(OffsetDateTime::parse)
                    .map(at -> at.atZoneSameInstant(ZoneId.of(zone)).toLocalDateTime());
        } catch (DateTimeException e) {
            team.leave(full + ": its start " + rotation.text("startDate").orElse(""));
            return Optional.empty();
        }
    }

    private List<String> only(String full, Export rotation) {
        Optional<Export> restriction = rotation.find("timeRestriction");
        if (restriction.isEmpty()) {
            return List.of();
        }
        List<String> windows = new ArrayList<>();
        for (Export one : restriction.get().list("restriction")) {
            windows.add(Spells.hours(time(one, "start"), time(one, "end")));
        }
        for (Export one : restriction.get().list("restrictions")) {
            Optional<DayOfWeek> from = day(one, "startDay");
            Optional<DayOfWeek> until = day(one, "endDay");
            if (from.isEmpty() || until.isEmpty()) {
                team.leave(full + ": a restriction without days");
            } else {
                windows.addAll(
                        Spells.stretch(
                                from.get(), time(one, "start"), until.get(), time(one, "end")));
            }
        }
        return windows;
    }

    private static LocalTime time(Export at, String edge) {
        return LocalTime.of(
                (int) Math.floorMod(at.number(edge + "Hour", 0), 24L),
                (int) Math.floorMod(at.number(edge + "Min", 0), 60L));
    }

    private static Optional<DayOfWeek> day(Export at, String key) {
        return at.text(key)
                .map(d -> d.toUpperCase(Locale.ROOT))
                .flatMap(d ->
                        java.util.Arrays.stream(DayOfWeek.values())
                                .filter(known -> known.name().equals(d))
                                .findFirst());
    }
}

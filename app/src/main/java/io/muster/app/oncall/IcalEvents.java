package io.muster.app.oncall;

import io.muster.core.roster.ShiftFeed;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.RRule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The entries of a calendar as stretches of time within a range, repetitions followed. */
final class IcalEvents {
    /** Rules that want more steps than this are reckoned to be no rhythm of shifts. */
    private static final long MOST_STEPS = 200_000;

    /** All rules of a file together. */
    private static final long MOST_STEPS_IN_ALL = 2_000_000;

    private static final int MOST_TIMES_A_DAY = 24;

    /** A repetition may last longer than the first one, by as much as a zone moves its clocks. */
    private static final java.time.Duration CLOCK_CHANGE = java.time.Duration.ofHours(3);

    private final Instant from;
    private final Instant until;
    private final ZoneId usual;
    private long steps;

    /**
     * Within these instants.
     *
     * @param usual the zone of days and of times without one, where the calendar names none
     */
    IcalEvents(Instant from, Instant until, ZoneId usual) {
        this.from = from;
        this.until = until;
        this.usual = usual;
    }

    /** A rule that would go on for too long. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String rule;

        Endless(String rule) {
            super(rule);
            this.rule = rule;
        }

        String rule() {
            return rule.length() > 80 ? rule.substring(0, 80) + "…" : rule;
        }
    }

    List<ShiftFeed.Entry> of(VEvent event, Calendar calendar) {
        Optional<Temporal> begin = date(event, Property.DTSTART);
        boolean cancelled =
                value(event, Property.STATUS).filter("CANCELLED"::equalsIgnoreCase).isPresent();
        if (begin.isEmpty() || cancelled) {
            return List.of();
        }
        ZoneId floating = zone(calendar);
        Instant start = instant(begin.get(), floating);
        UnaryOperator<Instant> ends = ends(event, begin.get(), floating);
        java.time.Duration span = java.time.Duration.between(start, ends.apply(start));
        if (!span.isPositive()) {
            return List.of();
        }
        List<ShiftFeed.Entry> entries = new ArrayList<>();
        for (Instant at : beginnings(event, begin.get(), start, span, floating, calendar)) {
            Instant over = ends.apply(at);
            if (at.isBefore(until) && over.isAfter(from)) {
                entries.add(
                        new ShiftFeed.Entry(at, over, addresses(event), value(event, "SUMMARY")));
            }
        }
        return entries;
    }

    /**
     * The first one, those that the rules give and those that are named; without the exceptions.
     */
    private Set<Instant> beginnings(
            VEvent event,
            Temporal begin,
            Instant start,
            java.time.Duration length,
            ZoneId floating,
            Calendar calendar) {
        Set<Instant> all = new TreeSet<>();
        all.add(start);
        for (RRule<?> rule : event.<RRule<?>>getProperties(Property.RRULE)) {
            all.addAll(repeated(rule.getRecur(), begin, length, floating));
        }
        all.addAll(dates(event, Property.RDATE, floating));
        all.removeAll(dates(event, Property.EXDATE, floating));
        if (date(event, Property.RECURRENCE_ID).isEmpty()) {
            all.removeAll(replaced(event, calendar, floating));
        }
        return all;
    }

    private List<Instant> repeated(
            Recur<?> rule, Temporal begin, java.time.Duration length, ZoneId floating) {
        ZonedDateTime seed = instantIn(begin, floating);
        reckon(rule, seed);
        @SuppressWarnings("unchecked")
        Recur<Temporal> recur = (Recur<Temporal>) rule;
        boolean days = begin instanceof LocalDate;
        boolean walls = begin instanceof LocalDateTime;
        Temporal low = shaped(from.minus(length).minus(CLOCK_CHANGE), seed.getZone(), days, walls);
        Temporal high = shaped(until, seed.getZone(), days, walls);
        return recur.getDates(begin, low, high, IcalFeed.MOST_SHIFTS + 1).stream()
                .map(t -> instant(t, floating))
                .toList();
    }

    /** How many steps the library takes for this rule, before it takes them. */
    private void reckon(Recur<?> rule, ZonedDateTime seed) {
        long seconds =
                switch (rule.getFrequency()) {
                    case SECONDLY, MINUTELY -> throw new Endless(rule.toString());
                    case HOURLY -> 3600L;
                    case DAILY -> 86_400L;
                    case WEEKLY -> 7 * 86_400L;
                    case MONTHLY -> 28 * 86_400L;
                    case YEARLY -> 365 * 86_400L;
                };
        long times =
                Math.max(1, rule.getHourList().size())
                        * (long) Math.max(1, rule.getMinuteList().size())
                        * Math.max(1, rule.getSecondList().size());
        long perStep =
                switch (rule.getFrequency()) {
                    case YEARLY -> 366;
                    case MONTHLY -> 31;
                    case WEEKLY -> 7;
                    default -> 1;
                };
        long span = Math.max(0, ChronoUnit.SECONDS.between(seed.toInstant(), until));
        long wanted = (span / seconds / Math.max(1, rule.getInterval()) + 1) * perStep;
        steps += wanted;
        if (times > MOST_TIMES_A_DAY || wanted > MOST_STEPS || steps > MOST_STEPS_IN_ALL) {
            throw new Endless(rule.toString());
        }
    }

    private static Temporal shaped(Instant at, ZoneId zone, boolean days, boolean walls) {
        ZonedDateTime there = at.atZone(zone);
        return days ? there.toLocalDate() : walls ? there.toLocalDateTime() : there;
    }

    /**
     * When one that begins at a given instant ends. What ends at a time of day ends at that time in
     * the week in which the clocks change, too, though RFC 5545 would let it last as long as the
     * first: else the next shift would begin an hour after this one had ended, with nobody on call.
     */
    private static UnaryOperator<Instant> ends(VEvent event, Temporal begin, ZoneId floating) {
        ZonedDateTime first = instantIn(begin, floating);
        ZoneId there = first.getZone();
        Optional<ZonedDateTime> last =
                date(event, Property.DTEND).map(end -> instantIn(end, floating));
        if (last.filter(end -> end.getZone().equals(there)).isPresent()) {
            java.time.Duration hands =
                    java.time.Duration.between(
                            first.toLocalDateTime(), last.get().toLocalDateTime());
            return at -> at.atZone(there).toLocalDateTime().plus(hands).atZone(there).toInstant();
        }
        if (last.isPresent()) {
            return at -> at.plus(java.time.Duration.between(first, last.get()));
        }
        TemporalAmount length =
                event.<Duration>getProperty(Property.DURATION)
                        .map(Duration::getDuration)
                        .orElse(Period.ofDays(begin instanceof LocalDate ? 1 : 0));
        return at -> at.atZone(there).plus(length).toInstant();
    }

    /** The occurrences that entries of the same name stand in for. */
    private static Set<Instant> replaced(VEvent event, Calendar calendar, ZoneId floating) {
        Set<Instant> replaced = new HashSet<>();
        Optional<String> uid = value(event, Property.UID);
        boolean repeats = !event.getProperties(Property.RRULE).isEmpty();
        if (uid.isPresent() && repeats) {
            for (VEvent other : calendar.<VEvent>getComponents("VEVENT")) {
                if (value(other, Property.UID).equals(uid)) {
                    date(other, Property.RECURRENCE_ID)
                            .ifPresent(at -> replaced.add(instant(at, floating)));
                }
            }
        }
        return replaced;
    }

    private static List<Instant> dates(VEvent event, String name, ZoneId floating) {
        List<Instant> dates = new ArrayList<>();
        for (DateListProperty<?> property : event.<DateListProperty<?>>getProperties(name)) {
            property.getDates().forEach(t -> dates.add(instant(t, floating)));
        }
        return dates;
    }

    private static Optional<Temporal> date(VEvent event, String name) {
        return event.<DateProperty<?>>getProperty(name).map(DateProperty::getDate);
    }

    private static Optional<String> value(VEvent event, String name) {
        return event.<Property>getProperty(name)
                .map(Property::getValue)
                .filter(words -> words != null && !words.isBlank());
    }

    private static List<String> addresses(VEvent event) {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of(Property.ATTENDEE, Property.ORGANIZER, "CONTACT")) {
            for (Property property : event.<Property>getProperties(name)) {
                String value = String.valueOf(property.getValue()).strip();
                String address = value.replaceFirst("(?i)^mailto:", "").toLowerCase(Locale.ROOT);
                if (address.contains("@")) {
                    addresses.add(address);
                }
            }
        }
        value(event, "SUMMARY")
                .map(words -> words.strip().toLowerCase(Locale.ROOT))
                .filter(words -> words.matches("[^@\\s]+@[^@\\s]+"))
                .ifPresent(addresses::add);
        return addresses;
    }

    private ZoneId zone(Calendar calendar) {
        try {
            return calendar.<Property>getProperty("X-WR-TIMEZONE")
                    .map(Property::getValue)
                    .map(ZoneId::of)
                    .orElse(usual);
        } catch (DateTimeException e) {
            return usual;
        }
    }

    private static ZonedDateTime instantIn(Temporal at, ZoneId floating) {
        return switch (at) {
            case ZonedDateTime there -> there;
            case OffsetDateTime there -> there.toZonedDateTime();
            case Instant instant -> instant.atZone(ZoneOffset.UTC);
            case LocalDateTime wall -> wall.atZone(floating);
            case LocalDate day -> day.atStartOfDay(floating);
            default -> throw new DateTimeException("a time of an unknown kind: " + at);
        };
    }

    private static Instant instant(Temporal at, ZoneId floating) {
        return instantIn(at, floating).toInstant();
    }
}

package io.muster.app.oncall;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Handle;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Shift;
import io.muster.core.roster.Team;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rotation as a calendar: its shifts, and who stands in. A gap is an entry of its own, so that it
 * is seen there too.
 */
public final class IcalText {
    private static final Duration BACK = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(120);

    private IcalText() {}

    /** The calendar of a rotation around this instant. */
    public static String of(Rotation rotation, DutyPlan plan, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Muster//on call//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "On call: " + rotation.name()));
        for (Shift shift : rotation.shifts(now.minus(BACK), now.plus(AHEAD))) {
            calendar.add(event(rotation, shift, plan.team(), now));
        }
        List<RoleName> roles = plan.team().rotations().filledBy(rotation.name());
        for (DutyOverride override : plan.overrides()) {
            if (roles.contains(override.role())) {
                calendar.add(event(override, plan, now));
            }
        }
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(Rotation rotation, Shift shift, Team team, Instant now) {
        Optional<Team.Member> member =
                shift.who().flatMap(who -> Optional.ofNullable(team.people().get(who)));
        String title =
                shift.gap()
                        ? "Nobody is on call (" + rotation.name() + ")"
                        : member.map(Team.Member::name)
                                .orElseGet(() -> shift.who().map(Handle::value).orElse("?"));
        VEvent event = new VEvent(shift.from(), shift.until(), title);
        event.add(
                new Uid(
                        rotation.name()
                                + "-"
                                + shift.from().getEpochSecond()
                                + "-"
                                + shift.layer()
                                + "@muster"));
        member.flatMap(Team.Member::email)
                .ifPresent(email -> event.add(new Attendee(URI.create("mailto:" + email))));
        return stamped(event, now);
    }

    private static VEvent event(DutyOverride override, DutyPlan plan, Instant now) {
        String name = name(override.person(), plan);
        VEvent event =
                new VEvent(
                        override.from(),
                        override.until(),
                        name + " stands in (" + override.role() + ")");
        event.add(new Uid("override-" + override.number() + "@muster"));
        return stamped(event, now);
    }

    private static String name(PersonId person, DutyPlan plan) {
        return plan.team().people().entrySet().stream()
                .filter(p -> plan.person(p.getKey()).filter(person::equals).isPresent())
                .map(p -> p.getValue().name())
                .findFirst()
                .orElse(person.value());
    }

    private static VEvent stamped(VEvent event, Instant now) {
        event.removeAll(Property.DTSTAMP);
        event.add(new DtStamp(now));
        return event;
    }
}

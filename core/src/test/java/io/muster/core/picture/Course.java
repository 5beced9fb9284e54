package io.muster.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;
import io.muster.core.written.Yaml;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An incident that takes its course, declared on a Wednesday at ten, with everything it leaves. */
final class Course {
    private static final PersonId ANA = new PersonId("UANA");

    private final Policy policy =
            PolicyReader.read(
                            Yaml.tree(Yaml.builtIn("featuresignals")), "0123456789ab", Yaml.laws())
                    .ifSound()
                    .orElseThrow();
    private final Roster roster =
            new Roster(Map.of(new RoleName("on-call"), List.of(ANA)), Set.of());
    private final List<Happened> story = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private Incident incident;

    Course(String title, boolean drill) {
        Decision decision =
                IncidentRules.declare(
                        new IncidentCommand.Declare(
                                new FreeText(title),
                                FreeText.NONE,
                                new SeverityName("P0"),
                                Optional.empty(),
                                false,
                                false,
                                drill,
                                Source.EMPLOYEE,
                                Optional.empty()),
                        moment());
        List<IncidentEvent> events = ((Decision.Accepted) decision).events();
        Happened first = new Happened(events.getFirst(), Actor.person(ANA), now);
        incident = Incident.declared(new IncidentId(42), first);
        story.add(first);
        events.subList(1, events.size()).forEach(this::happen);
    }

    Course after(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    Course does(IncidentCommand command) {
        Decision decision = IncidentRules.decide(incident, command, moment());
        assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(this::happen);
        return this;
    }

    Course notes(String words) {
        return does(new IncidentCommand.AddNote(new FreeText(words)));
    }

    TimelinePicture picture() {
        return TimelinePicture.of(incident, policy, story, now);
    }

    private void happen(IncidentEvent event) {
        Happened happened = new Happened(event, Actor.person(ANA), now);
        incident = incident.apply(happened);
        story.add(happened);
    }

    private Moment moment() {
        return new Moment(now, Actor.person(ANA), policy, roster);
    }
}

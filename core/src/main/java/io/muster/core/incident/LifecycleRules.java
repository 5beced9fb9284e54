package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Act;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Kind;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Severity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declare, triage, severity, resolve, reopen, close. */
final class LifecycleRules {
    private LifecycleRules() {}

    static Decision declare(IncidentCommand.Declare command, Moment moment) {
        Policy policy = moment.policy();
        if (command.title().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say in a few words what is wrong, for example ")
                            .code("/incident declare " + gravest(policy) + " Checkout is down")
                            .say("."));
        }
        if (policy.severity(command.severity()).isEmpty()) {
            return LifecycleRefusals.unknownSeverity(command.severity().value(), policy);
        }
        Optional<KindName> kind = command.kind();
        if (kind.isPresent() && policy.kind(kind.get()).isEmpty()) {
            return LifecycleRefusals.unknownKind(kind.get(), moment.policy());
        }
        if (command.detection().flatMap(policy::detection).isEmpty()
                && command.detection().isPresent()) {
            return Noticing.unknown(command.detection().get(), policy);
        }
        Decision planned =
                DrillRules.planned(
                        command,
                        moment,
                        new IncidentEvent.Declared(
                                Titles.tidy(command.title()),
                                description(command),
                                command.severity(),
                                kind,
                                command.isPrivate(),
                                command.suspicion(),
                                command.drill(),
                                Noticing.source(command, policy),
                                command.detectedAt().filter(at -> !at.isAfter(moment.now())),
                                policy.version()));
        return Noticing.added(planned, command, policy);
    }

    static Decision acknowledge(Incident incident, Moment moment) {
        if (incident.status() != Status.REPORTED) {
            return alreadyTakenUp(incident, moment.now());
        }
        return Decision.accept(new IncidentEvent.Acknowledged());
    }

    static Decision confirm(Incident incident, IncidentCommand.Confirm command, Moment moment) {
        if (incident.status() == Status.CONFIRMED) {
            return Decision.refuse(
                    LifecycleRefusals.since(
                            incident, Milestone.CONFIRMED, "was confirmed", moment.now()));
        }
        if (!incident.status().isActive()) {
            return over(incident);
        }
        Optional<KindName> kind = command.kind();
        if (kind.isPresent() && moment.policy().kind(kind.get()).isEmpty()) {
            return LifecycleRefusals.unknownKind(kind.get(), moment.policy());
        }
        List<IncidentEvent> events = takenUp(incident);
        events.add(new IncidentEvent.Confirmed(command.kind(), Optional.empty()));
        return new Decision.Accepted(events);
    }

    static Decision classify(Incident incident, IncidentCommand.Classify command, Moment moment) {
        Optional<Kind> kind = moment.policy().kind(command.kind());
        if (kind.isEmpty()) {
            return LifecycleRefusals.unknownKind(command.kind(), moment.policy());
        }
        if (incident.status().isOver()) {
            return over(incident);
        }
        Optional<KindName> before = incident.header().kind();
        if (before.filter(command.kind()::equals).isPresent()) {
            return Decision.refuse(
                    incident.id() + " is classified as " + kind.get().title() + " already.");
        }
        return Decision.accept(
                new IncidentEvent.Classified(before, command.kind(), kind.get().title()));
    }

    static Decision dismiss(Incident incident, IncidentCommand.Dismiss command) {
        if (incident.status() == Status.DISMISSED) {
            return Decision.refuse(incident.id() + " is dismissed already.");
        }
        if (!incident.status().isActive()) {
            return over(incident);
        }
        if (command.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why this is not an incident: ")
                            .code("/incident dismiss <reason>")
                            .say(". An auditor will ask."));
        }
        List<IncidentEvent> events = takenUp(incident);
        events.add(new IncidentEvent.Dismissed(command.reason()));
        return new Decision.Accepted(events);
    }

    static Decision changeSeverity(
            Incident incident, IncidentCommand.ChangeSeverity command, Moment moment) {
        Policy policy = moment.policy();
        if (policy.severity(command.to()).isEmpty()) {
            return LifecycleRefusals.unknownSeverity(command.to().value(), policy);
        }
        if (incident.status().isOver()) {
            return over(incident);
        }
        if (incident.severity().equals(command.to())) {
            return Decision.refuse(incident.id() + " is " + command.to() + " already.");
        }
        if (command.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why: ")
                            .code("/incident severity " + command.to() + " <reason>")
                            .say(". All clocks are reckoned anew from their start."));
        }
        return Decision.accept(
                new IncidentEvent.SeverityChanged(
                        incident.severity(),
                        command.to(),
                        policy.graver(command.to(), incident.severity()),
                        command.reason()));
    }

    static Decision resolve(Incident incident, IncidentCommand.Resolve command, Moment moment) {
        if (incident.status() == Status.RESOLVED) {
            return Decision.refuse(
                    LifecycleRefusals.since(
                            incident, Milestone.RESOLVED, "was resolved", moment.now()));
        }
        if (incident.status().isOver()) {
            return over(incident);
        }
        List<IncidentEvent> events = confirmedBy(incident, "resolving it");
        events.add(new IncidentEvent.Resolved(command.summary()));
        return new Decision.Accepted(events);
    }

    static Decision reopen(Incident incident, IncidentCommand.Reopen command, Moment moment) {
        if (incident.status().isActive()) {
            return LifecycleRefusals.open(incident, moment.policy());
        }
        if (command.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why: ").code("/incident reopen <reason>").say("."));
        }
        return Decision.accept(new IncidentEvent.Reopened(incident.status(), command.reason()));
    }

    static Decision close(Incident incident, IncidentCommand.Close command, Moment moment) {
        if (incident.status() == Status.CLOSED) {
            return Decision.refuse(
                    LifecycleRefusals.since(
                            incident, Milestone.CLOSED, "was closed", moment.now()));
        }
        if (incident.status() == Status.DISMISSED) {
            return Decision.refuse(incident.id() + " was dismissed; there is nothing to close.");
        }
        if (incident.status() != Status.RESOLVED) {
            return Decision.refuse(
                    Phrase.of(incident.id() + " is still open. Resolve it first: ")
                            .code("/incident resolve")
                            .say("."));
        }
        if (DrillRules.wantsItsReport(incident)) {
            return DrillRules.reportFirst(incident);
        }
        Optional<Obligation> watch = incident.obligations().open(ClockRule.STABILITY);
        Optional<Instant> stableFrom = watch.map(Obligation::anchor);
        if (watch.isEmpty() || !moment.now().isBefore(watch.get().due())) {
            return closed(incident, FreeText.NONE, stableFrom, moment);
        }
        if (command.override().isBlank()) {
            return LifecycleRefusals.tooEarly(watch.get(), moment.now());
        }
        return AccessRules.refusal(incident, Act.OVERRIDE, moment)
                .orElseGet(() -> closed(incident, command.override(), stableFrom, moment));
    }

    /** What has to be recorded first when an act implies that this is an incident. */
    static List<IncidentEvent> confirmedBy(Incident incident, String act) {
        List<IncidentEvent> events = takenUp(incident);
        if (incident.status() == Status.REPORTED || incident.status() == Status.ACKNOWLEDGED) {
            events.add(new IncidentEvent.Confirmed(Optional.empty(), Optional.of(act)));
        }
        return events;
    }

    /** The answer to an act that comes after the end. */
    static Decision over(Incident incident) {
        String state = incident.status().name().toLowerCase(java.util.Locale.ROOT);
        return Decision.refuse(
                Phrase.of(incident.id() + " is " + state + ". To work on it again: ")
                        .code("/incident reopen <reason>")
                        .say("."));
    }

    private static List<IncidentEvent> takenUp(Incident incident) {
        List<IncidentEvent> events = new ArrayList<>();
        if (incident.status() == Status.REPORTED) {
            events.add(new IncidentEvent.Acknowledged());
        }
        return events;
    }

    private static Decision closed(
            Incident incident, FreeText override, Optional<Instant> stableFrom, Moment moment) {
        List<IncidentEvent> events = PhaseRules.finishAll(incident, moment);
        events.add(new IncidentEvent.Closed(override, stableFrom));
        return new Decision.Accepted(events);
    }

    private static Decision alreadyTakenUp(Incident incident, Instant now) {
        if (!incident.status().isActive() && incident.status() != Status.RESOLVED) {
            return over(incident);
        }
        return Decision.refuse(
                LifecycleRefusals.since(incident, Milestone.ACKNOWLEDGED, "was acknowledged", now));
    }

    private static String gravest(Policy policy) {
        return policy.severities().stream()
                .findFirst()
                .map(Severity::name)
                .map(Object::toString)
                .orElse("");
    }

    private static FreeText description(IncidentCommand.Declare command) {
        if (!Titles.shortens(command.title())) {
            return command.description();
        }
        String rest = command.description().isBlank() ? "" : "\n\n" + command.description().text();
        return new FreeText(command.title().text() + rest);
    }
}

package io.muster.core.incident;

import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks, and goes on asking, what nobody has answered although a duty to notify hangs on it. */
public final class DutyQuestions {
    /** The one clock that asks for all of them. */
    public static final ClockName CLOCK = new ClockName("duty.questions");

    private static final String TITLE = "Answer what notifications depend on";
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private DutyQuestions() {}

    /** The questions that want an answer now, each once. */
    public static List<QuestionName> open(Incident incident, Policy policy) {
        return DutyCase.all(incident, policy).stream()
                .filter(DutyQuestions::wants)
                .flatMap(duty -> duty.open().stream())
                .distinct()
                .toList();
    }

    /** Whether it has to be said when the vendor told us: a duty counts from there. */
    public static boolean vendorNoticeMissing(Incident incident, Policy policy) {
        boolean vendor =
                incident.header().kind().isPresent()
                        && DutyCase.all(incident, policy).stream()
                                .filter(duty -> duty.whyNot().isEmpty())
                                .filter(duty -> !duty.standing().settled())
                                .map(DutyCase::rule)
                                .map(NotificationRule::from)
                                .anyMatch(new DutyStart.At(DutyStart.Point.VENDOR_TOLD)::equals);
        return vendor && incident.dossier().duties().vendorNotices().isEmpty();
    }

    /** A clock runs, or would run but for the answer. */
    private static boolean wants(DutyCase duty) {
        if (duty.standing().settled() || duty.whyNot().isPresent()) {
            return false;
        }
        boolean startsWithTheAnswer =
                duty.rule().from() instanceof DutyStart.Answering(QuestionName question)
                        && duty.open().contains(question);
        return startsWithTheAnswer || duty.due().isPresent();
    }

    static void follow(Unfolding unfolding) {
        Policy policy = unfolding.moment().policy();
        Incident incident = unfolding.incident();
        Optional<Obligation> running = incident.obligations().open(CLOCK);
        boolean wanted = !open(incident, policy).isEmpty() || vendorNoticeMissing(incident, policy);
        if (running.isPresent() && !wanted) {
            unfolding.happens(settled(running.get(), incident, unfolding.moment().now()));
        } else if (running.isEmpty() && wanted) {
            unfolding.happens(new IncidentEvent.ObligationOpened(asking(unfolding)));
        }
    }

    private static IncidentEvent settled(Obligation asking, Incident incident, Instant now) {
        return incident.status() == Status.DISMISSED
                ? new IncidentEvent.ObligationDropped(asking.id(), asking.title(), "dismissed")
                : new IncidentEvent.ObligationMet(
                        asking.id(), asking.title(), asking.due(), now.isAfter(asking.due()));
    }

    /** Due in four hours, or in half the time that the most urgent duty has left. */
    private static Obligation asking(Unfolding unfolding) {
        Instant now = unfolding.moment().now();
        Policy policy = unfolding.moment().policy();
        Duration left =
                DutyCase.all(unfolding.incident(), policy).stream()
                        .filter(duty -> !duty.open().isEmpty())
                        .flatMap(duty -> duty.running().stream())
                        .map(clock -> Duration.between(now, clock.due()).dividedBy(2))
                        .min(Comparator.naturalOrder())
                        .orElse(PATIENCE);
        Duration time = left.compareTo(PATIENCE) > 0 ? PATIENCE : left;
        Instant due = now.plus(time.compareTo(SHORTEST) < 0 ? SHORTEST : time);
        ObligationId id =
                ObligationRules.turnAfter(unfolding.incident().obligations().latest(CLOCK), CLOCK);
        RoleName owner = policy.notifications().owner();
        List<Target> tell =
                Stream.of(Role.COMMANDER, owner).distinct().map(Target::onDuty).toList();
        return Obligation.open(
                id,
                TITLE,
                owner,
                policy.clocks().getFirst().calendar(),
                now,
                due,
                Optional.empty(),
                List.of(
                        new Rung(due, tell, Optional.empty()),
                        new Rung(due.plus(PATIENCE), tell, Optional.of(PATIENCE))));
    }
}

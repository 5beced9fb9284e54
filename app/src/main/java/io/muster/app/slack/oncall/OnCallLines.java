package io.muster.app.slack.oncall;

import io.muster.app.desk.DutyDesk;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.Spoken;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Handle;
import io.muster.core.roster.Watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is on call in words: until when, who is next, and why it is they. */
final class OnCallLines {
    private static final Duration AHEAD = Duration.ofDays(30);

    private final DutyPlan plan;
    private final Instant now;

    OnCallLines(DutyDesk.Seen seen) {
        this.plan = seen.plan();
        this.now = seen.now();
    }

    /** One line, as the Home shows it. */
    String line(Role role) {
        Watch watch = plan.watch(role.name(), now);
        return title(role) + ": " + who(watch) + until(watch);
    }

    /** Everything about one role. */
    String all(Role role) {
        Watch watch = plan.watch(role.name(), now);
        return "*"
                + title(role)
                + "*: "
                + who(watch)
                + until(watch)
                + next(watch)
                + why(watch).map(why -> "\n_" + why + "_").orElse("")
                + gaps(role.name());
    }

    /** The hours of the next thirty days in which nobody is on duty in this role; zero for none. */
    Duration gap(RoleName role) {
        return watches(role).stream()
                .filter(Watch::gap)
                .map(w ->
                        Duration.between(w.from(), w.until().filter(end()::isAfter).orElse(end())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String gaps(RoleName role) {
        Duration gap = plan.team().rotations().of(role).isEmpty() ? Duration.ZERO : gap(role);
        return gap.isZero()
                ? ""
                : "\n⚠️ Nobody is on call for "
                        + Spoken.length(gap)
                        + " of the next 30 days, first "
                        + watches(role).stream()
                                .filter(Watch::gap)
                                .map(w -> Mrkdwn.dateTime(w.from()))
                                .findFirst()
                                .orElse("soon");
    }

    private List<Watch> watches(RoleName role) {
        return plan.watches(role, now, end());
    }

    private Instant end() {
        return now.plus(AHEAD);
    }

    private static String title(Role role) {
        return Mrkdwn.escape(role.title());
    }

    private String who(Watch watch) {
        return watch.person()
                .map(Mrkdwn::mention)
                .orElseGet(() -> unknown(watch).map(this::named).orElse("⚠️ nobody"));
    }

    private String named(Handle handle) {
        return Mrkdwn.escape(
                        Optional.ofNullable(plan.team().people().get(handle))
                                .map(member -> member.name())
                                .orElse(handle.value()))
                + " (not found in Slack)";
    }

    private static Optional<Handle> unknown(Watch watch) {
        return switch (watch.by()) {
            case Watch.ByRotation r -> Optional.of(r.handle());
            case Watch.ByList l -> Optional.of(l.handle());
            case Watch.ByOverride ignored -> Optional.empty();
            case Watch.Nobody ignored -> Optional.empty();
        };
    }

    private static String until(Watch watch) {
        return watch.until().map(end -> " until " + Mrkdwn.dateTime(end)).orElse("");
    }

    /** Who takes over when the watch ends; else who is called when they do not answer. */
    private String next(Watch watch) {
        Optional<Watch> after = plan.next(watch);
        if (after.isPresent()) {
            return " · then " + who(after.get());
        }
        return plan.order(watch.role(), now).stream()
                .skip(1)
                .findFirst()
                .map(person -> " · next " + Mrkdwn.mention(person))
                .orElse("");
    }

    /** Worth saying only where it is not what everybody expects. */
    private static Optional<String> why(Watch watch) {
        return switch (watch.by()) {
            case Watch.ByOverride o ->
                    Optional.of("stands in (override " + o.override().number() + ")");
            case Watch.ByRotation r -> Optional.of("rotation " + Mrkdwn.escape(layer(r)));
            case Watch.ByList ignored -> Optional.empty();
            case Watch.Nobody ignored -> Optional.of("the team file gives nobody now");
        };
    }

    private static String layer(Watch.ByRotation by) {
        String rotation = by.rotation().value();
        return by.layer().equals(rotation) ? rotation : rotation + ", " + by.layer();
    }
}

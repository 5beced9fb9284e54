package io.muster.core.postmortem;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.drill.Exercise;
import io.muster.core.incident.Fulfilment;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Noticing;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Reviewing;
import io.muster.core.reach.Reaches;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How long things took and which promises were kept, reckoned and never typed. */
final class Measures {
    private final Incident incident;
    private final Policy policy;
    private final Times times;
    private final Instant now;

    Measures(Incident incident, Policy policy, Instant now) {
        this.incident = incident;
        this.policy = policy;
        this.times = new Times(incident);
        this.now = now;
    }

    /** From detection to full resolution. */
    List<Phrase> duration() {
        Instant from = times.detected();
        Optional<Instant> to = times.of(Milestone.RESOLVED);
        if (to.isEmpty()) {
            return List.of(Phrase.of("Not resolved yet; detected ").at(from));
        }
        List<Phrase> lines = new ArrayList<>();
        lines.add(
                Phrase.EMPTY
                        .strong(Spoken.length(Duration.between(from, to.get())))
                        .say(", from ")
                        .at(from)
                        .say(" (detected) to ")
                        .at(to.get())
                        .say(" (resolved)"));
        times.occurred()
                .ifPresent(began ->
                        lines.add(
                                Phrase.of("It had begun ")
                                        .at(began)
                                        .say(
                                                ", so those outside felt it for up to "
                                                        + Spoken.length(
                                                                Duration.between(
                                                                        began, to.get())))));
        return lines;
    }

    /** When each milestone was reached. */
    List<Phrase> keyTimes() {
        List<Phrase> lines = new ArrayList<>();
        times.occurred().ifPresent(at -> lines.add(Phrase.EMPTY.at(at).say("  It began")));
        lines.add(Phrase.EMPTY.at(times.detected()).say("  Detected: " + Noticing.of(incident)));
        for (Milestone milestone : Milestone.values()) {
            times.of(milestone)
                    .ifPresent(at ->
                            lines.add(
                                    Phrase.EMPTY
                                            .at(at)
                                            .say("  " + capital(milestone.word()))
                                            .say(
                                                    times.isClaimed(milestone)
                                                            ? " (established later)"
                                                            : "")));
        }
        return lines;
    }

    /** How long each step took, counted from detection. */
    List<Phrase> steps() {
        List<Phrase> lines = new ArrayList<>();
        step(lines, "Time to acknowledge", Milestone.ACKNOWLEDGED);
        step(lines, "Time to confirm", Milestone.CONFIRMED);
        step(lines, "Time to contain", Milestone.CONTAINED);
        step(lines, "Time to restore", Milestone.RESTORED);
        step(lines, "Time to resolve", Milestone.RESOLVED);
        return lines;
    }

    private void step(List<Phrase> lines, String what, Milestone milestone) {
        Phrase phrase = Phrase.of(what + ": ");
        lines.add(
                times.of(milestone)
                        .map(at -> Duration.between(times.detected(), at))
                        .map(took -> phrase.strong(Spoken.length(took)))
                        .orElseGet(() -> phrase.say("not recorded")));
    }

    /** Every promise of the response, kept or not; those about learning come after it. */
    List<Phrase> clocks() {
        Predicate<Obligation> learning =
                o ->
                        o.id().clock().equals(Reviewing.CLOCK)
                                || o.id().clock().value().startsWith(Reviewing.CLOCK + ".")
                                || o.id().clock().value().startsWith("action.");
        List<Obligation> ofTheResponse =
                incident.obligations().all().values().stream()
                        .filter(learning.negate())
                        .filter(o -> !Reaches.isStep(o.id()))
                        .filter(o -> !Exercise.isSecret(o.id().clock()))
                        .filter(o -> o.state() != Obligation.State.DROPPED || o.late(now))
                        .sorted(Comparator.comparing(Obligation::due))
                        .toList();
        return ofTheResponse.stream().map(this::clock).toList();
    }

    private Phrase clock(Obligation o) {
        Phrase phrase = Phrase.of(sign(o) + " " + o.title() + ": due ").at(o.due());
        Fulfilment kept = Fulfilment.of(incident, policy, o, now);
        return switch (o.state()) {
            case OPEN -> phrase.say(o.late(now) ? ", overdue" : ", still open");
            case MET ->
                    phrase.say(", done ")
                            .at(kept.at().orElse(o.due()))
                            .say(
                                    kept.late()
                                            ? ", " + Spoken.length(kept.delay(o, now)) + " late"
                                            : ", in time");
            case MISSED -> phrase.say(", missed");
            case DROPPED -> phrase.say(", no longer owed");
        };
    }

    private String sign(Obligation o) {
        return switch (o.state()) {
            case OPEN -> o.late(now) ? "✗" : "…";
            case MET -> Fulfilment.of(incident, policy, o, now).late() ? "✗" : "✓";
            case MISSED -> "✗";
            case DROPPED -> "–";
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}

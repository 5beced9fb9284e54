package io.muster.core.alert;

import io.muster.core.FreeText;
import io.muster.core.policy.Policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts what a source sent. Each alert is judged by itself; those that go the same way are one
 * signal: what everybody may see, what not everybody may see, and what is not worth an incident.
 */
public final class Routing {
    private final AlertSettings settings;
    private final Policy policy;

    /** By these rules, with the severities of this policy. */
    public Routing(AlertSettings settings, Policy policy) {
        this.settings = settings;
        this.policy = policy;
    }

    /** A signal and what is to be done with it. */
    public record Sorted(Signal signal, Verdict verdict) {}

    /** One, two or three signals. */
    public List<Sorted> sort(Notification notification) {
        Map<Way, List<Judged>> ways = new LinkedHashMap<>();
        for (Notification.Item item : notification.items()) {
            Judged judged = judge(notification.source(), item);
            ways.computeIfAbsent(way(judged), w -> new ArrayList<>()).add(judged);
        }
        List<Sorted> sorted = new ArrayList<>();
        ways.forEach((way, some) ->
                sorted.add(new Sorted(signal(notification, way, some), verdict(some))));
        return sorted;
    }

    private enum Way {
        OPEN,
        PRIVATE,
        DROPPED
    }

    private record Judged(Notification.Item item, Verdict verdict, String service) {}

    private static Way way(Judged judged) {
        return judged.verdict() instanceof Verdict.Drop
                ? Way.DROPPED
                : judged.verdict().isPrivate() ? Way.PRIVATE : Way.OPEN;
    }

    private Judged judge(AlertSource source, Notification.Item item) {
        Optional<AlertRule> rule =
                settings.rules().stream().filter(r -> r.fits(source.name(), item)).findFirst();
        String service = rule.flatMap(AlertRule::service).orElse(item.service());
        return new Judged(
                item,
                rule.map(r -> by(r, source, item)).orElseGet(() -> byDefault(source, item)),
                service);
    }

    private Verdict by(AlertRule rule, AlertSource source, Notification.Item item) {
        if (rule.dismiss().isPresent()) {
            return new Verdict.Drop(rule.dismiss().get(), rule.isPrivate(), rule.words());
        }
        return new Verdict.Take(
                rule.severity().orElseGet(() -> settings.severity(item.severity(), policy)),
                rule.kind(),
                rule.isPrivate(),
                rule.detectedBy().orElse(naturally(source)),
                rule.words());
    }

    private Verdict byDefault(AlertSource source, Notification.Item item) {
        return new Verdict.Take(
                settings.severity(item.severity(), policy),
                Optional.empty(),
                false,
                naturally(source),
                "no rule; by its severity");
    }

    private static Detection naturally(AlertSource source) {
        return source.name().equals(AlertSource.HEALTH_CHECK.name())
                ? Detection.HEALTH_CHECK
                : Detection.MONITORING_ALERT;
    }

    /** The gravest of those that fire decides; of those that are over, any. */
    private Verdict verdict(List<Judged> some) {
        return foremost(some).verdict();
    }

    private Judged foremost(List<Judged> some) {
        List<Judged> burning = burning(some);
        return (burning.isEmpty() ? some : burning)
                .stream().min(Comparator.comparingInt(this::rank)).orElseThrow();
    }

    private int rank(Judged judged) {
        return judged.verdict() instanceof Verdict.Take take
                ? policy.rank(take.severity())
                : Integer.MAX_VALUE;
    }

    private Signal signal(Notification from, Way way, List<Judged> some) {
        List<Judged> burning = burning(some);
        List<Judged> shown = burning.isEmpty() ? some : burning;
        Judged first = foremost(some);
        AlertKey key = AlertKey.of(from.source().name(), from.group());
        return new Signal(
                way == Way.PRIVATE ? key.ofThePrivatePart() : key,
                from.source().title(),
                !burning.isEmpty(),
                FreeText.of(AlertWords.title(items(shown))),
                FreeText.of(AlertWords.details(items(shown), from.truncated())),
                FreeText.of(first.service()),
                FreeText.of(first.item().link()),
                first.item().severity(),
                some.stream().map(j -> member(j.item())).toList(),
                from.truncated(),
                canClear(from.source()));
    }

    private static List<Judged> burning(List<Judged> some) {
        return some.stream().filter(j -> j.item().firing()).toList();
    }

    private static List<Notification.Item> items(List<Judged> some) {
        return some.stream().map(Judged::item).toList();
    }

    private static Signal.Member member(Notification.Item item) {
        return new Signal.Member(
                AlertKey.hash(item.id()), FreeText.of(item.title()), item.firing(), item.since());
    }

    private static boolean canClear(AlertSource source) {
        return switch (source.shape()) {
            case AlertSource.Shape.Alertmanager ignored -> true;
            case AlertSource.Shape.Mapped mapped -> !mapped.places().resolved().isEmpty();
        };
    }

    /** What an alert that was dismissed would have been, for whoever thinks otherwise. */
    public Verdict.Take nevertheless(Signal signal, boolean isPrivate) {
        return new Verdict.Take(
                settings.severity(signal.severity(), policy),
                Optional.empty(),
                isPrivate,
                Detection.MONITORING_ALERT,
                "declared by hand");
    }
}

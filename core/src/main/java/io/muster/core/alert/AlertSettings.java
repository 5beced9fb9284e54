package io.muster.core.alert;

import io.muster.core.policy.Policy;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where alerts may come from, what is done with them, and what Muster watches itself.
 *
 * @param sources those that the team describes, by name
 * @param usual the severity of an alert whose own word nobody knows; empty for the policy's second
 * @param severities what the words of the sources mean here, in lower case
 * @param rules in the order in which they are asked
 */
public record AlertSettings(
        SequencedMap<String, AlertSource> sources,
        Optional<SeverityName> usual,
        Map<String, SeverityName> severities,
        List<AlertRule> rules,
        List<Watch> watches) {
    private static final List<AlertSource> KNOWN =
            List.of(
                    AlertSource.alertmanager("signoz", "SigNoz"),
                    AlertSource.alertmanager("alertmanager", "Alertmanager"));

    /** Nothing but what is always there. */
    public static final AlertSettings NONE =
            new AlertSettings(
                    new LinkedHashMap<>(), Optional.empty(), Map.of(), List.of(), List.of());

    public AlertSettings {
        SequencedMap<String, AlertSource> all = new LinkedHashMap<>();
        KNOWN.forEach(s -> all.put(s.name(), s));
        all.putAll(sources);
        sources = Collections.unmodifiableSequencedMap(all);
        Objects.requireNonNull(usual);
        severities = Map.copyOf(severities);
        rules = List.copyOf(rules);
        watches = List.copyOf(watches);
    }

    /** Those whose messages Muster can always read. */
    static Optional<AlertSource> known(String name) {
        return KNOWN.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The source with this name. */
    public Optional<AlertSource> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /**
     * What a source's own word for how grave it is means here: what the team says it means; else
     * the severity that has this name or title; else the usual one.
     */
    public SeverityName severity(String word, Policy policy) {
        Optional<SeverityName> said =
                Optional.ofNullable(severities.get(word.toLowerCase(java.util.Locale.ROOT)));
        return said.or(() -> called(word, policy)).or(() -> usual).orElseGet(() -> second(policy));
    }

    private static Optional<SeverityName> called(String word, Policy policy) {
        return policy.severities().stream()
                .filter(s ->
                        s.name().value().equalsIgnoreCase(word) || s.title().equalsIgnoreCase(word))
                .map(Severity::name)
                .findFirst();
    }

    /** Grave enough to wake somebody up, and not what wakes everybody. */
    private static SeverityName second(Policy policy) {
        List<Severity> all = policy.severities();
        return all.get(Math.min(1, all.size() - 1)).name();
    }
}

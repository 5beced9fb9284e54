package io.muster.core.alert;

import io.muster.core.policy.Kind;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads {@code alerts} and {@code watch} of a team's file; both may be left out. */
public final class AlertReader {
    private final Policy policy;

    private AlertReader(Policy policy) {
        this.policy = policy;
    }

    /** Where alerts come from and what is done with them. */
    public static AlertSettings read(
            Optional<Passage> alerts, Optional<Passage> watch, Policy policy) {
        AlertReader reader = new AlertReader(policy);
        List<Watch> watches = watch.map(WatchReader::read).orElse(List.of());
        return alerts.map(passage -> reader.settings(passage, watches))
                .orElseGet(() ->
                        new AlertSettings(
                                new LinkedHashMap<>(),
                                Optional.empty(),
                                Map.of(),
                                List.of(),
                                watches));
    }

    private AlertSettings settings(Passage passage, List<Watch> watches) {
        Form form = passage.form("sources", "default-severity", "severities", "rules");
        SequencedMap<String, AlertSource> sources =
                form.find("sources").map(SourceReader::read).orElseGet(LinkedHashMap::new);
        return new AlertSettings(
                sources,
                form.find("default-severity").map(this::severity),
                form.find("severities").map(this::severities).orElse(Map.of()),
                form.find("rules").map(p -> rules(p, sources)).orElse(List.of()),
                watches);
    }

    private Map<String, SeverityName> severities(Passage passage) {
        Map<String, SeverityName> meanings = new LinkedHashMap<>();
        passage.parts()
                .forEach((word, part) ->
                        meanings.put(word.toLowerCase(Locale.ROOT), severity(part)));
        return meanings;
    }

    private List<AlertRule> rules(Passage passage, Map<String, AlertSource> sources) {
        List<AlertRule> rules = new ArrayList<>();
        for (Passage entry : passage.list()) {
            rules.add(rule(entry, rules.size() + 1, sources));
        }
        return rules;
    }

    private AlertRule rule(Passage passage, int number, Map<String, AlertSource> sources) {
        Form form =
                passage.form(
                        "match",
                        "severity",
                        "kind",
                        "private",
                        "service",
                        "detected-by",
                        "dismiss");
        Optional<Passage> dismiss = form.find("dismiss");
        if (dismiss.isPresent() && form.find("severity").or(() -> form.find("kind")).isPresent()) {
            passage.problem(
                    "dismisses alerts and says what incident they are.",
                    "Keep `dismiss`, or the other keys.");
        }
        return new AlertRule(
                number,
                form.find("match").map(m -> match(m, sources)).orElseGet(LinkedHashMap::new),
                form.find("severity").map(this::severity),
                form.find("kind").map(this::kind),
                form.find("private").map(Passage::yes).orElse(false),
                form.find("service").map(Passage::text),
                form.find("detected-by")
                        .map(p -> p.choice(Choices.of(Detection::word, Detection.values()))),
                dismiss.map(Passage::text));
    }

    private static SequencedMap<String, String> match(
            Passage passage, Map<String, AlertSource> sources) {
        SequencedMap<String, String> match = new LinkedHashMap<>();
        passage.parts()
                .forEach((label, part) -> {
                    match.put(label, part.text());
                    if (label.equals("source") && !part.quietText().contains("*")) {
                        known(part, sources);
                    }
                });
        return match;
    }

    /** A rule for a source that does not exist never fits, which its author should know. */
    private static void known(Passage source, Map<String, AlertSource> sources) {
        String name = source.quietText();
        List<String> all = new ArrayList<>(sources.keySet());
        AlertSettings.NONE.sources().keySet().stream()
                .filter(s -> !all.contains(s))
                .forEach(all::add);
        all.add(AlertSource.HEALTH_CHECK.name());
        if (!all.contains(name)) {
            source.warning(
                    "names the source `" + name + "`, which sends nothing.",
                    Nearest.remedy(name, all, "The sources are"));
        }
    }

    private SeverityName severity(Passage passage) {
        String word = passage.text();
        Optional<Severity> severity = policy.severityCalled(word);
        if (severity.isEmpty() && !word.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no severity of the policy.",
                    Nearest.remedy(
                            word,
                            policy.severities().stream().map(s -> s.name().value()).toList(),
                            "Use one of"));
        }
        return severity.map(Severity::name).orElse(new SeverityName(word));
    }

    private KindName kind(Passage passage) {
        KindName name = new KindName(passage.text());
        if (policy.kind(name).isEmpty() && !name.value().isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no kind of incident of the policy.",
                    Nearest.remedy(
                            name.value(),
                            policy.kinds().stream().map(Kind::name).map(KindName::value).toList(),
                            "Use one of"));
        }
        return name;
    }
}

package io.muster.core.alert;

import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads which systems may send alerts, and where in their messages to find what. */
final class SourceReader {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern POINTER = Pattern.compile("(/[^\\s/]+)+");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");
    private static final String ALERTMANAGER = "alertmanager";

    private SourceReader() {}

    static SequencedMap<String, AlertSource> read(Passage passage) {
        SequencedMap<String, AlertSource> sources = new LinkedHashMap<>();
        passage.named(Naming.WORDS, "signoz")
                .forEach((name, part) -> sources.put(name, source(name, part)));
        return sources;
    }

    private static AlertSource source(String name, Passage passage) {
        if (name.equals(AlertSource.HEALTH_CHECK.name())) {
            passage.problem("is the source of what Muster watches itself.", "Choose another name.");
        }
        Form form =
                passage.form(
                        "name",
                        "secret-from",
                        "signature",
                        "per-minute",
                        "format",
                        "title",
                        "fingerprint",
                        "status",
                        "resolved",
                        "severity",
                        "service",
                        "link",
                        "details",
                        "since");
        Optional<AlertSource> known = AlertSettings.known(name);
        return new AlertSource(
                name,
                form.find("name")
                        .map(p -> p.text(40))
                        .or(() -> known.map(AlertSource::title))
                        .orElse(name),
                form.find("secret-from").flatMap(p -> p.variable("MUSTER_SIGNOZ_SECRET")),
                form.find("signature")
                        .map(p -> like(p, HEADER, "the name of a header", "X-Signature"))
                        .map(header -> header.toLowerCase(Locale.ROOT)),
                shape(passage, form, known),
                form.find("per-minute")
                        .map(p -> number(p, AlertSource.USUAL_PER_MINUTE))
                        .orElse(AlertSource.USUAL_PER_MINUTE));
    }

    private static AlertSource.Shape shape(
            Passage passage, Form form, Optional<AlertSource> known) {
        Optional<Passage> format = form.find("format");
        format.map(Passage::text)
                .filter(words -> !words.equals(ALERTMANAGER))
                .ifPresent(words ->
                        format.get()
                                .problem(
                                        "says " + format.get().quoted() + ".",
                                        "Write `alertmanager`, or leave it out and say where in"
                                                + " the message `title` stands."));
        boolean known4 = known.isPresent() || format.isPresent();
        if (!known4) {
            return new AlertSource.Shape.Mapped(mapping(form));
        }
        form.find("title")
                .ifPresent(t ->
                        t.problem(
                                "is not looked at: `"
                                        + passage.path()
                                        + "` writes as"
                                        + " Alertmanager does.",
                                "Take it out."));
        return new AlertSource.Shape.Alertmanager();
    }

    private static PayloadMapping mapping(Form form) {
        Set<String> resolved = form.find("resolved").map(SourceReader::words).orElse(Set.of());
        Optional<String> status = pointer(form, "status");
        if (!resolved.isEmpty() && status.isEmpty()) {
            form.find("resolved")
                    .ifPresent(p ->
                            p.problem(
                                    "says which words mean that it is over, but not where they"
                                            + " stand.",
                                    "Add `status: /…`."));
        }
        return new PayloadMapping(
                place(form.need("title")),
                pointer(form, "fingerprint"),
                status,
                resolved,
                pointer(form, "severity"),
                pointer(form, "service"),
                pointer(form, "link"),
                pointer(form, "details"),
                pointer(form, "since"));
    }

    private static Set<String> words(Passage passage) {
        if (passage.isText()) {
            return Set.of(passage.text().toLowerCase(Locale.ROOT));
        }
        return passage.list().stream()
                .map(p -> p.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Optional<String> pointer(Form form, String key) {
        return form.find(key).map(SourceReader::place);
    }

    private static String place(Passage passage) {
        return like(passage, POINTER, "a place in a JSON document", "/alert/name");
    }

    /** The secret itself in a file would be read by everybody who reads the file. */
    private static String like(Passage passage, Pattern pattern, String what, String example) {
        String words = passage.text();
        if (!words.isEmpty() && !pattern.matcher(words).matches()) {
            passage.problem("is not " + what + ".", "Write one like `" + example + "`.");
        }
        return words;
    }

    /** A whole number; what stands in is used where there is none. */
    static int number(Passage passage, int standIn) {
        String words = passage.text();
        if (COUNT.matcher(words).matches()) {
            return Integer.parseInt(words);
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no number.",
                    "Write one like `" + standIn + "`.");
        }
        return standIn;
    }
}

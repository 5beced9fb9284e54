package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.List;

/** The severity table, gravest first. */
final class SeverityReader {
    private SeverityReader() {}

    static List<Severity> read(Passage passage, Names names) {
        List<Severity> severities = new ArrayList<>();
        passage.named(Names.SEVERITY, "P1")
                .forEach((key, part) -> {
                    if (severities.stream().anyMatch(s -> s.name().value().equalsIgnoreCase(key))) {
                        part.problem(
                                "differs from another severity only by its case.",
                                "Give it another name: people type either.");
                    }
                    severities.add(severity(new SeverityName(key), part, names));
                });
        return severities;
    }

    private static Severity severity(SeverityName name, Passage passage, Names names) {
        Form form = passage.form("title", "definition", "examples", "commander");
        return new Severity(
                name,
                RoleReader.title(form.need("title")),
                form.text("definition"),
                form.find("examples").map(SeverityReader::examples).orElse(List.of()),
                form.find("commander").map(names::role));
    }

    private static List<String> examples(Passage passage) {
        return passage.list().stream().map(Passage::text).toList();
    }
}

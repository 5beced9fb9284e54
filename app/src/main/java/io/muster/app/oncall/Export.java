package io.muster.app.oncall;

import io.muster.core.written.Written;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of what another tool exported: looked into by name, without any trust in its shape. */
record Export(Written at) {
    Optional<Export> find(String key) {
        return at instanceof Written.Mapping mapping
                ? mapping.entries().stream()
                        .filter(e -> e.key().text().equals(key))
                        .map(e -> new Export(e.value()))
                        .findFirst()
                : Optional.empty();
    }

    /** The words beside this key; empty if there are none, or null. */
    Optional<String> text(String key) {
        return find(key).flatMap(Export::text);
    }

    Optional<String> text() {
        return at instanceof Written.Scalar scalar
                        && !scalar.text().isBlank()
                        && !scalar.text().equals("null")
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }

    long number(String key, long otherwise) {
        return text(key)
                .filter(words -> words.matches("-?\\d{1,12}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    List<Export> list(String key) {
        return find(key).map(Export::list).orElse(List.of());
    }

    /** The entries of a list; one thing is a list of one. */
    List<Export> list() {
        List<Export> entries = new ArrayList<>();
        if (at instanceof Written.Sequence sequence) {
            sequence.items().forEach(item -> entries.add(new Export(item)));
        } else if (at instanceof Written.Mapping) {
            entries.add(this);
        }
        return entries;
    }
}

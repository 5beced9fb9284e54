package io.muster.core.action;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an action item is good for. */
public enum ActionKind {
    PREVENT("It cannot happen again"),
    DETECT("It is noticed sooner"),
    MITIGATE("It does less harm"),
    PROCESS("We handle it better");

    private final String meaning;

    ActionKind(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, for whoever has to choose. */
    public String meaning() {
        return meaning;
    }

    /** How it is said and typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that this word means. */
    public static Optional<ActionKind> called(String word) {
        return Stream.of(values()).filter(k -> k.word().equalsIgnoreCase(word)).findFirst();
    }
}

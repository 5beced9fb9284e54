package io.muster.core.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an exhibit is. The first five are in the order in which they would be lost. */
public enum ExhibitType {
    MEMORY("Memory dump"),
    SYSTEM_STATE("System state (processes, connections, open files)"),
    DISK("Disk image"),
    CLOUD_STATE("Cloud state (snapshot, audit log)"),
    LOGS("Log export"),
    NETWORK("Network capture"),
    MESSAGE("Message"),
    FILE("File"),
    SCREENSHOT("Screenshot"),
    PHYSICAL("Physical item"),
    OTHER("Other");

    private final String title;

    ExhibitType(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** How it is typed, for example {@code cloud-state}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type that somebody typed. */
    public static Optional<ExhibitType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    /** The step of the preservation checklist that it belongs to. */
    public Optional<Preservation> step() {
        return switch (this) {
            case MEMORY -> Optional.of(Preservation.MEMORY);
            case SYSTEM_STATE -> Optional.of(Preservation.SYSTEM_STATE);
            case DISK -> Optional.of(Preservation.DISK);
            case CLOUD_STATE -> Optional.of(Preservation.CLOUD_STATE);
            case LOGS -> Optional.of(Preservation.LOGS);
            case NETWORK, MESSAGE, FILE, SCREENSHOT, PHYSICAL, OTHER -> Optional.empty();
        };
    }
}

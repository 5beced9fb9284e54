package io.muster.app.cli;

import java.util.List;

/** Tells everything that is wrong with the settings at once. */
final class Problems {
    private Problems() {}

    static int tell(Console console, List<String> problems) {
        StringBuilder words = new StringBuilder("Muster is not set up yet:");
        problems.forEach(problem -> words.append("\n  - ").append(problem));
        return console.refuse(words.toString());
    }
}

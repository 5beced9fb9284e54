package io.muster.app.sandbox.page;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What a page has besides the workspace: words of welcome, commands to try, buttons, a clock. */
public record Setting(
        Supplier<String> welcome,
        List<String> suggestions,
        List<Group> controls,
        Supplier<Instant> clock) {
    public Setting {
        suggestions = List.copyOf(suggestions);
        controls = List.copyOf(controls);
    }

    /** Buttons under one label. */
    public record Group(String label, List<Button> buttons) {
        public Group {
            buttons = List.copyOf(buttons);
        }
    }

    /** What it does, and what it says afterwards. */
    public record Button(String label, Supplier<String> act) {}
}

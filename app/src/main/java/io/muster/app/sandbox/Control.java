package io.muster.app.sandbox;

import java.util.List;

/** Buttons in the top bar of the page that do something outside of the workspace. */
public record Control(String label, List<Choice> choices) {
    public Control {
        choices = List.copyOf(choices);
    }
}

package io.muster.app.sandbox.blockkit;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a value, each with a JSON pointer to the place. */
public final class Findings {
    private final List<String> messages = new ArrayList<>();

    void add(String at, String problem) {
        messages.add("[ERROR] " + problem + " [json-pointer:" + at + "]");
    }

    public boolean none() {
        return messages.isEmpty();
    }

    /** In the wording of {@code response_metadata.messages}. */
    public List<String> messages() {
        return List.copyOf(messages);
    }
}

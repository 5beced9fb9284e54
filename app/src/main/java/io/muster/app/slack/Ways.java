package io.muster.app.slack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that people can type, press and submit, by name. Filled at start, read for ever. */
public final class Ways {
    private final SequencedMap<String, Verb> verbs = new LinkedHashMap<>();
    private final Map<String, Verb> aliases = new LinkedHashMap<>();
    private final Map<String, OnPress> buttons = new LinkedHashMap<>();
    private final Map<String, OnSubmit> modals = new LinkedHashMap<>();
    private final Map<String, OnPoint> shortcuts = new LinkedHashMap<>();
    private final Map<String, OnCall> globals = new LinkedHashMap<>();

    /** What happens when a verb is typed. */
    public interface OnType {
        /** Answers within the three seconds that Slack allows. */
        Answer typed(Typed typed);
    }

    /** What happens when a button is pressed. */
    public interface OnPress {
        /** Answers within the three seconds that Slack allows. */
        Answer pressed(Pressed pressed);
    }

    /** What happens when a shortcut is used on a message. */
    public interface OnPoint {
        /** Answers within the three seconds that Slack allows. */
        Answer pointed(Pointed pointed);
    }

    /** What happens when a shortcut is used that belongs to no message. */
    public interface OnCall {
        /** Answers within the three seconds that Slack allows. */
        Answer called(Delivered from);
    }

    /** What happens when a modal is submitted. */
    public interface OnSubmit {
        /** Answers within the three seconds that Slack allows. */
        ModalAnswer submitted(Submitted submitted);
    }

    /**
     * Something that people can type.
     *
     * @param usage what may follow the verb, for help; empty if nothing does
     * @param what what it does, in a few words
     */
    public record Verb(String name, String usage, String what, OnType onType) {}

    /** A verb. */
    public Ways verb(String name, String usage, String what, OnType onType) {
        Verb verb = new Verb(name, usage, what, onType);
        verbs.put(name, verb);
        aliases.put(name, verb);
        return this;
    }

    /** What the command does when nothing follows it. */
    public Ways bare(OnType onType) {
        aliases.put("", new Verb("", "", "", onType));
        return this;
    }

    /** Another word for a verb that is registered already. */
    public Ways alias(String word, String verb) {
        Verb known = verbs.get(verb);
        if (known == null) {
            throw new IllegalArgumentException("there is no verb " + verb);
        }
        aliases.put(word, known);
        return this;
    }

    /** A button, by the part of its action id before the colon. */
    public Ways button(String action, OnPress onPress) {
        buttons.put(action, onPress);
        return this;
    }

    /** A modal, by its callback id. */
    public Ways modal(String callback, OnSubmit onSubmit) {
        modals.put(callback, onSubmit);
        return this;
    }

    /** A shortcut on messages, by its callback id. */
    public Ways shortcut(String callback, OnPoint onPoint) {
        shortcuts.put(callback, onPoint);
        return this;
    }

    /** A shortcut that belongs to no message, by its callback id. */
    public Ways global(String callback, OnCall onCall) {
        globals.put(callback, onCall);
        return this;
    }

    /** What happens when this shortcut is used that belongs to no message. */
    public Optional<OnCall> global(String callback) {
        return Optional.ofNullable(globals.get(callback));
    }

    /** What happens when this shortcut is used on a message. */
    public Optional<OnPoint> shortcut(String callback) {
        return Optional.ofNullable(shortcuts.get(callback));
    }

    /** The verb that this word means. */
    public Optional<Verb> verb(String word) {
        return Optional.ofNullable(aliases.get(word));
    }

    /** All verbs, in the order of help. */
    public List<Verb> verbs() {
        return List.copyOf(verbs.values());
    }

    /** What everything is called that can be pressed. */
    public Set<String> buttons() {
        return Set.copyOf(buttons.keySet());
    }

    /** The callback ids of everything that can be submitted. */
    public Set<String> modals() {
        return Set.copyOf(modals.keySet());
    }

    /** The callback ids of all shortcuts, on messages and elsewhere. */
    public Set<String> shortcuts() {
        return Stream.concat(shortcuts.keySet().stream(), globals.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All words that are understood. */
    public Collection<String> words() {
        return aliases.keySet().stream().filter(word -> !word.isEmpty()).toList();
    }

    /** What happens when this button is pressed. */
    public Optional<OnPress> button(String action) {
        return Optional.ofNullable(buttons.get(action));
    }

    /** What happens when this modal is submitted. */
    public Optional<OnSubmit> modal(String callback) {
        return Optional.ofNullable(modals.get(callback));
    }
}

package io.muster.app.oncall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sections of a team file that an import makes, and what it could not carry over. */
public final class TeamText {
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, List<String>> rotations = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    private record Person(String handle, String name, Optional<String> email) {}

    /** One layer, as the file says it. */
    record Layer(
            String name,
            List<String> people,
            String every,
            String starts,
            List<String> only,
            Optional<String> zone) {}

    /** The handle of this person, who is added if they are new. */
    String person(String key, Optional<String> name, Optional<String> email) {
        Person known = people.get(key);
        if (known != null) {
            return known.handle();
        }
        String stem = handle(email.map(e -> e.replaceFirst("@.*", "")).or(() -> name).orElse(key));
        String handle = stem;
        for (int i = 2; taken(handle); i++) {
            handle = stem + i;
        }
        people.put(key, new Person(handle, name.orElse(stem), email));
        return handle;
    }

    void rotation(String name, String zone, List<Layer> layers) {
        String stem = word(name);
        String key = stem;
        for (int i = 2; rotations.containsKey(key); i++) {
            key = stem + "-" + i;
        }
        List<String> lines = new ArrayList<>();
        lines.add("    zone: " + zone);
        lines.add("    layers:");
        for (Layer layer : layers) {
            lines.add("      - name: " + quoted(layer.name()));
            lines.add("        people: [" + String.join(", ", layer.people()) + "]");
            lines.add("        every: " + layer.every());
            lines.add("        starts: " + layer.starts());
            if (!layer.only().isEmpty()) {
                lines.add("        only: [" + String.join(", ", layer.only()) + "]");
            }
            layer.zone().ifPresent(z -> lines.add("        zone: " + z));
        }
        rotations.put(key, lines);
    }

    /** Something that the team file cannot say. */
    void leave(String what) {
        left.add(what.strip().replaceAll("\\s+", " "));
    }

    /** What could not be carried over. */
    public List<String> left() {
        return List.copyOf(left);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return rotations.isEmpty();
    }

    /** The sections. */
    public String text() {
        StringBuilder text = new StringBuilder();
        left.forEach(what -> text.append("# Not carried over: ").append(what).append('\n'));
        text.append("people:\n");
        people.values()
                .forEach(p -> {
                    text.append("  ")
                            .append(p.handle())
                            .append(": {name: ")
                            .append(quoted(p.name()));
                    text.append(", ")
                            .append(
                                    p.email()
                                            .map(e -> "email: " + quoted(e))
                                            .orElse("email: FILL-IN@example.com"));
                    text.append("}\n");
                });
        text.append("rotations:\n");
        rotations.forEach((key, lines) -> {
            text.append("  ").append(key).append(":\n");
            lines.forEach(line -> text.append(line).append('\n'));
        });
        text.append("# In roles:, name a rotation like this:\n");
        text.append("#   on-call: {rotation: ")
                .append(rotations.keySet().stream().findFirst().orElse("primary"))
                .append("}\n");
        return text.toString();
    }

    private boolean taken(String handle) {
        return people.values().stream().anyMatch(p -> p.handle().equals(handle));
    }

    private static String handle(String words) {
        String plain =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[^a-z0-9]+", "");
        return plain.isEmpty() ? "somebody" : plain.substring(0, Math.min(36, plain.length()));
    }

    private static String word(String words) {
        String plain =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        String cut = plain.substring(0, Math.min(36, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "rotation" : cut;
    }

    private static String quoted(String words) {
        String plain = words.strip().replaceAll("\\s+", " ");
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

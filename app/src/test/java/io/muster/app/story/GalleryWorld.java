package io.muster.app.story;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.PersonSeed;
import io.muster.app.sandbox.Seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the tour goes: the plan as it ships with a handful of people, or the same plan with as much
 * of everything as there can be.
 *
 * @param worst whether everything is as long and as much as it can be
 */
record GalleryWorld(String name, boolean worst) {
    static final GalleryWorld USUAL = new GalleryWorld("usual", false);
    static final GalleryWorld WORST = new GalleryWorld("worst", true);

    private static final String HARD =
            "🔥 انقطاع <!channel> *bold* `code` <https://x.example|link> & \"quoted\" ";
    private static final String PLAN = "/io/muster/core/policy/soc2-irp-001.yml";
    private static final int MORE_ITEMS = 95;
    private static final int MORE_CLOCKS = 55;
    private static final int MORE_PEOPLE = 23;

    /** What somebody writes here, of whom this much is asked at most. */
    String words(String usual, int most) {
        if (!worst) {
            return usual;
        }
        String many = HARD.repeat(most / HARD.length() + 1);
        boolean half = Character.isHighSurrogate(many.charAt(most - 2));
        return many.substring(0, half ? most - 2 : most - 1).strip() + ".";
    }

    /** How often something is done of which there may be many. */
    int times(int most) {
        return worst ? most : 1;
    }

    /** The file of the policy: the plan as it ships, and a law of which notices can be held. */
    String policy() {
        return plan().toString();
    }

    Seed seed(Seed seed) {
        List<PersonSeed> people = new ArrayList<>(seed.people());
        for (String handle : more()) {
            people.add(PersonSeed.of(handle, "نور 🔥 <!channel> " + handle, "One of many"));
        }
        return new Seed(people, seed.channels(), seed.usergroups());
    }

    /** Rotations; with everybody on call where it is worst. */
    String team(String file) {
        StringBuilder people = new StringBuilder();
        more().forEach(h ->
                people.append("  ")
                        .append(h)
                        .append(": {name: \"نور 🔥 ")
                        .append(h)
                        .append("\", email: ")
                        .append(h)
                        .append("@example.com}\n"));
        String others = worst ? ", " + String.join(", ", more()) : "";
        return file.replace("people:\n", "people:\n" + people)
                        .replace(
                                "  on-call: [ana, ben]\n",
                                "  on-call: {rotation: primary, then: [cleo" + others + "]}\n")
                        .replace(
                                "  security-lead: [sam]\n",
                                "  security-lead: [sam" + others + "]\n")
                + """
                rotations:
                  primary:
                    zone: UTC
                    people: [ana, ben%s]
                    every: 12 hours
                    starts: 2035-03-05 06:00
                alerts:
                  rules:
                    - match: {alertname: "Test*"}
                      dismiss: Somebody tries out alerts
                """
                        .formatted(others);
    }

    private List<String> more() {
        List<String> handles = new ArrayList<>();
        for (int i = 1; i <= (worst ? MORE_PEOPLE : 0); i++) {
            handles.add(String.format(Locale.ROOT, "person%02d", i));
        }
        return handles;
    }

    private Path plan() {
        try (InputStream file = PolicyFiles.class.getResourceAsStream(PLAN)) {
            String plan =
                    new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("id: soc2-irp-001\n", "id: gallery-plan\n")
                            .replace("laws: [gdpr-33,", "laws: [hipaa, gdpr-33,");
            Path path = Files.createTempFile("plan", ".yml");
            Files.writeString(path, worst ? full(plan) : plan);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String full(String plan) {
        return plan.replace(
                        "    title: Contain\n",
                        "    title: Contain it wherever it is, and all that stands near it\n")
                .replace("\n  eradicate:\n", items() + "\n  eradicate:\n")
                .replace(
                        "  # A notice that was sent is",
                        clocks() + "  # A notice that was sent is");
    }

    private static String items() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= MORE_ITEMS; i++) {
            items.append("      more-")
                    .append(i)
                    .append(": \"")
                    .append(i)
                    .append(". Cut off <!channel> 🔥 ")
                    .append("every system that is near, and say which ".repeat(4).strip())
                    .append("\"\n");
        }
        return items.toString();
    }

    private static String clocks() {
        StringBuilder clocks = new StringBuilder();
        for (int i = 1; i <= MORE_CLOCKS; i++) {
            clocks.append(
                    """
                        more-%1$d:
                          title: "Contract %1$d: <!channel> 🔥 انقطاع all who signed it"
                          to: Everybody who signed contract %1$d
                          channels: [email, in-app, direct call for enterprise customers]
                          when: {yes: [customer-data]}
                          from: declared
                          within: %2$d hours
                    """
                            .formatted(i, 24 + i));
        }
        return clocks.toString();
    }
}

package io.muster.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of what is printed. A server's words may repeat what it was told; so whatever
 * stands in a variable that could be a secret is struck out, wherever it appears.
 */
final class Hush {
    private static final Pattern SECRETIVE =
            Pattern.compile("SECRET|TOKEN|PASSWORD|PASS|KEY|CREDENTIAL");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?i)(?:password=([^&\\s]+))|(?://[^/@\\s:]*:([^/@\\s]+)@)");

    /** Shorter words occur everywhere, and keep no secret. */
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    /**
     * Of this environment.
     *
     * @param named variables that the team file names as secrets
     */
    Hush(Map<String, String> environment, Set<String> named) {
        List<String> found = new ArrayList<>();
        environment.forEach((name, value) -> {
            boolean secretive = SECRETIVE.matcher(name.toUpperCase(Locale.ROOT)).find();
            if (secretive || named.contains(name)) {
                found.add(value.strip());
            }
            Matcher matcher = IN_ADDRESS.matcher(value);
            while (matcher.find()) {
                found.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        });
        secrets =
                found.stream()
                        .filter(secret -> secret.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** The same words without any secret. */
    String over(String words) {
        String hushed = words;
        for (String secret : secrets) {
            hushed = hushed.replace(secret, "(secret)");
        }
        return hushed;
    }
}

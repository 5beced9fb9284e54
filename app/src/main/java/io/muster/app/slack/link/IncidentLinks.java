package io.muster.app.slack.link;

import io.muster.app.slack.Numbers;
import io.muster.core.incident.IncidentId;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The address of an incident, for whoever wants to point at one from anywhere: {@code
 * https://muster.example.com/incidents/INC-7}. It says which one is meant and nothing more.
 *
 * @param base where this Muster is reached from outside; without it there are no links
 */
public record IncidentLinks(Optional<URI> base) {
    /** Where the numbers stand in an address. */
    public static final String PATH = "/incidents/";

    public IncidentLinks {
        Objects.requireNonNull(base);
    }

    /** The link to this incident. */
    public Optional<String> to(IncidentId id) {
        return base.map(b -> trimmed(b.toString()) + PATH + id);
    }

    /** The incident that a link of ours is about; empty for any other address. */
    public Optional<IncidentId> in(String url) {
        try {
            URI link = URI.create(url);
            return base.filter(ours -> isOurs(ours, link)).flatMap(ours -> number(ours, link));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // people post all kinds of things
        }
    }

    private static boolean isOurs(URI ours, URI link) {
        return same(ours.getScheme(), link.getScheme())
                && same(ours.getHost(), link.getHost())
                && ours.getPort() == link.getPort();
    }

    private static boolean same(String ours, String theirs) {
        return ours.equalsIgnoreCase(theirs);
    }

    private static Optional<IncidentId> number(URI ours, URI link) {
        String before = trimmed(ours.getPath() == null ? "" : ours.getPath()) + PATH;
        String path = link.getPath() == null ? "" : link.getPath();
        return path.startsWith(before)
                ? Numbers.spoken(trimmed(path.substring(before.length())))
                : Optional.empty();
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}

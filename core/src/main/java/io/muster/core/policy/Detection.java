package io.muster.core.policy;

import java.util.List;
import java.util.Objects;

/**
 * A way in which incidents come to light.
 *
 * @param source to which of the {@link #SOURCES} it belongs, so that incidents can be counted by it
 */
public record Detection(DetectionName name, String title, String source) {
    /** Where word of an incident can come from at all. */
    public static final List<String> SOURCES =
            List.of("monitoring", "customer", "researcher", "employee", "vendor");

    /** The ways of a policy that names none. */
    static final List<Detection> USUAL =
            List.of(
                    usual("monitoring", "Monitoring"),
                    usual("customer", "Customer report"),
                    usual("researcher", "Researcher disclosure"),
                    usual("employee", "Employee"),
                    usual("vendor", "Vendor notice"));

    public Detection {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(source);
    }

    private static Detection usual(String source, String title) {
        return new Detection(new DetectionName(source), title, source);
    }
}

package io.muster.app;

import java.util.Map;
import java.util.Optional;

/** Secrets whose variables the team's file names. Never printed. */
public final class SecretVariables {
    /** No variable is set. */
    public static final SecretVariables NONE = new SecretVariables(Map.of());

    private final Map<String, String> environment;

    /** Those of this environment. */
    public SecretVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The secret in this variable; empty if it is not set, or blank. */
    public Optional<Secret> find(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    @Override
    public String toString() {
        return "(secrets)";
    }
}

package io.muster.db;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url a JDBC URL; may hold user and password as parameters
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
    public DatabaseAddress {
        Objects.requireNonNull(url);
    }

    /** An address whose URL says everything. */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, Optional.empty(), Optional.empty());
    }

    /** The address without anything secret, fit for a log. */
    public String withoutSecrets() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return withoutSecrets();
    }
}

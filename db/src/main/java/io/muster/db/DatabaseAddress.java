package io.muster.db;

import org.postgresql.Driver;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

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

    /** What the driver wants to know beside the URL. */
    public Properties properties() {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** Whether the driver can make sense of it. */
    boolean isReadable() {
        return Driver.parseURL(url, new Properties()) != null;
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

package io.muster.db;

import java.sql.SQLException;
import java.util.Optional;

/** The database cannot be used, in one sentence for whoever runs Muster. */
public final class DatabaseProblem extends RuntimeException {
    /** For a user without the rights that a first start needs. */
    static final String NO_RIGHTS =
            "its user may not create tables. Give it that right, or run `migrate` with one that has"
                    + " it.";

    private static final String UNREADABLE =
            "that is not the address of a PostgreSQL. Write it as"
                    + " jdbc:postgresql://host:5432/database?user=…&password=…";
    private static final long serialVersionUID = 1L;

    /** With a sentence that says what to do. */
    public DatabaseProblem(String sentence) {
        super(sentence);
    }

    /** With a sentence that says what to do, and what lies behind it. */
    public DatabaseProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What went wrong when this address was used. */
    public static DatabaseProblem of(DatabaseAddress address, Throwable cause) {
        return of(address, address.isReadable() ? reason(cause) : UNREADABLE, cause);
    }

    /** The same, when it is known what went wrong. */
    static DatabaseProblem of(DatabaseAddress address, String reason, Throwable cause) {
        return new DatabaseProblem(
                "Muster cannot use the database at " + address.withoutSecrets() + ": " + reason,
                cause);
    }

    private static String reason(Throwable cause) {
        Optional<SQLException> sql = sqlException(cause);
        String state = sql.map(SQLException::getSQLState).orElse("");
        return switch (state == null ? "" : state) {
            case "08001", "08006" ->
                    "nothing answers there. Is it running, and is the host and port in"
                            + " MUSTER_DATABASE_URL right?";
            case "28P01", "28000", "08004" ->
                    "user or password is refused. Check them in MUSTER_DATABASE_URL.";
            case "3D000" -> "there is no such database. Create it, or check MUSTER_DATABASE_URL.";
            case "42501" -> NO_RIGHTS;
            default ->
                    sql.map(SQLException::getMessage)
                            .orElseGet(() -> String.valueOf(cause.getMessage()))
                            .lines()
                            .findFirst()
                            .orElse("unknown reason");
        };
    }

    private static Optional<SQLException> sqlException(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}

package io.muster.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.muster.db.policy.PolicyTable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

@Tag("M5")
class MigrationsTest {
    private static final String SECRET = "sesame-77";

    @Test
    void four_nodes_that_start_at_once_migrate_once() {
        for (int round = 0; round < 2; round++) {
            try (TestDatabase database = Postgres.empty()) {
                AtomicInteger applied = new AtomicInteger();
                Together.times(
                        4,
                        1,
                        (thread, turn) -> applied.addAndGet(Migrations.apply(database.address())));

                assertThat((long) applied.get())
                        .isEqualTo(
                                database.count(
                                        "select count(*) from flyway_schema_history"
                                                + " where version is not null"));
                assertThat(DatabaseCheckup.examine(database.archive()))
                        .allMatch(DatabaseCheckup.Line::ok);
            }
        }
    }

    @Test
    void a_second_run_applies_nothing() {
        try (TestDatabase database = Postgres.empty()) {
            assertThat(Migrations.apply(database.address())).isPositive();
            assertThat(Migrations.apply(database.address())).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no host    | jdbc:postgresql://no-such-host.invalid/test_1?user=u&password=sesame-77 | nothing answers there
                    no port    | jdbc:postgresql://127.0.0.1:1/test_1?user=u&password=sesame-77 | nothing answers there
                    no user    | jdbc:postgresql://127.0.0.1:PORT/postgres?user=nobody&password=sesame-77 | user or password is refused
                    no base    | jdbc:postgresql://127.0.0.1:PORT/nothing?user=postgres&password=sesame-77 | there is no such database
                    no driver  | jdbc:mysql://127.0.0.1:PORT/postgres?user=postgres&password=sesame-77 | Write it as jdbc:postgresql:
                    no jdbc    | postgres://postgres:sesame-77@127.0.0.1:PORT/postgres | Write it as jdbc:postgresql:
                    rubbish    | jdbc:postgresql://:::/%zz?password=sesame-77 | Write it as jdbc:postgresql:
                    """)
    void an_address_that_leads_nowhere_is_explained_in_one_sentence(
            String what, String url, String sentence) {
        DatabaseAddress address =
                DatabaseAddress.of(url.replace("PORT", Integer.toString(Postgres.port())));

        assertExplained(address, sentence);
    }

    @Test
    void a_wrong_password_is_explained_and_the_right_one_works() {
        Postgres.execute("create role careful login createrole password '" + SECRET + "'");
        Postgres.askForPassword("careful");
        try (TestDatabase database = Postgres.empty()) {
            Postgres.execute("alter database " + database.name() + " owner to careful");
            String url = "jdbc:postgresql://127.0.0.1:" + Postgres.port() + "/" + database.name();

            assertExplained(address(url, "careful", SECRET + "x"), "user or password is refused");
            assertExplained(
                    new DatabaseAddress(url, Optional.of("careful"), Optional.empty()),
                    "user or password is refused");
            assertThat(Migrations.apply(address(url, "careful", SECRET))).isPositive();
            try (Archive archive = Archive.open(address(url, "careful", SECRET), 1)) {
                assertThat(warning(archive)).contains("`grant muster_app to careful`");
            }
            Postgres.execute("grant muster_app to careful");
            assertThat(Migrations.apply(address(url, "careful", SECRET))).isZero();
            try (Archive archive = Archive.open(address(url, "careful", SECRET), 1)) {
                assertThat(DatabaseCheckup.examine(archive)).allMatch(DatabaseCheckup.Line::ok);
            }
            assertThatThrownBy(() -> Archive.open(address(url, "careful", SECRET + "x"), 1))
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("user or password is refused");
        }
    }

    @Test
    void a_port_where_something_else_answers_is_explained() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var hangUp = new HangsUp(deaf)) {
            assertExplained(
                    DatabaseAddress.of(
                            "jdbc:postgresql://127.0.0.1:"
                                    + hangUp.port()
                                    + "/postgres?user=u&password="
                                    + SECRET),
                    "nothing answers there");
        }
    }

    @Test
    void a_user_who_may_not_create_tables_is_told_so() {
        Postgres.execute("create role guest login");
        try (TestDatabase database = Postgres.empty()) {
            assertExplained(as("guest", database), "may not create tables");
        }
    }

    /** Managed databases often give an owner who may not create roles. */
    @Test
    void an_owner_who_may_not_create_roles_works_with_the_triggers_alone() {
        Postgres.execute("create role owner_only login");
        try (TestDatabase database = Postgres.empty()) {
            Postgres.execute("alter database " + database.name() + " owner to owner_only");
            assertThat(Migrations.apply(as("owner_only", database))).isPositive();
            assertThat(Migrations.apply(as("owner_only", database))).isZero();

            try (Archive archive = Archive.open(as("owner_only", database), 2)) {
                archive.run(tx -> new PolicyTable().keep(tx, TestPolicy.VERSION, TestPolicy.TEXT));
                assertThat(warning(archive)).startsWith("only triggers guard the journal");
                assertThatThrownBy(() -> archive.run(tx -> tx.dsl().execute("delete from policy")))
                        .hasMessageContaining("never changed or removed");
            }
        }
    }

    /** One user migrates, another one serves and has no more rights than serving needs. */
    @Test
    void a_user_who_only_serves_can_work_with_what_another_one_migrated() {
        Postgres.execute("create role servant login in role muster_app");
        try (TestDatabase database = Postgres.empty()) {
            assertThat(Migrations.apply(database.address())).isPositive();

            assertThat(Migrations.apply(as("servant", database))).isZero();
            try (Archive archive = Archive.open(as("servant", database), 2)) {
                assertThat(DatabaseCheckup.examine(archive)).allMatch(DatabaseCheckup.Line::ok);
            }
        }
    }

    @Test
    void a_schema_that_another_build_made_differently_is_explained() {
        try (TestDatabase database = Postgres.empty()) {
            Migrations.apply(database.address());
            database.execute("update flyway_schema_history set checksum = 1 where version = '02'");

            assertExplained(database.address(), "another build of Muster");
        }
    }

    @Test
    void a_schema_of_a_newer_muster_is_left_as_it_is() {
        try (TestDatabase database = Postgres.empty()) {
            Migrations.apply(database.address());
            database.execute(
                    "insert into flyway_schema_history select 999, '99', 'of the future', type,"
                            + " 'V99__of_the_future.sql', 7, installed_by, installed_on, 1, true"
                            + " from flyway_schema_history limit 1");

            assertThat(Migrations.apply(database.address())).isZero();
        }
    }

    @Test
    void an_address_hides_its_secrets_wherever_they_stand() {
        assertThat(
                        DatabaseAddress.of(
                                        "jdbc:postgresql://h/d?user=u&password=a%26b&sslpassword=c&x=1")
                                .toString())
                .isEqualTo("jdbc:postgresql://h/d?user=u&password=…&sslpassword=…&x=1");
        assertThat(DatabaseAddress.of("postgres://u:p@h/d").toString()).isEqualTo("postgres://h/d");
        assertThat(address("jdbc:postgresql://h/d", "u", SECRET).toString()).doesNotContain(SECRET);
    }

    private static void assertExplained(DatabaseAddress address, String sentence) {
        DatabaseProblem problem =
                catchThrowableOfType(DatabaseProblem.class, () -> Migrations.apply(address));

        assertThat(problem)
                .hasMessageStartingWith("Muster cannot use the database at ")
                .hasMessageContaining(sentence);
        assertThat(problem).message().doesNotContain(SECRET, "Exception", "\n");
    }

    private static String warning(Archive archive) {
        return DatabaseCheckup.examine(archive).stream()
                .filter(line -> !line.ok())
                .map(DatabaseCheckup.Line::words)
                .collect(Collectors.joining());
    }

    private static DatabaseAddress as(String user, TestDatabase database) {
        return DatabaseAddress.of(
                "jdbc:postgresql://127.0.0.1:"
                        + Postgres.port()
                        + "/"
                        + database.name()
                        + "?user="
                        + user);
    }

    private static DatabaseAddress address(String url, String user, String password) {
        return new DatabaseAddress(url, Optional.of(user), Optional.of(password));
    }

    /** Something that is no PostgreSQL: it takes a call and hangs up. */
    private record HangsUp(ServerSocket server, Thread thread) implements AutoCloseable {
        HangsUp(ServerSocket server) {
            this(server, Thread.ofVirtual().start(() -> hangUp(server)));
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private static void hangUp(ServerSocket server) {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    return;
                }
            }
        }
    }
}

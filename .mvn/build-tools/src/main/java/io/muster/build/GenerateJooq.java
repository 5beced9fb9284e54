package io.muster.build;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the jOOQ classes from the migrations: starts a PostgreSQL, migrates it, reads its schema.
 *
 * <p>Arguments: the folder of the migrations, the folder to write to. Does nothing when neither the
 * migrations nor this class nor jOOQ have changed since the last run.
 */
public final class GenerateJooq {
    private GenerateJooq() {}

    /** Runs the generator; any failure ends the build with its stack trace. */
    public static void main(String[] args) throws Exception {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Path migrations = Path.of(args[0]).toAbsolutePath().normalize();
        Path target = Path.of(args[1]).toAbsolutePath().normalize();
        Path marker = target.resolve("made-from.sha256");
        String madeFrom = digest(migrations);
        if (Files.exists(marker) && Files.readString(marker).equals(madeFrom)) {
            return;
        }
        generate(migrations, target);
        Files.writeString(marker, madeFrom);
    }

    private static void generate(Path migrations, Path target) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(
                    configuration(postgres.getJdbcUrl("postgres", "postgres"), target));
        }
    }

    private static Configuration configuration(String url, Path target) {
        return new Configuration()
                .withLogging(org.jooq.meta.jaxb.Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                .withInputSchema("public")
                                                .withOutputSchemaToDefault(true)
                                                .withExcludes("flyway_schema_history")
                                                .withForcedTypes(
                                                        new ForcedType()
                                                                .withName("INSTANT")
                                                                .withIncludeTypes(
                                                                        "timestamp with time zone"
                                                                                + "|timestamptz")))
                                .withGenerate(
                                        new Generate()
                                                .withPojos(false)
                                                .withDaos(false)
                                                .withRecords(true)
                                                .withGlobalObjectReferences(true)
                                                .withJavadoc(false)
                                                .withGeneratedAnnotation(true))
                                .withTarget(
                                        new Target()
                                                .withPackageName("io.muster.db.jooq")
                                                .withDirectory(target.toString())));
    }

    private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        sha.update(ownBytes());
        for (Path file : sorted(migrations)) {
            sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static byte[] ownBytes() throws IOException {
        try (var in = GenerateJooq.class.getResourceAsStream("GenerateJooq.class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        }
    }
}

package io.muster.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.muster.app.slack.outbound.SlackClient;
import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;
import io.muster.db.journal.AlertJournal;
import io.muster.db.journal.Journal;
import io.muster.db.journal.ProgramJournal;
import io.muster.db.outbox.Outbox;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One door, calls go down, each library in its room. */
class HouseRulesTest {
    private static final JavaClasses MUSTER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.muster");

    @Test
    @Tag("M1")
    void only_the_desk_writes_to_the_journal() {
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.desk..", "io.muster.db..")))
                .should()
                .callMethodWhere(
                        target(owner(type(ProgramJournal.class)))
                                .and(target(nameMatching("open|append"))))
                .check(MUSTER);
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.desk..", "io.muster.db..")))
                .should()
                .callMethodWhere(
                        target(owner(type(AlertJournal.class))).and(target(nameMatching("append"))))
                .check(MUSTER);
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.desk..", "io.muster.db..")))
                .should()
                .callMethodWhere(
                        target(owner(type(Journal.class)))
                                .and(target(nameMatching("open|begin|append|nextNumber"))))
                .check(MUSTER);
    }

    @Test
    void only_the_desk_puts_effects_into_the_outbox() {
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.desk..", "io.muster.db..")))
                .should()
                .callMethod(Outbox.class, "put", Tx.class, IncidentId.class, List.class, int.class)
                .check(MUSTER);
    }

    @Test
    void only_slack_outbound_calls_slack() {
        noClasses()
                .that(not(resideInAPackage("io.muster.app.slack.outbound..")))
                .and()
                .doNotHaveSimpleName("Wiring")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SlackClient.class)
                .check(MUSTER);
    }

    @Test
    @Tag("M1")
    @Tag("M5")
    void each_library_has_its_room() {
        noClasses()
                .that(not(resideInAPackage("io.muster.db..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "com.zaxxer..", "org.flywaydb..", "java.sql..")
                .check(MUSTER);
        noClasses()
                .that(not(resideInAPackage("io.muster.app.clock..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quartz..")
                .check(MUSTER);
        noClasses()
                .that(not(resideInAPackage("io.muster.app.reach..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(MUSTER);
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.slack..", "io.muster.app.web..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.slack..")
                .check(MUSTER);
        noClasses()
                .that(not(resideInAnyPackage("io.muster.app.web..", "io.muster.app.sandbox..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(MUSTER);
    }

    @Test
    @Tag("M5")
    void it_is_built_on_what_was_chosen() {
        Set<String> libraries =
                MUSTER.stream()
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .map(d -> d.getTargetClass().getPackageName())
                        .collect(Collectors.toSet());
        for (String library :
                new String[] {
                    "com.slack.api.bolt",
                    "com.slack.api.methods",
                    "org.jooq",
                    "com.zaxxer.hikari",
                    "org.quartz"
                }) {
            assertThat(libraries).as(library).anyMatch(name -> name.startsWith(library));
        }
    }

    @Test
    void nothing_below_knows_who_calls_it() {
        noClasses()
                .that()
                .resideInAnyPackage("io.muster.core..", "io.muster.db..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.muster.app..")
                .check(MUSTER);
        noClasses()
                .that()
                .resideInAPackage("io.muster.app.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.muster.app.slack..", "io.muster.app.web..")
                .check(MUSTER);
    }

    @Test
    void no_packages_turn_in_a_circle() {
        slices().matching("io.muster.app.(*)..").should().beFreeOfCycles().check(MUSTER);
        slices().matching("io.muster.db.(*)..").should().beFreeOfCycles().check(MUSTER);
        slices().matching("io.muster.app.slack.(*)..").should().beFreeOfCycles().check(MUSTER);
    }

    @Test
    @Tag("M4")
    void the_top_of_the_repository_is_what_it_must_be() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(".."))) {
            Set<String> names =
                    top.map(p -> p.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .collect(Collectors.toSet());
            assertThat(names)
                    .contains("pom.xml", "app", "core", "db", "manifest.yml", "README.md")
                    .isSubsetOf(
                            "pom.xml",
                            "app",
                            "core",
                            "db",
                            "manifest.yml",
                            "README.md",
                            "mvnw",
                            "mvnw.cmd",
                            "target");
        }
    }
}

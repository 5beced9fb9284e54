package io.muster.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;

/** What the storey that decides may never do. */
class HouseRulesTest {
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.muster.core");

    @Test
    @Tag("M1")
    void core_uses_nothing_but_the_jdk_and_jspecify() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage("java..")
                                .or(resideInAPackage("io.muster.core.."))
                                .or(resideInAPackage("org.jspecify..")))
                .check(CORE);
    }

    @Test
    @Tag("M1")
    void core_touches_neither_files_nor_networks_nor_databases() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "java.net..", "java.nio.file..", "java.io..", "javax..")
                .check(CORE);
    }

    @Test
    void core_reads_no_clock_and_draws_no_lots() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CORE);
    }

    @Test
    void its_rooms_have_no_cycles() {
        slices().matching("io.muster.core.(*)..").should().beFreeOfCycles().check(CORE);
    }
}

package io.muster.app.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLogs.class)
class ArchitectureTest {
    private static final JavaClasses SANDBOX =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.muster.app.sandbox");

    @Test
    void the_sandbox_knows_nothing_of_the_product() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "the product's",
                                (JavaClass type) ->
                                        type.getPackageName().startsWith("io.muster")
                                                && !type.getPackageName()
                                                        .startsWith("io.muster.app.sandbox")))
                .check(SANDBOX);
    }

    @Test
    void its_packages_have_no_cycles() {
        slices().matching("io.muster.app.sandbox.(*)..").should().beFreeOfCycles().check(SANDBOX);
        noClasses()
                .that()
                .resideInAPackage("io.muster.app.sandbox.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.muster.app.sandbox")
                .check(SANDBOX);
    }
}

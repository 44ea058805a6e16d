package org.carme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The libraries that the core must not know; the arrows are checked where every class is seen, in carme-ear. */
@AnalyzeClasses(packages = "org.carme", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule coreDoesNotKnowItsCallers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..faces..", "..rest..", "..batch..", "..gateway..", "jakarta.faces..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyTheAdapterSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.carme.cluster.slurm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");
}

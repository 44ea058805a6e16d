package org.carme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows inside the core; those between modules are checked where every class is seen, in carme-ear. */
@AnalyzeClasses(packages = "org.carme", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("org.carme.(*)..").should().beFreeOfCycles();

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

    @ArchTest
    static final ArchRule nobodyKnowsSlurm = noClasses()
            .that()
            .resideOutsideOfPackage("org.carme.cluster.slurm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carme.cluster.slurm..");

    @ArchTest
    static final ArchRule onlyRepositoriesTouchTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager");
}

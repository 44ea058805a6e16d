package org.carme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.carme.database.EntityManagerProducer;

/** The arrows of CONTRIBUTING.md, checked where the classes of all modules are seen. */
@AnalyzeClasses(
        packages = "org.carme",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArrowsTest.NoTestJars.class})
class ArrowsTest {
    private static final DescribedPredicate<JavaClass> HAVE_AN_ENTITY_MANAGER = DescribedPredicate.describe(
            "have an entity manager",
            type -> type.getFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(EntityManager.class)));
    private static final String[] CALLERS = {"..faces..", "..rest..", "..batch..", "..gateway..", "..web.."};

    private static final DescribedPredicate<JavaMethodCall> REACH_INTO_AN_EJB = DescribedPredicate.describe(
            "call what an EJB does not show",
            call -> isEjb(call.getTargetOwner())
                    && !call.getOriginOwner()
                            .getName()
                            .startsWith(call.getTargetOwner().getName())
                    && call.getTarget()
                            .resolveMember()
                            .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                            .isPresent());

    /** The container refuses such a call, and only when it is made. */
    @ArchTest
    static final ArchRule ejbsAreCalledByTheirPublicMethods =
            noClasses().should().callMethodWhere(REACH_INTO_AN_EJB);

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("org.carme.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreDoesNotKnowItsCallers = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..faces..", "..rest..", "..batch..", "..gateway..", "..web..", "..agentlistener..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CALLERS);

    @ArchTest
    static final ArchRule pagesDoNotKnowTheApi = noClasses()
            .that()
            .resideInAPackage("..faces..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..rest..");

    @ArchTest
    static final ArchRule apiDoesNotKnowThePages = noClasses()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..faces..");

    @ArchTest
    static final ArchRule nobodyKnowsSlurm = noClasses()
            .that()
            .resideOutsideOfPackage("org.carme.cluster.slurm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carme.cluster.slurm..");

    @ArchTest
    static final ArchRule entitiesStayInside = noClasses()
            .that()
            .resideInAnyPackage(CALLERS)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule onlyRepositoriesTouchTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .areNotAssignableTo(EntityManagerProducer.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    /** Outside of any transaction Payara gives threads that should have nothing in common the same entity manager (ADR 12). */
    @ArchTest
    static final ArchRule repositoriesAlwaysHaveATransaction = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .and(HAVE_AN_ENTITY_MANAGER)
            .should()
            .beAnnotatedWith(Transactional.class);

    /** In the EAR, it would work or not depending on which module uses it first. */
    @ArchTest
    static final ArchRule nobodyElseAsksTheContainerForEntityManagers = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(EntityManagerProducer.class)
            .should()
            .beAnnotatedWith(PersistenceContext.class);

    /** The other modules' tests come as jars. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static boolean isEjb(JavaClass type) {
        return type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateless.class);
    }
}

package org.carme.configuration;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.projects.TestProjects;
import org.carme.quotas.TestQuotas;
import org.carme.templates.TestTemplates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test's own database, and files that are applied to it. */
abstract class FileOnDatabase {
    static final String TEMPLATE = """
            version: 1
            templates:
              - name: GPU
                groups: [lab, students]
                partition: gpu
                maxJobs: 4
                maxNodes: 2
                maxMinutes: 480
                defaultMinutes: 120
                cpusPerAccelerator: 2
                accelerators: {a100: 4}
                images: [base]
            """;
    static final String QUOTA = """
            version: 1
            quotas:
              - subject: GROUP
                name: lab
                resource: ACCELERATOR_HOURS
                period: MONTH
                limit: 100
            """;

    static final String PROJECT = TEMPLATE + """
            projects:
              - slug: pinns
                name: PINNs
                owner: alice
                managers: [bob]
                members: [carla]
                until: 2030-03-31
                templates: [GPU]
                description: |-
                  Physics,
                  informed.
            quotas:
              - subject: PROJECT
                name: pinns
                resource: JOBS
                limit: 3
            """;

    final TestDatabase database = new TestDatabase();
    final SettableClock clock = new SettableClock();
    final Set<String> used = new HashSet<>();
    boolean withProjects = true;

    @BeforeEach
    void addImage() {
        transaction(own -> {
            TestTemplates.addImage(own);
            return null;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    List<ConfigurationProblem> refusal(String file) {
        return catchThrowableOfType(ConfigurationRefusedException.class, () -> apply(file))
                .problems();
    }

    ConfigurationPlan apply(String file) {
        return store(store -> store.apply("admin", read(file), Optional.empty()));
    }

    ConfigurationPlan compare(String file) {
        return store(store -> store.compare(read(file)));
    }

    static FileObject read(String file) {
        return ConfigurationFile.read(file);
    }

    List<String> audited() {
        return transaction(
                own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                        .map(entry -> entry.action() + " " + entry.detail())
                        .toList());
    }

    <T> T store(Function<ConfigurationStore, T> action) {
        return transaction(own -> {
            ConfigurationStore store = new ConfigurationStore();
            store.sections = Stream.of(
                            TestTemplates.section(own, clock, used),
                            TestProjects.section(own, clock, withProjects),
                            TestQuotas.section(own, clock))
                    .toList();
            return action.apply(store);
        });
    }

    <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }
}

package org.carme.templates;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.audit.TestAudit;
import org.carme.configuration.ConfigurationSection;
import org.carme.images.TestImages;
import org.carme.users.GroupReferences;

/** Templates for tests. */
public final class TestTemplates {
    private TestTemplates() {}

    /**
     * The real part of the configuration file.
     *
     * @param used names of templates that jobs use
     */
    public static ConfigurationSection section(EntityManager entityManager, Clock clock, Set<String> used) {
        TemplateSection section = new TemplateSection();
        section.templates = new TemplateRepository(entityManager);
        section.images = TestImages.titles(entityManager);
        section.use = template -> used.contains(template) ? 1 : 0;
        section.audit = TestAudit.on(entityManager, clock);
        return section;
    }

    /** The groups that have templates. */
    public static GroupReferences groups(EntityManager entityManager, Clock clock) {
        TemplateGroups groups = new TemplateGroups();
        groups.templates = new TemplateRepository(entityManager);
        groups.audit = TestAudit.on(entityManager, clock);
        return groups;
    }

    /** Adds a template of the group lab. */
    public static void add(EntityManager entityManager, String name) {
        new TemplateRepository(entityManager).add(named(name));
    }

    /** @return which of these groups lets somebody use the template */
    public static Optional<String> groupOf(EntityManager entityManager, String name, Set<String> memberships) {
        return new TemplateRepository(entityManager).find(name).orElseThrow().groupOf(memberships);
    }

    /** Adds an image that templates may offer. */
    public static void addImage(EntityManager entityManager) {
        TestImages.add(entityManager, "base");
    }

    static Template template(String name, String partition, int maxJobs, Map<String, Integer> accelerators) {
        return template(name, partition, maxJobs, Optional.empty(), accelerators);
    }

    static Template withFeatures(String features, Map<String, Integer> accelerators) {
        return template("GPU", "gpu", 4, Optional.of(features), accelerators);
    }

    private static Template template(
            String name, String partition, int maxJobs, Optional<String> features, Map<String, Integer> accelerators) {
        return new Template(
                name,
                Set.of("lab"),
                partition,
                Optional.empty(),
                Optional.empty(),
                features,
                maxJobs,
                2,
                Duration.ofHours(8),
                Duration.ofHours(2),
                2,
                0,
                accelerators,
                List.of("base"),
                true);
    }

    static Template ofNoGroup(String name) {
        Template some = named(name);
        return new Template(
                name,
                Set.of(),
                some.partition(),
                some.account(),
                some.qos(),
                some.features(),
                some.maxJobs(),
                some.maxNodes(),
                some.maxTime(),
                some.defaultTime(),
                some.cpusPerAccelerator(),
                some.megabytesPerAccelerator(),
                some.accelerators(),
                some.images(),
                true);
    }

    static Template named(String name) {
        return template(name, "gpu", 4, Map.of("a100", 4));
    }
}

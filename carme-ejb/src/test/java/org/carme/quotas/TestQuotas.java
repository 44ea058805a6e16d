package org.carme.quotas;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.carme.audit.TestAudit;
import org.carme.configuration.ConfigurationSection;
import org.carme.projects.TestProjects;

/** The real check for tests. */
public final class TestQuotas {
    private TestQuotas() {}

    public static QuotaCheck check(EntityManager entityManager, QuotaUsage usage, QuotaUsage outside, Clock clock) {
        QuotaCheck check = new QuotaCheck();
        check.quotas = new QuotaRepository(entityManager);
        check.sums = sums(usage, outside, clock);
        check.sums.subjects = subjects(entityManager, clock);
        return check;
    }

    private static QuotaSubjects subjects(EntityManager entityManager, Clock clock) {
        QuotaSubjects subjects = new QuotaSubjects();
        subjects.projects = TestProjects.starts(entityManager, clock);
        return subjects;
    }

    static QuotaSums sums(QuotaUsage usage, QuotaUsage outside, Clock clock) {
        QuotaSums sums = new QuotaSums();
        sums.usage = usage;
        sums.outside = outside;
        sums.clock = clock;
        sums.zoneName = "Europe/Berlin";
        sums.validate();
        return sums;
    }

    /** The real part of the configuration file. */
    public static ConfigurationSection section(EntityManager entityManager, Clock clock) {
        QuotaSection section = new QuotaSection();
        section.quotas = new QuotaRepository(entityManager);
        section.subjects = subjects(entityManager, clock);
        section.audit = TestAudit.on(entityManager, clock);
        return section;
    }

    /** Adds a rule. */
    public static void add(EntityManager entityManager, QuotaRule rule) {
        new QuotaRepository(entityManager).add(new QuotaRow(rule));
    }
}

package org.carme.quotas;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.carme.audit.TestAudit;
import org.carme.configuration.ConfigurationSection;
import org.carme.projects.TestProjects;
import org.carme.users.GroupReferences;

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

    /** @return what the members of a project use in the present month */
    public static List<MemberHours> hours(EntityManager entityManager, MemberUsage usage, Clock clock, String project) {
        MemberSums members = new MemberSums();
        members.quotas = new QuotaRepository(entityManager);
        members.usage = usage;
        members.sums = sums(null, null, clock);
        members.clock = clock;
        return HoursOrder.USER.sorted(members.of(project, List.of("alice", "bob"), QuotaPeriod.MONTH));
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
        sums.site = SiteZone.of("Europe/Berlin");
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

    /** The limits of groups. */
    public static GroupReferences groups(EntityManager entityManager, Clock clock) {
        QuotaGroups groups = new QuotaGroups();
        groups.quotas = new QuotaRepository(entityManager);
        groups.audit = TestAudit.on(entityManager, clock);
        return groups;
    }

    /** Adds a rule. */
    public static void add(EntityManager entityManager, QuotaRule rule) {
        new QuotaRepository(entityManager).add(new QuotaRow(rule));
    }
}

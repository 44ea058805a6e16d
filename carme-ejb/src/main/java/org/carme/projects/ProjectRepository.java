package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.templates.ProjectTemplate;

/** The rows of projects and memberships. Whoever changes any of a project's locks the project first. */
@ApplicationScoped
@Transactional
class ProjectRepository {
    private static final String COUNTS =
            "(SELECT COUNT(a) FROM Member a WHERE a.projectId = p.id AND a.state IN :active),"
                    + " (SELECT COUNT(w) FROM Member w WHERE w.projectId = p.id AND w.state = :waiting)";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ProjectRepository() {}

    ProjectRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A project, how the reader stands to it, and how many others do. */
    record Line(Project project, MemberState mine, long members, long waiting) {}

    Project add(Project project) {
        entityManager.persist(project);
        entityManager.flush();
        return project;
    }

    void add(Member member) {
        entityManager.persist(member);
    }

    void remove(Member member) {
        entityManager.remove(member);
    }

    void flush() {
        entityManager.flush();
    }

    /** @return all with their templates, by slug */
    List<Project> all() {
        return entityManager
                .createQuery(
                        "SELECT DISTINCT p FROM Project p LEFT JOIN FETCH p.templates ORDER BY p.slug", Project.class)
                .getResultList();
    }

    /** Whoever locks several does so by slug. */
    void lockAll() {
        entityManager
                .createQuery("SELECT p FROM Project p ORDER BY p.slug", Project.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Looks no more after rows that were read or written: with thousands of them each further write would take long. */
    void letGo() {
        entityManager.flush();
        entityManager.clear();
    }

    Optional<Project> find(String slug) {
        return projects("p.slug = ?1", slug).getResultStream().findFirst();
    }

    Optional<Project> lock(String slug) {
        return projects("p.slug = ?1", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<Project> byLink(String linkKey) {
        return projects("p.linkKey = ?1", linkKey).getResultStream().findFirst();
    }

    Optional<Project> named(String owner, String name) {
        return projects("p.owner = ?1 AND p.name = ?2", owner, name)
                .getResultStream()
                .findFirst();
    }

    /** @return the slugs of those that have that slug or that name, at most two */
    List<String> slugsOf(String slugOrName) {
        return entityManager
                .createQuery("SELECT p.slug FROM Project p WHERE p.slug = ?1 OR p.name = ?1", String.class)
                .setParameter(1, slugOrName)
                .setMaxResults(2)
                .getResultList();
    }

    /** @return names by slug; what no project has is missing */
    Map<String, String> names(Collection<String> slugs) {
        return slugs.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("SELECT p.slug, p.name FROM Project p WHERE p.slug IN ?1", Object[].class)
                        .setParameter(1, slugs)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    Optional<Member> member(long projectId, String user) {
        return entityManager
                .createQuery("SELECT m FROM Member m WHERE m.projectId = ?1 AND m.user = ?2", Member.class)
                .setParameter(1, projectId)
                .setParameter(2, user)
                .getResultStream()
                .findFirst();
    }

    /** @return of whatever state */
    List<Member> memberships(String user) {
        return entityManager
                .createQuery("SELECT m FROM Member m WHERE m.user = ?1", Member.class)
                .setParameter(1, user)
                .getResultList();
    }

    /** @return all who stand to a project somehow */
    Set<String> people() {
        return entityManager
                .createQuery("SELECT DISTINCT m.user FROM Member m", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** @return all projects' */
    List<Member> activeMembers() {
        return entityManager
                .createQuery("SELECT m FROM Member m WHERE m.state IN ?1", Member.class)
                .setParameter(1, MemberState.ACTIVE)
                .getResultList();
    }

    /** @return by name */
    List<Member> members(long projectId) {
        return entityManager
                .createQuery("SELECT m FROM Member m WHERE m.projectId = ?1 ORDER BY m.user", Member.class)
                .setParameter(1, projectId)
                .getResultList();
    }

    /** @return all to which the user stands somehow, by name */
    List<Line> mine(String user) {
        return entityManager
                .createQuery(
                        "SELECT p, m.state, " + COUNTS + " FROM Project p, Member m"
                                + " WHERE m.projectId = p.id AND m.user = :user ORDER BY p.name, p.id",
                        Object[].class)
                .setParameter("user", user)
                .setParameter("active", MemberState.ACTIVE)
                .setParameter("waiting", MemberState.REQUESTED)
                .getResultStream()
                .map(row -> new Line((Project) row[0], (MemberState) row[1], (Long) row[2], (Long) row[3]))
                .toList();
    }

    /**
     * Those looked for, with those who wait for an administrator.
     *
     * @param last the number of the one after which they come
     */
    List<Line> find(ProjectQuery query, Instant now, Optional<Long> last, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values =
                new HashMap<>(Map.of("active", MemberState.ACTIVE, "waiting", MemberState.AWAITING_ADMIN));
        last.ifPresent(id -> {
            conditions.add(query.order().following());
            values.put("last", id);
        });
        query.filter().map(ProjectFilter::condition).ifPresent(condition -> {
            conditions.add(condition);
            if (condition.contains(":now")) {
                values.put("now", now);
            }
        });
        query.text().ifPresent(text -> {
            conditions.add(
                    "(p.name LIKE :text ESCAPE '!' OR p.slug LIKE :text ESCAPE '!' OR p.owner LIKE :text ESCAPE '!')");
            values.put("text", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        });
        TypedQuery<Object[]> typed = entityManager.createQuery(
                "SELECT p, " + COUNTS + " FROM Project p" + (conditions.isEmpty() ? "" : " WHERE ")
                        + String.join(" AND ", conditions) + " ORDER BY "
                        + query.order().order(),
                Object[].class);
        values.forEach(typed::setParameter);
        return typed.setMaxResults(limit)
                .getResultStream()
                .map(row -> new Line((Project) row[0], MemberState.NONE, (Long) row[1], (Long) row[2]))
                .toList();
    }

    /** @return how many wait for an administrator, for whatever reason */
    long waiting() {
        String waits = Stream.of(ProjectFilter.REQUESTED, ProjectFilter.RENEWAL, ProjectFilter.MEMBERS)
                .map(filter -> "(" + filter.condition() + ")")
                .collect(Collectors.joining(" OR "));
        return entityManager
                .createQuery("SELECT COUNT(p) FROM Project p WHERE " + waits, Long.class)
                .getSingleResult();
    }

    /** @return what the user may start now by his projects, by their names */
    List<ProjectTemplate> startable(String user, Instant now) {
        return entityManager
                .createQuery(
                        "SELECT p.slug, p.name, t FROM Project p JOIN p.templates t, Member m"
                                + " WHERE m.projectId = p.id AND m.user = ?1 AND m.state IN ?2 AND p.state = ?3"
                                + " AND (p.expiresAt IS NULL OR p.expiresAt > ?4) ORDER BY p.name, p.id",
                        Object[].class)
                .setParameter(1, user)
                .setParameter(2, MemberState.ACTIVE)
                .setParameter(3, ProjectState.ACTIVE)
                .setParameter(4, now)
                .getResultStream()
                .map(row -> new ProjectTemplate((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** @return the slugs of active projects in which the user is active, whether their time is over or not */
    Set<String> activeOf(String user) {
        return entityManager
                .createQuery(
                        "SELECT p.slug FROM Project p, Member m WHERE m.projectId = p.id AND m.user = ?1"
                                + " AND m.state IN ?2 AND p.state = ?3",
                        String.class)
                .setParameter(1, user)
                .setParameter(2, MemberState.ACTIVE)
                .setParameter(3, ProjectState.ACTIVE)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** @return those whose time ends between these times, soonest first */
    List<String> expiring(Instant after, Instant before, int offset, int limit) {
        return entityManager
                .createQuery(
                        "SELECT p.slug FROM Project p WHERE p.state = ?1 AND p.expiresAt > ?2 AND p.expiresAt <= ?3"
                                + " ORDER BY p.expiresAt, p.id",
                        String.class)
                .setParameter(1, ProjectState.ACTIVE)
                .setParameter(2, after)
                .setParameter(3, before)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    private TypedQuery<Project> projects(String condition, Object... values) {
        TypedQuery<Project> query =
                entityManager.createQuery("SELECT p FROM Project p WHERE " + condition, Project.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}

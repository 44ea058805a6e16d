package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of templates. */
@ApplicationScoped
@Transactional
class TemplateRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected TemplateRepository() {}

    TemplateRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return by name */
    List<Template> ofGroups(Collection<String> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "SELECT DISTINCT t FROM ResourceTemplate t JOIN t.groups g WHERE g IN ?1 ORDER BY t.name",
                        ResourceTemplate.class)
                .setParameter(1, groups)
                .getResultStream()
                .map(ResourceTemplate::template)
                .toList();
    }

    /** @return those of these names by their names */
    Map<String, Template> named(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("SELECT t FROM ResourceTemplate t WHERE t.name IN ?1", ResourceTemplate.class)
                .setParameter(1, names)
                .getResultStream()
                .map(ResourceTemplate::template)
                .collect(Collectors.toMap(Template::name, Function.identity()));
    }

    /** @return all, by name */
    List<ResourceTemplate> all() {
        return entityManager
                .createQuery("SELECT t FROM ResourceTemplate t ORDER BY t.name", ResourceTemplate.class)
                .getResultList();
    }

    /** Whoever locks several does so by name. */
    void lockAll() {
        entityManager
                .createQuery("SELECT t FROM ResourceTemplate t ORDER BY t.name", ResourceTemplate.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<Template> find(String name) {
        return row(name).map(ResourceTemplate::template);
    }

    Optional<ResourceTemplate> row(String name) {
        return Optional.ofNullable(entityManager.find(ResourceTemplate.class, name));
    }

    Optional<ResourceTemplate> lock(String name) {
        return Optional.ofNullable(entityManager.find(ResourceTemplate.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return pairs of a Slurm account and a group that has a template with it */
    List<Object[]> accountsWithGroups() {
        return entityManager
                .createQuery(
                        "SELECT DISTINCT t.account, g FROM ResourceTemplate t JOIN t.groups g WHERE t.account IS NOT NULL",
                        Object[].class)
                .getResultList();
    }

    /** @return the names of those that offer the image */
    List<String> offering(String image) {
        return entityManager
                .createQuery(
                        "SELECT t.name FROM ResourceTemplate t WHERE ?1 MEMBER OF t.images ORDER BY t.name",
                        String.class)
                .setParameter(1, image)
                .getResultList();
    }

    /** Its images must exist. */
    ResourceTemplate add(Template template) {
        ResourceTemplate row = new ResourceTemplate(template);
        entityManager.persist(row);
        return row;
    }

    void change(ResourceTemplate row, Template template) {
        row.change(template);
        entityManager.flush();
    }

    void remove(ResourceTemplate row) {
        entityManager.remove(row);
    }

    boolean isEmpty() {
        return entityManager
                        .createQuery("SELECT COUNT(t) FROM ResourceTemplate t", Long.class)
                        .getSingleResult()
                == 0;
    }
}

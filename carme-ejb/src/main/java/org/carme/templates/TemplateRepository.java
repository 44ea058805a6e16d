package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of templates and images. */
@ApplicationScoped
class TemplateRepository {
    @Inject
    private EntityManager entityManager;

    /** @return by name */
    List<Template> ofGroups(Collection<String> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "SELECT t FROM ResourceTemplate t WHERE t.group IN ?1 ORDER BY t.name", ResourceTemplate.class)
                .setParameter(1, groups)
                .getResultStream()
                .map(ResourceTemplate::template)
                .toList();
    }

    Optional<Template> find(String name) {
        return Optional.ofNullable(entityManager.find(ResourceTemplate.class, name))
                .map(ResourceTemplate::template);
    }

    boolean isEmpty() {
        return entityManager
                        .createQuery("SELECT COUNT(t) FROM ResourceTemplate t", Long.class)
                        .getSingleResult()
                == 0;
    }

    void add(List<ImageOption> images, List<Template> templates) {
        images.forEach(image -> entityManager.persist(new Image(image)));
        templates.forEach(template -> entityManager.persist(new ResourceTemplate(
                template,
                template.images().stream()
                        .map(image -> entityManager.getReference(Image.class, image.name()))
                        .toList())));
    }
}

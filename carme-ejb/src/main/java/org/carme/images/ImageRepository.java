package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.database.NativeQueries;

/** The rows of images and their versions. Whoever locks an image and a version locks the image first. */
@ApplicationScoped
@Transactional
class ImageRepository {
    /** What owners may start of their images, and image managers of all. */
    private static final Set<VersionState> OF_OWNERS = EnumSet.complementOf(EnumSet.of(VersionState.DISABLED));

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ImageRepository() {}

    ImageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return names, in their order */
    List<String> find(ImageCriteria criteria, int limit) {
        Query query = NativeQueries.filled(
                entityManager.createNativeQuery(criteria.sql()),
                criteria.parameters().toArray());
        return NativeQueries.column(query.setMaxResults(limit), String.class);
    }

    /** @return those of these names, with their access lists, in the order of the names */
    List<Image> named(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : query(
                                Image.class,
                                "SELECT DISTINCT i FROM Image i LEFT JOIN FETCH i.groups LEFT JOIN FETCH i.projects"
                                        + " WHERE i.name IN ?1 ORDER BY i.name",
                                names)
                        .getResultList();
    }

    Optional<Image> find(String name) {
        return Optional.ofNullable(entityManager.find(Image.class, name));
    }

    Optional<Image> lock(String name) {
        return Optional.ofNullable(entityManager.find(Image.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whoever locks several does so by name. */
    List<Image> lockAllOf(String group) {
        return query(Image.class, "SELECT i FROM Image i WHERE ?1 MEMBER OF i.groups ORDER BY i.name", group)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** @return pairs of name and title, by title */
    List<Object[]> titles() {
        return query(Object[].class, "SELECT i.name, i.title FROM Image i ORDER BY i.title, i.name")
                .getResultList();
    }

    /** @return those of these images, newest first */
    List<ImageVersion> versions(Collection<String> images) {
        return images.isEmpty()
                ? List.of()
                : query(
                                ImageVersion.class,
                                "SELECT v FROM ImageVersion v WHERE v.image IN ?1 ORDER BY v.id DESC",
                                images)
                        .getResultList();
    }

    List<VersionName> versionNames(VisibleVersions visible) {
        Query query = entityManager.createNativeQuery(
                "SELECT w.id, w.image_name, w.name FROM image_versions w WHERE 1 = 1" + visible.and("w.id"));
        return NativeQueries.rows(
                        NativeQueries.filled(query, visible.parameters().toArray()))
                .stream()
                .map(row -> new VersionName(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    /** @return those of all images that have a location, by that */
    List<RegisteredVersion> withLocation() {
        return query(
                        Object[].class,
                        "SELECT v.id, v.image, v.name, v.location, v.state FROM ImageVersion v WHERE v.location LIKE '/%'"
                                + " ORDER BY v.location, v.id")
                .getResultStream()
                .map(row -> new RegisteredVersion(
                        new VersionName((Long) row[0], (String) row[1], (String) row[2]),
                        (String) row[3],
                        (VersionState) row[4]))
                .toList();
    }

    /** Locks all, in the order of their ids. */
    List<ImageVersion> lockVersions(String image) {
        return query(ImageVersion.class, "SELECT v FROM ImageVersion v WHERE v.image = ?1 ORDER BY v.id", image)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<ImageVersion> version(String image, String name) {
        return query(ImageVersion.class, "SELECT v FROM ImageVersion v WHERE v.image = ?1 AND v.name = ?2", image, name)
                .getResultStream()
                .findFirst();
    }

    Optional<ImageVersion> lockVersion(String image, String name) {
        return query(ImageVersion.class, "SELECT v FROM ImageVersion v WHERE v.image = ?1 AND v.name = ?2", image, name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** @return one whose files are there */
    Optional<ImageVersion> versionAt(String location) {
        return query(ImageVersion.class, "SELECT v FROM ImageVersion v WHERE v.location = ?1", location)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** @return those that can be started, in the order of {@link ImageVersion#BEST_FIRST} */
    List<ImageVersion> startable(Collection<String> images, boolean draftsToo) {
        return images.isEmpty()
                ? List.of()
                : startableQuery(images, draftsToo)
                        .getResultStream()
                        .sorted(ImageVersion.BEST_FIRST)
                        .toList();
    }

    /** Locks them as well, in the order of their ids: nobody disables or deletes one before the transaction ends. */
    List<ImageVersion> lockStartable(String image, boolean draftsToo) {
        return startableQuery(List.of(image), draftsToo)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .sorted(ImageVersion.BEST_FIRST)
                .toList();
    }

    private TypedQuery<ImageVersion> startableQuery(Collection<String> images, boolean draftsToo) {
        return query(
                ImageVersion.class,
                "SELECT v FROM ImageVersion v WHERE v.image IN ?1 AND v.state IN ?2 ORDER BY v.id",
                images,
                draftsToo ? OF_OWNERS : VersionState.STARTABLE);
    }

    void add(Object row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    void flush() {
        entityManager.flush();
    }

    void remove(Object row) {
        entityManager.remove(row);
        entityManager.flush();
    }

    /** @return all who own an image, or have made or approved a version */
    Set<String> people() {
        Set<String> people = new HashSet<>();
        for (String query : List.of(
                "SELECT DISTINCT i.owner FROM Image i",
                "SELECT DISTINCT v.createdBy FROM ImageVersion v",
                "SELECT DISTINCT v.approvedBy FROM ImageVersion v WHERE v.approvedBy IS NOT NULL")) {
            people.addAll(query(String.class, query).getResultList());
        }
        people.remove("");
        return people;
    }

    List<Image> ownedBy(String user) {
        return query(Image.class, "SELECT i FROM Image i WHERE i.owner = ?1 ORDER BY i.name", user)
                .getResultList();
    }

    List<ImageVersion> madeBy(String user) {
        return query(
                        ImageVersion.class,
                        "SELECT v FROM ImageVersion v WHERE v.createdBy = ?1 OR v.approvedBy = ?1 ORDER BY v.id",
                        user)
                .getResultList();
    }

    private <T> TypedQuery<T> query(Class<T> type, String jpql, Object... parameters) {
        TypedQuery<T> query = entityManager.createQuery(jpql, type);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}

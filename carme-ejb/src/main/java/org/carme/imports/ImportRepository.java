package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of files, and what managers were told of. */
@ApplicationScoped
@Transactional
class ImportRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected ImportRepository() {}

    ImportRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(ImageFiles row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    /** @return by the numbers of versions */
    Map<Long, ImageFiles> files() {
        return entityManager
                .createQuery("SELECT f FROM ImageFiles f", ImageFiles.class)
                .getResultStream()
                .collect(Collectors.toMap(ImageFiles::version, Function.identity()));
    }

    /** Locks the version, so that nobody deletes it meanwhile. */
    boolean lockVersion(long version) {
        return !entityManager
                .createNativeQuery("SELECT id FROM image_versions WHERE id = ? FOR UPDATE")
                .setParameter(1, version)
                .getResultList()
                .isEmpty();
    }

    Optional<ImageFiles> lock(long version) {
        return Optional.ofNullable(entityManager.find(ImageFiles.class, version, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @return what is not as it was registered, of versions that are not disabled, by image and version */
    List<FilesMark> marks() {
        List<?> rows = entityManager
                .createNativeQuery("SELECT v.image_name, v.name, f.changed_at, f.missing_at FROM image_files f"
                        + " JOIN image_versions v ON v.id = f.version_id AND v.location = f.location"
                        + " WHERE (f.changed_at IS NOT NULL OR f.missing_at IS NOT NULL) AND v.state <> 'DISABLED'"
                        + " ORDER BY v.image_name, v.name")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(ImportRepository::mark)
                .toList();
    }

    private static FilesMark mark(Object[] row) {
        return new FilesMark((String) row[0], (String) row[1], time(row[2]), time(row[3]));
    }

    private static Optional<Instant> time(Object millis) {
        return Optional.ofNullable((Number) millis).map(number -> Instant.ofEpochMilli(number.longValue()));
    }

    /** @return what managers were told of that store */
    Set<String> findsIn(String folder) {
        List<?> locations = entityManager
                .createNativeQuery("SELECT location FROM image_finds WHERE folder = ?")
                .setParameter(1, folder)
                .getResultList();
        return locations.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    void addFind(String folder, String location, Instant now) {
        entityManager
                .createNativeQuery("INSERT INTO image_finds (location, folder, told_at) VALUES (?, ?, ?)")
                .setParameter(1, location)
                .setParameter(2, folder)
                .setParameter(3, now.toEpochMilli())
                .executeUpdate();
    }

    void removeFind(String location) {
        entityManager
                .createNativeQuery("DELETE FROM image_finds WHERE location = ?")
                .setParameter(1, location)
                .executeUpdate();
    }
}

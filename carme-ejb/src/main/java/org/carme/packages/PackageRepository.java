package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.database.NativeQueries;
import org.carme.images.ImageReference;
import org.carme.images.VisibleVersions;

/** The rows of packages. They come in thousands and never change: plain SQL. */
@ApplicationScoped
@Transactional
class PackageRepository {
    private static final int ROWS_AT_ONCE = 200;
    private static final String PACKAGE = "p.id, p.kind, p.name, p.version, p.licences, p.url";

    @Inject
    EntityManager entityManager;

    PackageRepository() {}

    PackageRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Takes the place of what was known of that version before. */
    void replace(long version, Contents contents, byte[] document, List<SoftwarePackage> packages) {
        query("DELETE FROM image_contents WHERE version_id = ?", version).executeUpdate();
        query(
                        "INSERT INTO image_contents (version_id, taken_at, taken_by, size_bytes, digest, package_count,"
                                + " nameless_count, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        version,
                        contents.takenAt().toEpochMilli(),
                        contents.takenBy(),
                        contents.bytes().isPresent() ? contents.bytes().getAsLong() : null,
                        contents.digest().orElse(null),
                        contents.packages(),
                        contents.nameless(),
                        document)
                .executeUpdate();
        // In one order, so that two who add the same packages wait for each other instead of both losing.
        List<SoftwarePackage> ordered = packages.stream()
                .sorted((first, second) -> first.url().compareTo(second.url()))
                .toList();
        for (int from = 0; from < ordered.size(); from += ROWS_AT_ONCE) {
            link(version, ordered.subList(from, Math.min(from + ROWS_AT_ONCE, ordered.size())));
        }
    }

    private void link(long version, List<SoftwarePackage> packages) {
        Map<String, Long> known = ids(packages);
        List<SoftwarePackage> unknown = packages.stream()
                .filter(software -> !known.containsKey(software.url()))
                .toList();
        if (!unknown.isEmpty()) {
            insert(
                    "INSERT IGNORE INTO packages (url, kind, name, version, licences) VALUES ",
                    unknown.stream()
                            .map(software -> new Object[] {
                                software.url(),
                                software.kind().name(),
                                software.name(),
                                software.version(),
                                String.join("\n", software.licences())
                            })
                            .toList());
            known.putAll(ids(unknown));
        }
        insert(
                "INSERT INTO image_packages (version_id, package_id) VALUES ",
                known.values().stream().map(id -> new Object[] {version, id}).toList());
    }

    private void insert(String sql, List<Object[]> rows) {
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
        query(
                        sql + String.join(", ", Collections.nCopies(rows.size(), row)),
                        rows.stream().flatMap(Arrays::stream).toArray())
                .executeUpdate();
    }

    private Map<String, Long> ids(List<SoftwarePackage> packages) {
        return new HashMap<>(rows(
                        "SELECT url, id FROM packages WHERE url IN " + NativeQueries.marks(packages),
                        packages.stream().map(SoftwarePackage::url).toArray())
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue())));
    }

    Optional<Contents> contents(long version) {
        return rows(
                        "SELECT taken_at, taken_by, size_bytes, digest, package_count, nameless_count FROM image_contents"
                                + " WHERE version_id = ?",
                        version)
                .stream()
                .map(PackageRepository::contents)
                .findFirst();
    }

    /** @return compressed, as it was kept */
    Optional<byte[]> document(long version) {
        Query query = query("SELECT document FROM image_contents WHERE version_id = ?", version);
        return NativeQueries.column(query, byte[].class).stream().findFirst();
    }

    private static Contents contents(Object[] row) {
        return new Contents(
                Instant.ofEpochMilli(((Number) row[0]).longValue()),
                (String) row[1],
                row[2] == null ? OptionalLong.empty() : OptionalLong.of(((Number) row[2]).longValue()),
                Optional.ofNullable((String) row[3]),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue());
    }

    /**
     * Packages of one version in the order of names.
     *
     * @param name part of it
     */
    List<SoftwarePackage> inside(long version, String name, int from, int limit) {
        Query query = query(
                "SELECT " + PACKAGE + " FROM image_packages i JOIN packages p ON p.id = i.package_id"
                        + " WHERE i.version_id = ? AND p.name LIKE ? ESCAPE '!' ORDER BY p.name, p.version, p.id",
                version,
                containing(name));
        return NativeQueries.rows(query.setFirstResult(from).setMaxResults(limit)).stream()
                .map(PackageRepository::software)
                .toList();
    }

    /**
     * Packages with that text in their names: first those of that name, then those whose names begin so. Those that are in no
     * image any more are among them.
     *
     * @param version with what the version begins
     * @return by their numbers, in that order
     */
    Map<Long, SoftwarePackage> search(String name, String version, int limit) {
        Query query = query(
                "SELECT " + PACKAGE + " FROM packages p WHERE p.name LIKE ? ESCAPE '!' AND p.version LIKE ? ESCAPE '!'"
                        + " ORDER BY CASE WHEN p.name = ? THEN 0 WHEN p.name LIKE ? ESCAPE '!' THEN 1 ELSE 2 END,"
                        + " p.name, p.version, p.id",
                containing(name),
                beginning(version),
                name,
                beginning(name));
        Map<Long, SoftwarePackage> found = new LinkedHashMap<>();
        NativeQueries.rows(query.setMaxResults(limit))
                .forEach(row -> found.put(((Number) row[0]).longValue(), software(row)));
        return found;
    }

    /**
     * In how many images packages are.
     *
     * @param among only of these
     * @return by the packages' numbers; without those that are in none
     */
    Map<Long, Long> uses(Collection<Long> packages, VisibleVersions among) {
        if (packages.isEmpty()) {
            return Map.of();
        }
        return rows(
                        "SELECT package_id, COUNT(*) FROM image_packages WHERE package_id IN "
                                + NativeQueries.marks(packages) + among.and("version_id") + " GROUP BY package_id",
                        Stream.concat(packages.stream(), among.parameters().stream())
                                .toArray())
                .stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).longValue()));
    }

    Optional<SoftwarePackage> find(long id) {
        return rows("SELECT " + PACKAGE + " FROM packages p WHERE p.id = ?", id).stream()
                .map(PackageRepository::software)
                .findFirst();
    }

    /** @return the numbers of the versions with that package */
    Set<Long> versionsWith(long software) {
        Query query = query("SELECT version_id FROM image_packages WHERE package_id = ?", software);
        return NativeQueries.column(query, Number.class).stream()
                .map(Number::longValue)
                .collect(Collectors.toSet());
    }

    /** @return everybody who has said what is inside a version */
    Set<String> takers() {
        return Set.copyOf(NativeQueries.column(query("SELECT DISTINCT taken_by FROM image_contents"), String.class));
    }

    /** @return the versions of which the user has said what is inside, as {@code image:version}, in that order */
    List<String> takenBy(String user) {
        return rows(
                        "SELECT v.image_name, v.name FROM image_contents c JOIN image_versions v ON v.id = c.version_id"
                                + " WHERE c.taken_by = ? ORDER BY v.image_name, v.name",
                        user)
                .stream()
                .map(row -> ImageReference.text((String) row[0], (String) row[1]))
                .toList();
    }

    /** Puts another name in the place of somebody's. */
    void rename(String before, String now) {
        query("UPDATE image_contents SET taken_by = ? WHERE taken_by = ?", now, before)
                .executeUpdate();
    }

    private static SoftwarePackage software(Object[] row) {
        String licences = (String) row[4];
        return new SoftwarePackage(
                PackageKind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                licences.isEmpty() ? List.of() : List.of(licences.split("\n")),
                (String) row[5]);
    }

    private static String containing(String text) {
        return "%" + beginning(text);
    }

    private static String beginning(String text) {
        return text.replaceAll("[!%_]", "!$0") + "%";
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}

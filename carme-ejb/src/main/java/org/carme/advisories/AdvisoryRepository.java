package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.database.NativeQueries;
import org.carme.images.ImageReference;
import org.carme.images.VersionName;
import org.carme.images.VisibleVersions;
import org.carme.packages.PackageKind;

/** What readers see of a check's findings. Those that others say as well are shown only where they are asked for by name. */
@ApplicationScoped
@Transactional
class AdvisoryRepository {
    private static final String ADVISORY = "a.code, a.names, a.severity, a.summary";
    private static final String FINDING = ADVISORY + ", p.id, p.kind, p.name, p.version, f.fixed";
    private static final String FINDINGS =
            " FROM advisory_findings f JOIN advisories a ON a.id = f.advisory_id JOIN packages p ON p.id = f.package_id";
    private static final String WORST_FIRST = " ORDER BY a.severity DESC, p.name, a.code, p.id";

    @Inject
    EntityManager entityManager;

    AdvisoryRepository() {}

    AdvisoryRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return when the check began, empty unless it has looked at what is inside the version now */
    Optional<Instant> checkedAt(long check, long version) {
        Query query = query(
                "SELECT c.started_at FROM advisory_checks c JOIN image_contents i ON i.taken_at <= c.started_at"
                        + " WHERE c.id = ? AND i.version_id = ?",
                check,
                version);
        return NativeQueries.column(query, Number.class).stream()
                .map(began -> Instant.ofEpochMilli(began.longValue()))
                .findFirst();
    }

    /** @param least severity */
    List<Finding> findings(long check, long version, Severity least, int from, int limit) {
        Query query = query(
                "SELECT " + FINDING + FINDINGS + " JOIN image_packages i ON i.package_id = f.package_id"
                        + " WHERE f.check_id = ? AND f.doubled = FALSE AND i.version_id = ? AND a.severity >= ?"
                        + WORST_FIRST,
                check,
                version,
                least.rank());
        return NativeQueries.rows(query.setFirstResult(from).setMaxResults(limit)).stream()
                .map(AdvisoryRepository::finding)
                .toList();
    }

    /** @return each once, the worst first */
    List<Advisory> advisories(long check, long version) {
        return rows(
                        "SELECT DISTINCT " + ADVISORY
                                + " FROM advisory_findings f JOIN advisories a ON a.id = f.advisory_id"
                                + " JOIN image_packages i ON i.package_id = f.package_id"
                                + " WHERE f.check_id = ? AND f.doubled = FALSE AND i.version_id = ?"
                                + " ORDER BY a.severity DESC, a.code",
                        check,
                        version)
                .stream()
                .map(AdvisoryRepository::advisory)
                .toList();
    }

    /** @return by names such as {@code base:2}; a version without any is missing */
    Map<String, AdvisoryCounts> counts(long check, Collection<String> images, VisibleVersions among) {
        Map<String, AdvisoryCounts> counts = new HashMap<>();
        if (images.isEmpty()) {
            return counts;
        }
        List<Object> parameters = new ArrayList<>(List.of(check));
        parameters.addAll(images);
        parameters.addAll(among.parameters());
        rows(
                        "SELECT w.image_name, w.name, c.severity, c.found FROM advisory_counts c"
                                + " JOIN image_versions w ON w.id = c.version_id WHERE c.check_id = ? AND w.image_name IN "
                                + NativeQueries.marks(images) + among.and("w.id"),
                        parameters.toArray())
                .forEach(row -> counts.merge(
                        ImageReference.text((String) row[0], (String) row[1]),
                        new AdvisoryCounts(Map.of(Severity.ofRank(row[2]), ((Number) row[3]).intValue())),
                        AdvisoryCounts::and));
        return counts;
    }

    /** Packages with an advisory of that name, the worst first. */
    List<Finding> named(long check, String name, VisibleVersions among, int limit) {
        return anywhere(
                " JOIN advisory_names n ON n.advisory_id = a.id WHERE n.check_id = ? AND n.name = ? AND f.check_id = ?",
                List.of(check, name, check),
                among,
                limit);
    }

    /** Advisories about packages of that name, the worst first. */
    List<Finding> about(long check, String name, VisibleVersions among, int limit) {
        return anywhere(
                " WHERE f.check_id = ? AND f.doubled = FALSE AND p.name = ?", List.of(check, name), among, limit);
    }

    private List<Finding> anywhere(String condition, List<Object> values, VisibleVersions among, int limit) {
        Query query = query(
                "SELECT " + FINDING + FINDINGS + condition
                        + " AND EXISTS (SELECT 1 FROM image_packages i WHERE i.package_id = p.id"
                        + among.and("i.version_id") + ")" + WORST_FIRST,
                Stream.concat(values.stream(), among.parameters().stream()).toArray());
        return NativeQueries.rows(query.setMaxResults(limit)).stream()
                .map(AdvisoryRepository::finding)
                .toList();
    }

    /** @return the versions that have any of these packages, in the order of names */
    List<VersionName> images(Collection<Long> packages, VisibleVersions among, int limit) {
        if (packages.isEmpty()) {
            return List.of();
        }
        Query query = query(
                "SELECT DISTINCT w.id, w.image_name, w.name FROM image_packages i"
                        + " JOIN image_versions w ON w.id = i.version_id WHERE i.package_id IN "
                        + NativeQueries.marks(packages) + among.and("i.version_id")
                        + " ORDER BY w.image_name, w.name, w.id",
                Stream.concat(packages.stream(), among.parameters().stream()).toArray());
        return NativeQueries.rows(query.setMaxResults(limit)).stream()
                .map(row -> new VersionName(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    private static Finding finding(Object[] row) {
        return new Finding(
                advisory(row),
                ((Number) row[4]).longValue(),
                PackageKind.valueOf((String) row[5]),
                (String) row[6],
                (String) row[7],
                Optional.of((String) row[8]).filter(version -> !version.isEmpty()));
    }

    private static Advisory advisory(Object[] row) {
        return new Advisory(
                (String) row[0], ((String) row[1]).lines().skip(1).toList(), Severity.ofRank(row[2]), (String) row[3]);
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}

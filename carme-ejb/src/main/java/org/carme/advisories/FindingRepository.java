package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.database.NativeQueries;

/** What a check writes down and works out, in parts that the database does at once. */
@ApplicationScoped
@Transactional
class FindingRepository {
    private static final int LONGEST_NAMES = 2000;
    /** Each with a column {@code check_id}. */
    private static final List<String> TABLES =
            List.of("advisory_counts", "advisory_findings", "advisory_names", "advisories");

    @Inject
    EntityManager entityManager;

    FindingRepository() {}

    FindingRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An advisory and a package that has its fault. */
    record Row(long software, long advisory, Severity severity, List<String> names) {}

    /** @return pairs of number and package URL, by number, of packages that any image has */
    List<Object[]> installed(long after, int limit) {
        return NativeQueries.rows(query(
                        "SELECT p.id, p.url FROM packages p WHERE p.id > ? AND EXISTS"
                                + " (SELECT 1 FROM image_packages i WHERE i.package_id = p.id) ORDER BY p.id",
                        after)
                .setMaxResults(limit));
    }

    void add(long check, List<OsvAdvisory> found) {
        insert(
                "INSERT INTO advisories (check_id, code, severity, summary, names) VALUES ",
                found.stream()
                        .map(one -> new Object[] {
                            check, one.code(), one.severity().rank(), one.summary(), joined(one.names())
                        })
                        .toList());
        Map<String, Long> ids = ids(check, found);
        insert(
                "INSERT INTO advisory_names (check_id, name, advisory_id) VALUES ",
                found.stream()
                        .flatMap(one -> upperCase(one.names()).stream()
                                .map(name -> new Object[] {check, name, ids.get(one.code())}))
                        .toList());
        insert(
                "INSERT INTO advisory_findings (check_id, package_id, advisory_id, fixed, doubled) VALUES ",
                found.stream()
                        .flatMap(one -> one.matches().stream().map(match ->
                                new Object[] {check, match.software(), ids.get(one.code()), match.fixed(), false}))
                        .toList());
    }

    private Map<String, Long> ids(long check, List<OsvAdvisory> found) {
        List<String> codes = found.stream().map(OsvAdvisory::code).toList();
        return NativeQueries.rows(query(
                        "SELECT code, id FROM advisories WHERE check_id = ? AND code IN " + NativeQueries.marks(codes),
                        Stream.concat(Stream.of(check), codes.stream()).toArray()))
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    static Set<String> upperCase(Collection<String> names) {
        return names.stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As many as there is room for. */
    private static String joined(List<String> names) {
        String text = String.join("\n", names);
        return text.length() <= LONGEST_NAMES ? text : text.substring(0, text.lastIndexOf('\n', LONGEST_NAMES));
    }

    private void insert(String sql, List<Object[]> rows) {
        String marks = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
        query(
                        sql + String.join(", ", Collections.nCopies(rows.size(), marks)),
                        rows.stream().flatMap(Arrays::stream).toArray())
                .executeUpdate();
    }

    /** @return numbers of packages with several advisories, in their order */
    List<Long> withSeveral(long check, long after, int limit) {
        Query query = query(
                "SELECT package_id FROM advisory_findings WHERE check_id = ? AND package_id > ? GROUP BY package_id"
                        + " HAVING COUNT(*) > 1 ORDER BY package_id",
                check,
                after);
        return NativeQueries.column(query.setMaxResults(limit), Number.class).stream()
                .map(Number::longValue)
                .toList();
    }

    List<Row> of(long check, long software) {
        return NativeQueries.rows(query(
                        "SELECT f.package_id, a.id, a.severity, a.names FROM advisory_findings f"
                                + " JOIN advisories a ON a.id = f.advisory_id WHERE f.check_id = ? AND f.package_id = ?",
                        check,
                        software))
                .stream()
                .map(row -> new Row(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        Severity.ofRank(row[2]),
                        ((String) row[3]).lines().toList()))
                .toList();
    }

    void markDoubled(long check, long software, Collection<Long> advisories) {
        query(
                        "UPDATE advisory_findings SET doubled = TRUE WHERE check_id = ? AND package_id = ? AND advisory_id IN "
                                + NativeQueries.marks(advisories),
                        Stream.concat(Stream.of(check, software), advisories.stream())
                                .toArray())
                .executeUpdate();
    }

    /** @return numbers of versions of which it is known what is inside, in their order */
    List<Long> versions(long after, int limit) {
        Query query = query("SELECT version_id FROM image_contents WHERE version_id > ? ORDER BY version_id", after);
        return NativeQueries.column(query.setMaxResults(limit), Number.class).stream()
                .map(Number::longValue)
                .toList();
    }

    /** Counts what concerns each of these versions. */
    void count(long check, List<Long> versions) {
        query(
                        "INSERT INTO advisory_counts (check_id, version_id, severity, found)"
                                + " SELECT f.check_id, i.version_id, a.severity, COUNT(DISTINCT a.id) FROM image_packages i"
                                + " JOIN advisory_findings f ON f.package_id = i.package_id AND f.check_id = ?"
                                + " JOIN advisories a ON a.id = f.advisory_id WHERE f.doubled = FALSE AND i.version_id IN "
                                + NativeQueries.marks(versions) + " GROUP BY f.check_id, i.version_id, a.severity",
                        Stream.concat(Stream.of(check), versions.stream()).toArray())
                .executeUpdate();
    }

    /** @return how many urgent advisories concern active versions that another check has not found in the same packages */
    int news(long check, long before) {
        Query query = query(
                "SELECT COUNT(DISTINCT a.id) FROM advisories a JOIN advisory_findings f ON f.advisory_id = a.id"
                        + " WHERE a.check_id = ? AND a.severity >= ? AND f.doubled = FALSE AND NOT EXISTS"
                        + " (SELECT 1 FROM advisories o JOIN advisory_findings g ON g.advisory_id = o.id"
                        + " AND g.package_id = f.package_id WHERE o.check_id = ? AND o.code = a.code AND o.severity >= ?)"
                        + " AND EXISTS (SELECT 1 FROM image_packages i JOIN image_versions v ON v.id = i.version_id"
                        + " WHERE i.package_id = f.package_id AND v.state = 'ACTIVE')",
                check,
                Severity.HIGH.rank(),
                before,
                Severity.HIGH.rank());
        return NativeQueries.column(query, Number.class).get(0).intValue();
    }

    /** @return how many rows of other checks were removed; none if nothing is left */
    int removeOthers(long kept, int most) {
        int removed = 0;
        for (String table : TABLES) {
            removed += query("DELETE FROM " + table + " WHERE check_id <> ? LIMIT ?", kept, most)
                    .executeUpdate();
        }
        return removed;
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}

package org.carme.utilisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of the samples. A time is in rows of one length only, so nothing counts twice. */
@ApplicationScoped
@Transactional
class UtilisationRepository {
    private static final String ADD = """
            INSERT IGNORE INTO utilisation (sampled_at, minutes, type_name, total, in_use, free, down, queued)
            VALUES (?, 1, ?, ?, ?, ?, ?, ?)""";
    private static final String JOIN = """
            INSERT IGNORE INTO utilisation (sampled_at, minutes, type_name, total, in_use, free, down, queued)
            SELECT sampled_at - MOD(sampled_at, %1$d), %2$d, type_name, AVG(total), AVG(in_use), AVG(free), AVG(down), AVG(queued)
            FROM utilisation WHERE minutes = ? AND sampled_at >= ? AND sampled_at < ?
            GROUP BY sampled_at - MOD(sampled_at, %1$d), type_name""";
    private static final String READ = """
            SELECT type_name, sampled_at - MOD(sampled_at, %1$d) AS bucket,
                SUM(total * minutes) / SUM(minutes), SUM(in_use * minutes) / SUM(minutes),
                SUM(free * minutes) / SUM(minutes), SUM(down * minutes) / SUM(minutes),
                SUM(queued * minutes) / SUM(CASE WHEN queued IS NULL THEN 0 ELSE minutes END)
            FROM utilisation WHERE sampled_at >= ? AND sampled_at < ?
            GROUP BY type_name, sampled_at - MOD(sampled_at, %1$d)
            ORDER BY bucket""";

    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected UtilisationRepository() {}

    UtilisationRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Keeps a sample of a minute; of several portal instances the first one's. */
    void add(Instant minute, SortedMap<String, Load> loads) {
        loads.forEach((type, load) -> {
            Double queued = load.queued().isPresent() ? load.queued().getAsDouble() : null;
            query(ADD, minute.toEpochMilli(), type, load.total(), load.used(), load.free(), load.down(), queued)
                    .executeUpdate();
        });
    }

    /** @return when the oldest row of that length begins */
    Optional<Instant> oldest(Duration length) {
        return Optional.ofNullable(
                        (Number) query("SELECT MIN(sampled_at) FROM utilisation WHERE minutes = ?", length.toMinutes())
                                .getSingleResult())
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    /** Adds the means, each over the longer time, of the rows of the shorter length. */
    void join(Duration shorter, Duration longer, Instant from, Instant to) {
        query(
                        JOIN.formatted(longer.toMillis(), longer.toMinutes()),
                        shorter.toMinutes(),
                        from.toEpochMilli(),
                        to.toEpochMilli())
                .executeUpdate();
    }

    /** @return how many were removed */
    int remove(Duration length, Instant before) {
        return query(
                        "DELETE FROM utilisation WHERE minutes = ? AND sampled_at < ?",
                        length.toMinutes(),
                        before.toEpochMilli())
                .executeUpdate();
    }

    /** @return points by type, each the mean of a step */
    Map<String, List<Point>> read(Instant from, Instant to, Duration step) {
        Map<String, List<Point>> points = new TreeMap<>();
        rows(query(READ.formatted(step.toMillis()), from.toEpochMilli(), to.toEpochMilli()))
                .forEach(row -> points.computeIfAbsent((String) row[0], type -> new ArrayList<>())
                        .add(point(row)));
        return points;
    }

    private static Point point(Object... row) {
        Instant at = Instant.ofEpochMilli(((Number) row[1]).longValue());
        OptionalDouble queued = row[6] == null ? OptionalDouble.empty() : OptionalDouble.of(number(row[6]));
        return new Point(at, new Load(number(row[2]), number(row[3]), number(row[4]), number(row[5]), queued));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Stream<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
    }

    private Query query(String sql, Object... parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}

package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.database.NativeQueries;
import org.carme.jobs.JobId;

/** The rows of samples. They come in thousands, never change and have no identity: plain SQL. */
@ApplicationScoped
@Transactional
class UsageRepository {
    private static final int ROWS_PER_INSERT = 100;
    private static final String COLUMNS = "s.job_id, s.node_index, s.sampled_at, s.cpu_millis, s.memory_bytes, s.gpus";

    @Inject
    EntityManager entityManager;

    /** What is there already stays: an agent that did not hear that a sample has arrived sends it again. */
    void add(List<NodeSample> samples) {
        for (int from = 0; from < samples.size(); from += ROWS_PER_INSERT) {
            insert(samples.subList(from, Math.min(from + ROWS_PER_INSERT, samples.size())));
        }
    }

    private void insert(List<NodeSample> samples) {
        Query query = entityManager.createNativeQuery(
                "INSERT IGNORE INTO usage_samples (job_id, node_index, sampled_at, cpu_millis, memory_bytes, gpu_percent,"
                        + " gpu_memory_percent, gpus) VALUES "
                        + String.join(", ", Collections.nCopies(samples.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")));
        int place = 0;
        for (NodeSample row : samples) {
            Sample sample = row.sample();
            query.setParameter(++place, row.job().value());
            query.setParameter(++place, row.node());
            query.setParameter(++place, sample.at().toEpochMilli());
            query.setParameter(
                    ++place,
                    sample.cores().map(cores -> (int) Math.round(cores * 1000)).orElse(null));
            query.setParameter(++place, sample.memory().orElse(null));
            query.setParameter(++place, average(sample, DeviceSample::percent));
            query.setParameter(++place, highest(sample, DeviceSample::memoryPercent));
            query.setParameter(++place, Packed.devices(sample.devices()));
        }
        query.executeUpdate();
    }

    private static Double average(Sample sample, Function<DeviceSample, Optional<Double>> what) {
        OptionalDouble mean = sample.devices().stream()
                .flatMap(device -> what.apply(device).stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isEmpty() ? null : mean.getAsDouble();
    }

    private static Double highest(Sample sample, Function<DeviceSample, Optional<Double>> what) {
        return sample.devices().stream()
                .flatMap(device -> what.apply(device).stream())
                .max(Double::compare)
                .orElse(null);
    }

    void begin(Collection<JobId> jobs) {
        query(
                        "INSERT IGNORE INTO usage_jobs (job_id, step_seconds) VALUES "
                                + String.join(", ", Collections.nCopies(jobs.size(), "(?, 10)")),
                        jobs.stream().map(JobId::value).toArray())
                .executeUpdate();
    }

    void describe(JobId job, int node, NodeResources resources) {
        query(
                        "INSERT INTO usage_nodes (job_id, node_index, cpus, memory_bytes, gpu_names) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE cpus = VALUES(cpus), memory_bytes = VALUES(memory_bytes),"
                                + " gpu_names = VALUES(gpu_names)",
                        job.value(),
                        node,
                        resources.cpus().orElse(null),
                        resources.memory().orElse(null),
                        Packed.names(resources.deviceNames()))
                .executeUpdate();
    }

    /** @return by the nodes' places */
    Map<Integer, NodeResources> resources(JobId job) {
        return rows("SELECT node_index, cpus, memory_bytes, gpu_names FROM usage_nodes WHERE job_id = ?", job.value())
                .stream()
                .collect(Collectors.toMap(
                        row -> ((Number) row[0]).intValue(),
                        row -> new NodeResources(
                                number(row[1]).map(Number::intValue),
                                number(row[2]).map(Number::longValue),
                                Packed.names((String) row[3]))));
    }

    /**
     * Samples of a job in order of their times.
     *
     * @param stepSeconds only those at multiples of it
     */
    List<NodeSample> samples(JobId job, Instant from, long stepSeconds, int limit) {
        Query query = query(
                "SELECT " + COLUMNS + " FROM usage_samples s WHERE s.job_id = ? AND s.sampled_at >= ?"
                        + " AND MOD(s.sampled_at, ?) = 0 ORDER BY s.sampled_at, s.node_index",
                job.value(),
                from.toEpochMilli(),
                stepSeconds * 1000);
        return NativeQueries.rows(query.setMaxResults(limit)).stream()
                .map(UsageRepository::sample)
                .toList();
    }

    private static NodeSample sample(Object[] row) {
        Sample sample = new Sample(
                Instant.ofEpochMilli(((Number) row[2]).longValue()),
                number(row[3]).map(millis -> millis.longValue() / 1000.0),
                number(row[4]).map(Number::longValue),
                Packed.devices((String) row[5]));
        return new NodeSample(id(row), ((Number) row[1]).intValue(), sample);
    }

    long count(String owner) {
        Query query =
                query("SELECT COUNT(*) FROM usage_samples s JOIN jobs j ON j.id = s.job_id WHERE j.owner = ?", owner);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** @return in the order of jobs, nodes and times, those behind that place */
    List<NodeSample> of(String owner, UsageData.Place after, int limit) {
        Query query = query(
                "SELECT " + COLUMNS + " FROM usage_samples s JOIN jobs j ON j.id = s.job_id WHERE j.owner = ? AND"
                        + " (s.job_id > ? OR (s.job_id = ? AND (s.node_index > ? OR (s.node_index = ? AND s.sampled_at > ?))))"
                        + " ORDER BY s.job_id, s.node_index, s.sampled_at",
                owner,
                after.job(),
                after.job(),
                after.node(),
                after.node(),
                after.at());
        return NativeQueries.rows(query.setMaxResults(limit)).stream()
                .map(UsageRepository::sample)
                .toList();
    }

    /** @return the jobs that have ended but are not worked out yet, with their ends */
    Map<JobId, Instant> ended(int limit) {
        Query query = query(
                "SELECT u.job_id, j.ended_at FROM usage_jobs u JOIN jobs j ON j.id = u.job_id"
                        + " WHERE u.step_seconds = ? AND u.ended_at IS NULL AND j.ended_at IS NOT NULL",
                10);
        return NativeQueries.rows(query.setMaxResults(limit)).stream()
                .collect(Collectors.toMap(UsageRepository::id, UsageRepository::end));
    }

    private static JobId id(Object[] row) {
        return new JobId(((Number) row[0]).longValue());
    }

    private static Instant end(Object[] row) {
        return Instant.ofEpochMilli(((Number) row[1]).longValue());
    }

    /** Works the shares out of the samples that there are. */
    Efficiency efficiency(JobId job) {
        Object[] row = rows(
                        "SELECT AVG(s.gpu_percent), MAX(s.gpu_memory_percent), AVG(s.cpu_millis / (n.cpus * 10.0)),"
                                + " MAX(s.memory_bytes * 100.0 / n.memory_bytes) FROM usage_samples s LEFT JOIN usage_nodes n"
                                + " ON n.job_id = s.job_id AND n.node_index = s.node_index WHERE s.job_id = ?",
                        job.value())
                .get(0);
        return efficiency(row, 0);
    }

    private static Efficiency efficiency(Object[] row, int first) {
        return new Efficiency(
                number(row[first]).map(Number::doubleValue),
                number(row[first + 1]).map(Number::doubleValue),
                number(row[first + 2]).map(Number::doubleValue),
                number(row[first + 3]).map(Number::doubleValue));
    }

    void end(JobId job, Instant when, Efficiency efficiency) {
        query(
                        "UPDATE usage_jobs SET ended_at = ?, gpu_percent = ?, gpu_memory_percent = ?, cpu_percent = ?,"
                                + " memory_percent = ? WHERE job_id = ?",
                        when.toEpochMilli(),
                        efficiency.accelerators().orElse(null),
                        efficiency.acceleratorMemory().orElse(null),
                        efficiency.cpus().orElse(null),
                        efficiency.memory().orElse(null),
                        job.value())
                .executeUpdate();
    }

    /** @return of those that have ended and used anything */
    Map<JobId, Efficiency> efficiencies(Collection<JobId> jobs) {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        Object[] ids = jobs.stream().map(JobId::value).toArray();
        return rows(
                        "SELECT job_id, gpu_percent, gpu_memory_percent, cpu_percent, memory_percent FROM usage_jobs"
                                + " WHERE ended_at IS NOT NULL AND job_id IN " + NativeQueries.marks(jobs),
                        ids)
                .stream()
                .collect(Collectors.toMap(UsageRepository::id, row -> efficiency(row, 1)));
    }

    /**
     * A job that ended before that time, if there is one.
     *
     * @param stepSeconds whose samples are at least that close
     */
    Optional<JobId> endedBefore(Instant time, int stepSeconds) {
        Query query = query(
                "SELECT job_id FROM usage_jobs WHERE step_seconds <= ? AND ended_at < ?",
                stepSeconds,
                time.toEpochMilli());
        return NativeQueries.column(query.setMaxResults(1), Number.class).stream()
                .map(id -> new JobId(id.longValue()))
                .findFirst();
    }

    /**
     * Removes samples that are not at multiples of the step.
     *
     * @return how many were removed
     */
    int thin(JobId job, int stepSeconds, int most) {
        return query(
                        "DELETE FROM usage_samples WHERE job_id = ? AND MOD(sampled_at, ?) <> 0 LIMIT ?",
                        job.value(),
                        stepSeconds * 1000L,
                        most)
                .executeUpdate();
    }

    int remove(JobId job, int most) {
        return query("DELETE FROM usage_samples WHERE job_id = ? LIMIT ?", job.value(), most)
                .executeUpdate();
    }

    void removeResources(JobId job) {
        query("DELETE FROM usage_nodes WHERE job_id = ?", job.value()).executeUpdate();
    }

    /** @param stepSeconds empty: no samples are kept any more */
    void thinned(JobId job, Optional<Integer> stepSeconds) {
        query("UPDATE usage_jobs SET step_seconds = ? WHERE job_id = ?", stepSeconds.orElse(null), job.value())
                .executeUpdate();
    }

    private static Optional<Number> number(Object value) {
        return Optional.ofNullable((Number) value);
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return NativeQueries.rows(query(sql, parameters));
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}

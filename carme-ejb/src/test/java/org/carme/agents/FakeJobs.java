package org.carme.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.jobs.JobChange;
import org.carme.jobs.JobChanges;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;

/** Jobs in memory, as far as agents have to do with them. */
final class FakeJobs extends JobRegistry {
    private final Map<JobId, JobSummary> jobs = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Consumer<JobChange>> listeners = new ArrayList<>();
    private final JobChanges changes = new JobChanges() {
        @Override
        public void subscribe(Consumer<JobChange> listener) {
            listeners.add(listener);
        }
    };

    /** Of the jobs that are added from now on. */
    StagedData data = StagedData.NONE;

    /** What happens when data are missing, in the transaction of the report. */
    Runnable onMissing = () -> {};

    /** Of the jobs that are added from now on. */
    Optional<String> project = Optional.empty();

    List<String> failures() {
        return failures;
    }

    JobChanges changes() {
        return changes;
    }

    JobSummary add(String owner, int nodes) {
        long id = jobs.size() + 1L;
        JobSummary job = new JobSummary(
                new JobId(id),
                String.format(Locale.ROOT, "job%023d", id),
                "carme:" + id,
                owner,
                7001,
                "It's \"$(touch /tmp/x)\" `id`",
                "GPU",
                Optional.of("a100"),
                1,
                nodes,
                "base",
                "1",
                Optional.empty(),
                JobState.QUEUED,
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                Duration.ofHours(2),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                project,
                data);
        jobs.put(job.id(), job);
        return job;
    }

    void registered(JobId id, String schedulerId) {
        JobSummary job = jobs.get(id);
        put(job, job.state(), Optional.of(schedulerId), job.restarts());
    }

    void become(JobId id, JobState state) {
        JobSummary job = jobs.get(id);
        put(job, state, job.slurmJobId(), job.restarts());
        listeners.forEach(listener -> listener.accept(new JobChange(id, job.key(), job.owner(), state)));
    }

    @Override
    public Optional<JobSummary> byKey(String key) {
        return jobs.values().stream().filter(job -> job.key().equals(key)).findFirst();
    }

    @Override
    public Optional<JobSummary> find(JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public void servicesReady(JobId id) {
        become(id, JobState.RUNNING);
    }

    @Override
    public void atWork(JobId id) {
        become(id, JobState.RUNNING);
    }

    @Override
    public void servicesFailed(JobId id, String why) {
        failures.add(why);
        become(id, JobState.RUNNING);
    }

    @Override
    public void dataMissing(JobId id, String why) {
        onMissing.run();
        failures.add(why);
    }

    @Override
    public void resultsMissing(JobId id, String why) {
        failures.add("results: " + why);
    }

    @Override
    public void observe(JobId id, SchedulerJob reported) {
        JobSummary job = jobs.get(id);
        boolean news = job.state() == JobState.QUEUED || reported.restarts() > job.restarts();
        if (reported.state() == SchedulerState.RUNNING && news) {
            put(job, JobState.STARTING, job.slurmJobId(), reported.restarts());
        }
    }

    private void put(JobSummary job, JobState state, Optional<String> schedulerId, int restarts) {
        jobs.put(
                job.id(),
                new JobSummary(
                        job.id(),
                        job.key(),
                        job.tag(),
                        job.owner(),
                        job.ownerUid(),
                        job.name(),
                        job.template(),
                        job.acceleratorType(),
                        job.acceleratorsPerNode(),
                        job.nodes(),
                        job.image(),
                        job.imageVersion(),
                        job.imageDigest(),
                        state,
                        Optional.empty(),
                        job.reason(),
                        schedulerId,
                        job.nodeNames(),
                        job.timeLimit(),
                        job.submittedAt(),
                        job.startedAt(),
                        job.endsAt(),
                        job.endedAt(),
                        restarts,
                        job.project(),
                        job.data()));
    }
}

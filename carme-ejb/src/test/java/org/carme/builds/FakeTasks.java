package org.carme.builds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;

/** Tasks without a database: those that a test has given, each done once an agent says so. */
public final class FakeTasks extends BuildTasks {
    private final Map<JobId, JobTask> tasks = new HashMap<>();
    private final List<TaskReport> reports = new ArrayList<>();
    private final List<byte[]> documents = new ArrayList<>();

    public void put(JobId job, JobTask task) {
        tasks.put(job, task);
    }

    /** What agents have said, in that order. */
    public List<TaskReport> reports() {
        return reports;
    }

    /** What agents have found inside images, in that order. */
    public List<byte[]> contents() {
        return documents;
    }

    @Override
    public Optional<JobTask> of(JobSummary job) {
        return Optional.ofNullable(tasks.get(job.id()));
    }

    @Override
    public TaskPhase take(JobId job, TaskReport report, ServicesTried tried) {
        reports.add(report);
        return phase(job);
    }

    @Override
    public TaskPhase phase(JobId job) {
        if (!tasks.containsKey(job)) {
            return TaskPhase.SERVICES;
        }
        if (!tasks.get(job).isWritable()) {
            return TaskPhase.AT_WORK;
        }
        boolean isDone = reports.stream().anyMatch(report -> report.state() == TaskReport.State.DONE);
        return isDone ? TaskPhase.SERVICES : TaskPhase.BEFORE_SERVICES;
    }

    @Override
    public void takeContents(JobId job, byte[] document) {
        documents.add(document);
    }
}

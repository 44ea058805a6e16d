package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carme.builds.BuildTasks;
import org.carme.builds.TaskPhase;
import org.carme.builds.TaskReport;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** What follows for a job from what its agent has reported. */
@ApplicationScoped
class ReportEffects {
    @Inject
    JobRegistry registry;

    @Inject
    RouteService routes;

    @Inject
    BuildTasks tasks;

    void take(AgentTokens.Known agent, AgentReport report, AgentRecords.Reported reported) {
        reported.changed().ifPresent(routes::changed);
        JobSummary job = agent.job();
        Optional<TaskReport> task = report.task().filter(said -> agent.isHead());
        if (task.isPresent() || job.state() == JobState.STARTING) {
            TaskPhase phase = task.map(said -> tasks.take(job.id(), said, reported.tried()))
                    .orElseGet(() -> tasks.phase(job.id()));
            if (job.state() == JobState.STARTING) {
                settle(job, phase, reported);
            }
        }
    }

    private void settle(JobSummary job, TaskPhase phase, AgentRecords.Reported reported) {
        if (phase == TaskPhase.AT_WORK) {
            registry.atWork(job.id());
        } else if (phase == TaskPhase.SERVICES) {
            if (reported.usable()) {
                registry.servicesReady(job.id());
            }
            reported.failure().ifPresent(why -> registry.servicesFailed(job.id(), why));
        }
    }

    /** Other nodes have no task. */
    void takeContents(AgentTokens.Known agent, byte[] document) {
        if (agent.isHead()) {
            tasks.takeContents(agent.job().id(), document);
        }
    }
}

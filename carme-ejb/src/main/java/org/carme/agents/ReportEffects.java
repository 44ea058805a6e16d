package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.builds.BuildTasks;
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
        boolean servicesDecide = report.task()
                .filter(task -> agent.isHead())
                .map(task -> tasks.take(job.id(), task, reported.tried()))
                .orElseGet(() -> job.state() == JobState.STARTING && !tasks.isPending(job.id()));
        if (servicesDecide && job.state() == JobState.STARTING) {
            settle(job, reported);
        }
    }

    /** Other nodes have no task. */
    void takeContents(AgentTokens.Known agent, byte[] document) {
        if (agent.isHead()) {
            tasks.takeContents(agent.job().id(), document);
        }
    }

    private void settle(JobSummary job, AgentRecords.Reported reported) {
        if (reported.usable()) {
            registry.servicesReady(job.id());
        }
        reported.failure().ifPresent(why -> registry.servicesFailed(job.id(), why));
    }
}
